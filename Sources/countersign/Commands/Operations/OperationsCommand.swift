import ArgumentParser
import TokenModel
import TokenScreens

/// `countersign operations`
struct OperationsCommand: TokenCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "operations", abstract: say("operation-commands.operations"))
  }

  @OptionGroup var options: GlobalOptions

  func run(in context: CommandContext) async throws {
    try await TokenSession.with(options, context.places) { session, _ in
      let list = try await session.token.operations()
      let now = await session.token.serverNow()
      let lines = list.operations.flatMap { OperationLines.summary($0, at: now) }
      context.console.answer(
        list.document(at: now), lines.isEmpty ? [say("operations.empty")] : lines)
      if list.unreadable > 0 {
        context.console.note(
          say("operation-commands.unreadable", ["count": String(list.unreadable)]))
      }
    }
  }
}
