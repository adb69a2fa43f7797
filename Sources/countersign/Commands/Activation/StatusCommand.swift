import ArgumentParser
import TokenModel
import TokenScreens

/// `countersign status`
struct StatusCommand: TokenCommand {
  static let configuration = CommandConfiguration(
    commandName: "status", abstract: "Ask the server how this activation stands.")

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
      "State         \(status.state.rawValue)",
      "Device        \(activation.deviceName)",
      "Registration  \(activation.activationID)",
      "Fingerprint   \(DigestWords.fingerprint(activation.fingerprint))",
    ]
    // Before the commit nothing can be attempted, and 0 would read like a block.
    if [.active, .blocked].contains(status.state) {
      lines.append("Attempts left \(status.attemptsLeft) of \(status.maxFailedAttempts)")
    }
    if status.isDeadlocked {
      lines.append("Counters are too far apart: remove this activation and make a new one.")
    }
    if let object = status.customObject, object.object?.isEmpty == false {
      lines += ["From the bank"] + ColumnText.lines(object, indentation: "  ")
    }
    return lines
  }
}
