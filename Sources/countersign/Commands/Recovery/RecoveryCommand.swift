import ArgumentParser
import TokenCore
import TokenModel
import TokenScreens

/// `countersign recovery`
struct RecoveryCommand: CommandFamily {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "recovery", abstract: say("recovery-commands.code-by-which"),
      subcommands: [Show.self, Confirm.self])
  }

  /// `countersign recovery show`
  struct Show: TokenCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        commandName: "show", abstract: say("recovery-commands.print-recovery-code"),
        discussion: say("recovery-commands.write-them-on"))
    }

    @OptionGroup var factor: FactorOptions
    @OptionGroup var options: GlobalOptions

    func run(in context: CommandContext) async throws {
      try await TokenSession.activated(options, context.places) { session, _ in
        let codes = try await session.token.recoveryCodes(
          with: try context.prompt.factor(factor))
        context.console.answer(codes.document, RecoveryLines.lines(codes))
      }
    }
  }

  /// `countersign recovery confirm CODE`
  struct Confirm: TokenCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        commandName: "confirm", abstract: say("recovery-commands.tell-bank-its"),
        discussion: say("recovery-commands.can-replace-lost"))
    }

    @Argument(help: ArgumentHelp(say("recovery-commands.recovery-code-postcard")))
    var code: String

    @Flag(help: ArgumentHelp(say("command.read-pin-as")))
    var pinStdin = false

    @OptionGroup var options: GlobalOptions

    func run(in context: CommandContext) async throws {
      let code = try await CommandFailure.told(in: .recoveryCode) {
        try ActivationCode(checkingRecovery: self.code)
      }
      try await TokenSession.activated(options, context.places) { session, _ in
        let factor = SecondFactor.pin(try context.prompt.pin(fromPipe: pinStdin))
        let confirmation = try await CommandFailure.told(in: .recoveryConfirmation) {
          try await session.token.confirmRecovery(code: code, with: factor)
        }
        context.console.answer(
          ["alreadyConfirmed": .bool(confirmation.alreadyConfirmed)],
          [
            confirmation.alreadyConfirmed
              ? say("recovery-commands.was-confirmed-before")
              : say("recovery-commands.code-confirmed")
          ])
      }
    }
  }
}

/// Recovery codes for people, who are told what they are.
enum RecoveryLines {
  static func lines(_ codes: RecoveryCodes) -> [String] {
    let (code, puk) = codes.reveal()
    return [
      say("recovery-commands.recovery-code", ["code": code]),
      say("recovery-commands.puk", ["puk": puk]),
      say("recovery-commands.write-both-on"),
    ]
  }
}
