import ArgumentParser

/// A subcommand; everything it touches comes from its context.
protocol TokenCommand: ParsableCommand, Sendable {
  var options: GlobalOptions { get }
  /// Throws `CommandFailure`, `TokenFailure`, `ConfigurationFault` or `StorageFault`.
  func run(in context: CommandContext) async throws
}

/// What commands may touch beside the token: the console and the person or pipe in front of it.
struct CommandContext: Sendable {
  let console: Console
  let prompt: Prompt
  let places: Places
}
