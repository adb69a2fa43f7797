import ArgumentParser
import TokenCore
import TokenModel

/// `countersign pin`
struct PINCommand: CommandFamily {
  static let configuration = CommandConfiguration(
    commandName: "pin", abstract: "Check the PIN, or change it.",
    subcommands: [Check.self, Change.self])

  /// `countersign pin check`
  struct Check: TokenCommand {
    static let configuration = CommandConfiguration(
      commandName: "check", abstract: "Ask the server whether the PIN is right.",
      discussion: "A wrong PIN counts, as in an approval.")

    @Flag(help: "Read the PIN as one line of standard input.")
    var pinStdin = false

    @OptionGroup var options: GlobalOptions

    func run(in context: CommandContext) async throws {
      try await TokenSession.activated(options, context.places) { session, _ in
        try await session.token.validatePIN(try context.prompt.pin(fromPipe: pinStdin))
        context.console.answer(["pin": "correct"], ["The PIN is right."])
      }
    }
  }

  /// `countersign pin change`
  struct Change: TokenCommand {
    static let configuration = CommandConfiguration(
      commandName: "change", abstract: "Choose another PIN.",
      discussion: """
        The server is asked first whether the old one is right; without its answer nothing changes. \
        From standard input come two lines: the old PIN, then the new one.
        """)

    @Flag(help: "Read the old PIN and the new one as two lines of standard input.")
    var pinStdin = false

    @OptionGroup var options: GlobalOptions

    func run(in context: CommandContext) async throws {
      try await TokenSession.activated(options, context.places) { session, _ in
        let old = try context.prompt.pin("The PIN of today: ", fromPipe: pinStdin)
        let new = try context.prompt.newPIN("The new PIN: ", fromPipe: pinStdin)
        try await session.token.changePIN(from: old, to: new)
        context.console.answer(["pin": "changed"], ["The PIN is changed."])
      }
    }
  }
}
