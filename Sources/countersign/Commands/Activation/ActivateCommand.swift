import ArgumentParser
import TokenCore
import TokenModel
import TokenScreens

/// `countersign activate CODE`, and the other ways into an activation.
struct ActivateCommand: TokenCommand {
  static let configuration = CommandConfiguration(
    commandName: "activate",
    abstract: "Make this device a token of yours, with the code that your bank shows.",
    discussion: """
      CODE is ABCDE-FGHIJ-KLMNO-PQRST, or with the bank's signature CODE#SIGNATURE (quote it). \
      Without a code there is the recovery code of a lost device with its PUK (--recovery), the \
      bank's own credentials (--credential, or --form to be asked for those of the configuration) \
      and a sign-in with the browser (--oidc). Choose a PIN of at least four digits; nobody can \
      tell it to you later.

      From standard input come, one line each and in this order: the PUK (--puk-stdin), the \
      credentials that were not given (--form-stdin), the one-time password (--otp-stdin), the PIN \
      (--pin-stdin).
      """)

  @Argument(help: "The activation code; lower case, spaces and missing dashes are forgiven.")
  var code: String?

  @OptionGroup var way: ActivationWay

  @Option(help: .init("The name of this device, for the bank's list.", valueName: "name"))
  var name: String?

  @Option(
    help: .init(
      "A one-time password; only if your bank gave you one. Other users of this machine can read "
        + "it: better give it by --otp-stdin.", valueName: "otp"))
  var otp: String?

  @Flag(help: "Read the one-time password as one line of standard input.")
  var otpStdin = false

  @Option(help: .init("Free text for the server, at most 4000 characters.", valueName: "text"))
  var extras: String?

  @Option(
    name: .customLong("attribute"),
    help: .init("Free data for the bank's own server; may be repeated.", valueName: "name=value"))
  var attributes: [NamedValue] = []

  @Flag(help: "Read the PIN as one line of standard input.")
  var pinStdin = false

  @OptionGroup var options: GlobalOptions

  func validate() throws {
    guard way.count + (code == nil ? 0 : 1) == 1 else {
      throw ValidationError(
        "Give one of: an activation code, --recovery, --credential or --form, --oidc.")
    }
    guard otp == nil || !otpStdin else {
      throw ValidationError("Give the one-time password once: --otp or --otp-stdin.")
    }
    try NamedValue.checkDistinct(attributes)
  }

  func run(in context: CommandContext) async throws {
    let code = try code.map { try ActivationCode(checking: $0) }
    try await TokenSession.with(options, context.places) { session, wiring in
      if try await session.token.localActivation() != nil { throw TokenFailure.alreadyActivated }
      let credential: ActivationCredential =
        if let code { .code(code) } else { try await way.credential(session, wiring, context) }
      let request = ActivationRequest(
        credential: credential, deviceName: name ?? wiring.deviceName,
        otp: try otpStdin ? context.prompt.otp() : otp, extras: extras,
        customAttributes: customAttributes, pin: try context.prompt.newPIN(fromPipe: pinStdin))
      let activation = try await CommandFailure.told(in: .activation(credential)) {
        try await session.token.activate(request)
      }
      context.console.answer(activation.document, Self.lines(activation))
    }
  }

  private var customAttributes: [String: JSONValue]? {
    attributes.isEmpty ? nil : NamedValue.dictionary(attributes).mapValues(JSONValue.string)
  }

  private static func lines(_ activation: NewActivation) -> [String] {
    let local = activation.local
    return [
      "Activated as \(local.deviceName), registration \(local.activationID).",
      "Fingerprint: \(DigestWords.fingerprint(local.fingerprint))",
      "Compare it with the one your bank shows, then confirm there. See: countersign status",
    ] + (activation.recovery.map(RecoveryLines.lines) ?? [])
  }
}

extension Prompt {
  /// The one-time password of the bank, from a pipe or typed without echo.
  fileprivate func otp() throws -> String {
    let line = try secret("One-time password: ", .otp, fromPipe: true)
    let otp = line.withUnsafeBytes { String(decoding: $0, as: UTF8.self) }
    guard !otp.isEmpty else { throw TokenFailure.emptyAttribute(name: "one-time password") }
    return otp
  }
}

extension ActivationCode {
  /// What somebody typed as an argument.
  init(checking text: String) throws(TokenFailure) {
    do { try self.init(typed: text) } catch { throw .activationCode(error) }
  }
}
