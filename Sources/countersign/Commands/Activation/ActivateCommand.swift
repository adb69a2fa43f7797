import ArgumentParser
import TokenCore
import TokenModel
import TokenScreens

/// `countersign activate CODE`, and the other ways into an activation.
struct ActivateCommand: TokenCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "activate",
      abstract: say("activation-commands.make-this-device"),
      discussion: say("activation-commands.code-abcde-fghij"))
  }

  @Argument(help: ArgumentHelp(say("activation-commands.activation-code-lower")))
  var code: String?

  @OptionGroup var way: ActivationWay

  @Option(help: .init(say("activation-commands.name-this-device"), valueName: "name"))
  var name: String?

  @Option(
    help: .init(
      say("activation-commands.one-time-password"), valueName: "otp"))
  var otp: String?

  @Flag(help: ArgumentHelp(say("activation-commands.read-one-time")))
  var otpStdin = false

  @Option(help: .init(say("activation-commands.free-text-for"), valueName: "text"))
  var extras: String?

  @Option(
    name: .customLong("attribute"),
    help: .init(say("activation-commands.free-data-for"), valueName: "name=value"))
  var attributes: [NamedValue] = []

  @Flag(help: ArgumentHelp(say("command.read-pin-as")))
  var pinStdin = false

  @OptionGroup var options: GlobalOptions

  func validate() throws {
    guard way.count + (code == nil ? 0 : 1) == 1 else {
      throw ValidationError(
        say("activation-commands.give-one-activation"))
    }
    guard otp == nil || !otpStdin else {
      throw ValidationError(say("activation-commands.give-one-time"))
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
      say(
        "activation-commands.activated-as-registration",
        ["device-name": local.deviceName, "activation-i-d": local.activationID]),
      say(
        "activation-commands.fingerprint",
        ["fingerprint": DigestWords.fingerprint(local.fingerprint)]),
      say("activation-commands.compare-with-one"),
    ] + (activation.recovery.map(RecoveryLines.lines) ?? [])
  }
}

extension Prompt {
  /// The one-time password of the bank, from a pipe or typed without echo.
  fileprivate func otp() throws -> String {
    let line = try secret(
      say("activation-commands.one-time-password-2") + " ", .otp, fromPipe: true)
    let otp = line.withUnsafeBytes { String(decoding: $0, as: UTF8.self) }
    guard !otp.isEmpty else {
      throw TokenFailure.emptyAttribute(name: say("command.one-time-password"))
    }
    return otp
  }
}

extension ActivationCode {
  /// What somebody typed as an argument.
  init(checking text: String) throws(TokenFailure) {
    do { try self.init(typed: text) } catch { throw .activationCode(error) }
  }
}
