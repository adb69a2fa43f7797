import ArgumentParser
import TokenCore
import TokenModel
import TokenScreens

/// `countersign external-key`
struct ExternalKeyCommand: CommandFamily {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "external-key",
      abstract: say("factor-commands.lock-pin-biometry"),
      subcommands: [Add.self, Remove.self])
  }

  /// `countersign external-key add`
  struct Add: TokenCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        commandName: "add", abstract: say("factor-commands.from-now-on"),
        discussion: say("factor-commands.keep-copy-file"))
    }

    @OptionGroup var options: GlobalOptions

    func run(in context: CommandContext) async throws {
      try await TokenSession.activated(options, context.places) { session, wiring in
        try await session.token.addExternalKey(try wiring.settings.requireExternalKey())
        context.console.answer(
          ["externalKey": "added"], [say("factor-commands.activation-cannot-be")])
      }
    }
  }

  /// `countersign external-key remove`
  struct Remove: TokenCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        commandName: "remove", abstract: say("factor-commands.use-activation-without"),
        discussion: say("factor-commands.key-needed-last"))
    }

    @OptionGroup var options: GlobalOptions

    func run(in context: CommandContext) async throws {
      try await TokenSession.activated(options, context.places) { session, _ in
        try await session.token.removeExternalKey()
        context.console.answer(
          ["externalKey": "removed"], [say("factor-commands.key-not-needed")])
      }
    }
  }
}
