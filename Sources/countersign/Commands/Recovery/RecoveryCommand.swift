import ArgumentParser
import TokenCore
import TokenModel

/// `countersign recovery`
struct RecoveryCommand: CommandFamily {
  static let configuration = CommandConfiguration(
    commandName: "recovery", abstract: "The code by which a lost device can be replaced.",
    subcommands: [Show.self, Confirm.self])

  /// `countersign recovery show`
  struct Show: TokenCommand {
    static let configuration = CommandConfiguration(
      commandName: "show", abstract: "Print the recovery code and PUK of this activation.",
      discussion: "Write them on paper. Whoever has them can activate a device in your name.")

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
    static let configuration = CommandConfiguration(
      commandName: "confirm", abstract: "Tell the bank that its postcard with a code has arrived.",
      discussion: "It can replace a lost device from then on. The PUK stays with you.")

    @Argument(help: "The recovery code of the postcard, with or without R: before it.")
    var code: String

    @Flag(help: "Read the PIN as one line of standard input.")
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
          [confirmation.alreadyConfirmed ? "It was confirmed before." : "The code is confirmed."])
      }
    }
  }
}

/// Recovery codes for people, who are told what they are.
enum RecoveryLines {
  static func lines(_ codes: RecoveryCodes) -> [String] {
    let (code, puk) = codes.reveal()
    return [
      "Recovery code  \(code)", "PUK            \(puk)",
      "Write both on paper: they replace this device when it is lost, for whoever has them.",
    ]
  }
}
