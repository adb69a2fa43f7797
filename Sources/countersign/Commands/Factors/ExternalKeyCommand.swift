import ArgumentParser
import TokenCore
import TokenModel

/// `countersign external-key`
struct ExternalKeyCommand: CommandFamily {
  static let configuration = CommandConfiguration(
    commandName: "external-key",
    abstract: "Lock PIN and biometry once more, by a key in a file that you keep elsewhere.",
    subcommands: [Add.self, Remove.self])

  /// `countersign external-key add`
  struct Add: TokenCommand {
    static let configuration = CommandConfiguration(
      commandName: "add", abstract: "From now on the key of external_key_file is needed.",
      discussion: "Keep a copy of the file: without it only a new activation helps.")

    @OptionGroup var options: GlobalOptions

    func run(in context: CommandContext) async throws {
      try await TokenSession.activated(options, context.places) { session, wiring in
        try await session.token.addExternalKey(try wiring.settings.requireExternalKey())
        context.console.answer(
          ["externalKey": "added"], ["The activation cannot be used without the key any more."])
      }
    }
  }

  /// `countersign external-key remove`
  struct Remove: TokenCommand {
    static let configuration = CommandConfiguration(
      commandName: "remove", abstract: "Use the activation without the key again.",
      discussion: "The key is needed a last time; then external_key_file may go.")

    @OptionGroup var options: GlobalOptions

    func run(in context: CommandContext) async throws {
      try await TokenSession.activated(options, context.places) { session, _ in
        try await session.token.removeExternalKey()
        context.console.answer(
          ["externalKey": "removed"], ["The key is not needed any more."])
      }
    }
  }
}
