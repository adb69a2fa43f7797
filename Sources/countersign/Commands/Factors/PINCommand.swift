import ArgumentParser
import TokenCore
import TokenModel
import TokenScreens

/// `countersign pin`
struct PINCommand: CommandFamily {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "pin", abstract: say("factor-commands.check-pin-or"),
      subcommands: [Check.self, Change.self])
  }

  /// `countersign pin check`
  struct Check: TokenCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        commandName: "check", abstract: say("factor-commands.ask-server-whether"),
        discussion: say("factor-commands.wrong-pin-counts"))
    }

    @Flag(help: ArgumentHelp(say("command.read-pin-as")))
    var pinStdin = false

    @OptionGroup var options: GlobalOptions

    func run(in context: CommandContext) async throws {
      try await TokenSession.activated(options, context.places) { session, _ in
        try await session.token.validatePIN(try context.prompt.pin(fromPipe: pinStdin))
        context.console.answer(["pin": "correct"], [say("factor-commands.pin-right")])
      }
    }
  }

  /// `countersign pin change`
  struct Change: TokenCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        commandName: "change", abstract: say("factor-commands.choose-another-pin"),
        discussion: say("factor-commands.server-asked-first"))
    }

    @Flag(help: ArgumentHelp(say("factor-commands.read-old-pin")))
    var pinStdin = false

    @OptionGroup var options: GlobalOptions

    func run(in context: CommandContext) async throws {
      try await TokenSession.activated(options, context.places) { session, _ in
        let old = try context.prompt.pin(say("factor-commands.pin-today") + " ", fromPipe: pinStdin)
        let new = try context.prompt.newPIN(
          say("factor-commands.new-pin") + " ", fromPipe: pinStdin)
        try await session.token.changePIN(from: old, to: new)
        context.console.answer(["pin": "changed"], [say("factor-commands.pin-changed")])
      }
    }
  }
}
