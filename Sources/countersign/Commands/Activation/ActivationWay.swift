import ArgumentParser
import TokenCore
import TokenModel
import TokenScreens

/// By what right an activation is asked for, where there is no code.
struct ActivationWay: ParsableArguments {
  @Option(help: .init(say("activation-commands.recovery-code-lost"), valueName: "code"))
  var recovery: String?

  @Flag(help: ArgumentHelp(say("activation-commands.read-puk-as")))
  var pukStdin = false

  @Option(
    name: .customLong("credential"),
    help: .init(
      say("activation-commands.one-bank-s"), valueName: "name=value"))
  var credentials: [NamedValue] = []

  @Flag(
    help: ArgumentHelp(say("activation-commands.ask-for-credentials")))
  var form = false

  @Flag(help: ArgumentHelp(say("activation-commands.read-those-credentials")))
  var formStdin = false

  @OptionGroup var signIn: SignInOptions

  /// How many ways were chosen.
  var count: Int {
    [recovery != nil, hasForm, signIn.oidc].count { $0 }
  }

  private var hasForm: Bool { !credentials.isEmpty || form || formStdin }

  func validate() throws {
    guard recovery != nil || !pukStdin else {
      throw ValidationError(say("activation-commands.puk-stdin-belongs"))
    }
    try NamedValue.checkDistinct(credentials)
  }

  /// Asks for what is still missing.
  func credential(
    _ session: TokenSession, _ wiring: TokenWiring, _ context: CommandContext
  ) async throws -> ActivationCredential {
    if let recovery {
      return .recovery(
        code: try await CommandFailure.told(in: .recoveryCode) {
          try ActivationCode(checkingRecovery: recovery)
        },
        puk: try context.prompt.puk(fromPipe: pukStdin))
    }
    if hasForm { return .custom(try custom(wiring.settings.offer.fields, context.prompt)) }
    return .oidc(try await signIn.grant(session, wiring, context))
  }

  private func custom(
    _ fields: [ActivationVariants.Field], _ prompt: Prompt
  ) throws -> [String: String] {
    var values = NamedValue.dictionary(credentials)
    if let empty = credentials.first(where: \.value.isEmpty) {
      throw TokenFailure.emptyAttribute(name: empty.name)
    }
    guard form || formStdin else { return values }
    guard !fields.isEmpty else {
      throw CommandFailure.usage(
        say("activation-commands.configuration-lists-no"),
        next: say("activation-commands.add-profiles-name"))
    }
    for field in fields where values[field.name] == nil {
      let value = try prompt.credential(field, fromPipe: formStdin)
      guard !value.isEmpty || !field.isRequired else {
        throw TokenFailure.emptyAttribute(name: field.label)
      }
      values[field.name] = value.isEmpty ? nil : value
    }
    return values
  }
}

extension ActivationCode {
  /// A recovery code as it stands on a postcard, its mark `R:` forgiven.
  init(checkingRecovery text: String) throws(TokenFailure) {
    let trimmed = text.drop(while: \.isWhitespace)
    let isMarked = trimmed.hasPrefix("R:") || trimmed.hasPrefix("r:")
    try self.init(checking: String(isMarked ? trimmed.dropFirst(2) : trimmed))
  }
}

extension Prompt {
  /// The PUK, ten digits; whether it is that is judged before anything else is asked.
  func puk(fromPipe: Bool) throws -> String {
    let line = try secret("PUK: ", .puk, fromPipe: fromPipe)
    return try line.withUnsafeBytes { bytes in
      let digits = bytes.filter { $0 != UInt8(ascii: " ") }
      guard digits.count == 10, digits.allSatisfy({ (0x30...0x39).contains($0) }) else {
        throw TokenFailure.pukFormat
      }
      return String(decoding: digits, as: UTF8.self)
    }
  }

  /// One field of the bank's own form.
  fileprivate func credential(
    _ field: ActivationVariants.Field, fromPipe: Bool
  ) throws -> String {
    let kind = Asked(name: field.label, option: "--form-stdin")
    guard field.isSecret else {
      return try text("\(field.label): ", kind, fromPipe: fromPipe)
    }
    return try secret("\(field.label): ", kind, fromPipe: fromPipe).withUnsafeBytes {
      String(decoding: $0, as: UTF8.self)
    }
  }
}
