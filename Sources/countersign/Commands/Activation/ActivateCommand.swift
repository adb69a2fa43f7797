import ArgumentParser
import TokenCore
import TokenModel

/// `countersign activate CODE`
struct ActivateCommand: TokenCommand {
  static let configuration = CommandConfiguration(
    commandName: "activate",
    abstract: "Make this device a token of yours, with the code that your bank shows.",
    discussion: """
      CODE is ABCDE-FGHIJ-KLMNO-PQRST, or with the bank's signature CODE#SIGNATURE (quote it). \
      Choose a PIN of at least four characters; nobody can tell it to you later.
      """)

  @Argument(help: "The activation code; lower case, spaces and missing dashes are forgiven.")
  var code: String

  @Option(help: .init("The name of this device, for the bank's list.", valueName: "name"))
  var name: String?

  @Option(help: .init("A one-time password; only if your bank gave you one.", valueName: "otp"))
  var otp: String?

  @Flag(help: "Read the PIN as one line of standard input.")
  var pinStdin = false

  @OptionGroup var options: GlobalOptions

  func run(in context: CommandContext) async throws {
    let code = try activationCode()
    try await TokenSession.with(options, context.places) { session, wiring in
      if try await session.token.localActivation() != nil { throw TokenFailure.alreadyActivated }
      let request = ActivationRequest(
        code: code, deviceName: name ?? wiring.deviceName, otp: otp,
        pin: try context.prompt.newPIN(fromPipe: pinStdin))
      let activation = try await session.token.activate(request).local
      context.console.answer(activation.document, Self.lines(activation))
    }
  }

  private func activationCode() throws(TokenFailure) -> ActivationCode {
    do { return try ActivationCode(typed: code) } catch { throw .activationCode(error) }
  }

  private static func lines(_ activation: LocalActivation) -> [String] {
    [
      "Activated as \(activation.deviceName), registration \(activation.activationID).",
      "Fingerprint: \(activation.fingerprint)",
      "Compare it with the one your bank shows, then confirm there. See: countersign status",
    ]
  }
}
