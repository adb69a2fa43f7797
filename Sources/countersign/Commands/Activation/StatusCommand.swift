import ArgumentParser
import TokenModel
import TokenScreens

/// `countersign status`
struct StatusCommand: TokenCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "status", abstract: say("activation-commands.ask-server-how"))
  }

  @OptionGroup var options: GlobalOptions

  func run(in context: CommandContext) async throws {
    try await TokenSession.with(options, context.places) { session, _ in
      _ = try await session.activation()
      let status = try await session.token.status()
      // Looked at afterwards: an upgrade of the protocol changes the fingerprint.
      let activation = try await session.activation()
      context.console.answer(
        activation.document.merging(status.document), Self.lines(activation, status))
    }
  }

  private static func lines(_ activation: LocalActivation, _ status: ActivationStatus) -> [String] {
    var lines = [
      say("activation-commands.state", ["state": StatusWords.word(status.state)]),
      say("activation-commands.device", ["device-name": activation.deviceName]),
      say("activation-commands.registration", ["activation-i-d": activation.activationID]),
      say(
        "activation-commands.fingerprint-2",
        ["fingerprint": DigestWords.fingerprint(activation.fingerprint)]),
    ]
    // Before the commit nothing can be attempted, and 0 would read like a block.
    if [.active, .blocked].contains(status.state) {
      lines.append(
        say(
          "activation-commands.attempts-left",
          [
            "attempts-left": String(status.attemptsLeft),
            "max-failed-attempts": String(status.maxFailedAttempts),
          ]))
    }
    if status.isDeadlocked {
      lines.append(say("activation-commands.counters-are-too"))
    }
    if let object = status.customObject, object.object?.isEmpty == false {
      lines += [say("activation-commands.from-bank")] + ColumnText.lines(object, indentation: "  ")
    }
    return lines
  }
}
