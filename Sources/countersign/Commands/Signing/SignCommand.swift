import ArgumentParser
import FoundationEssentials
import TokenCore
import TokenModel
import TokenScreens

/// `countersign sign FILE`
struct SignCommand: TokenCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "sign",
      abstract: say("proof-commands.sign-request-backend"),
      discussion: say("proof-commands.prints-authorization-header"))
  }

  @Argument(help: ArgumentHelp(say("proof-commands.body-request-or")))
  var file: String?

  @Option(
    help: .init(say("proof-commands.method-request-get"), valueName: "method"))
  var method = "POST"

  @Option(
    name: .customLong("uri-id"),
    help: .init(say("proof-commands.what-backend-client"), valueName: "id")
  )
  var uriID: String?

  @Option(help: .init(say("proof-commands.parameters-get-request"), valueName: "a=1&b=2"))
  var query: String?

  @Option(
    help: .init(
      say("proof-commands.possession-possession-knowledge"),
      valueName: "factors"))
  var factors: SigningFactors?

  @Flag(help: ArgumentHelp(say("proof-commands.sign-file-with")))
  var deviceKey = false

  @Option(
    help: .init(say("proof-commands.signature-with-device"), valueName: "form"))
  var format = SignatureForm.der

  @OptionGroup var factor: FactorOptions
  @OptionGroup var options: GlobalOptions

  /// How an ECDSA signature is written.
  enum SignatureForm: String, ExpressibleByArgument, CaseIterable { case der, raw }

  func validate() throws {
    try deviceKey ? validateFile() : validateRequest()
    guard factors.map({ $0.agree(with: factor) }) ?? true else {
      throw ValidationError(say("command.factors-option-for"))
    }
  }

  func run(in context: CommandContext) async throws {
    try await TokenSession.activated(options, context.places) { session, _ in
      deviceKey ? try await signFile(session, context) : try await signRequest(session, context)
    }
  }

  private func signRequest(_ session: TokenSession, _ context: CommandContext) async throws {
    let factors = factors ?? (factor.biometry ? .possessionBiometry : .possessionKnowledge)
    let second = factors == .possession ? nil : try context.prompt.factor(factors.options(factor))
    let header =
      if method == "GET" {
        try await session.token.authorization(
          method: method, uriID: uriID ?? "", query: query ?? "", factors: factors.inProtocol,
          with: second)
      } else {
        try await session.token.authorization(
          method: method, uriID: uriID ?? "", body: try FileInput.bytes(file ?? "-"),
          factors: factors.inProtocol, with: second)
      }
    context.console.answer(header.document, [header.line])
  }

  private func signFile(_ session: TokenSession, _ context: CommandContext) async throws {
    let second = try context.prompt.factor(factor)
    let signature = try await session.token.signWithDeviceKey(
      try FileInput.bytes(file ?? "-"), format: format == .der ? .der : .raw, with: second)
    let text = Data(signature).base64EncodedString()
    context.console.answer(
      ["signature": .string(text), "format": .string(format.rawValue)], [text])
  }
}

extension SignCommand {
  /// Those that a backend can check; anything else is a slip.
  private static let methods = ["GET", "POST", "PUT", "PATCH", "DELETE"]

  /// What a line break or a quote left behind would be signed, and refused for no visible reason.
  private static func mayIdentify(_ scalar: Unicode.Scalar) -> Bool {
    !scalar.properties.isWhitespace && scalar.value >= 0x20 && scalar.value != 0x7F
      && scalar != "\"" && scalar != "'"
  }

  private func validateFile() throws {
    guard uriID == nil, query == nil, factors == nil, method == "POST" else {
      throw ValidationError(
        say("proof-commands.with-device-key"))
    }
    guard file != nil else { throw ValidationError(say("proof-commands.give-file-sign")) }
  }

  private func validateRequest() throws {
    guard let uriID, !uriID.isEmpty else {
      throw ValidationError(say("proof-commands.give-uri-id"))
    }
    guard uriID.unicodeScalars.allSatisfy(Self.mayIdentify) else {
      throw ValidationError(say("proof-commands.uri-id-has"))
    }
    guard Self.methods.contains(method) else {
      throw ValidationError(
        say("proof-commands.method-one", ["methods": Self.methods.joined(separator: ", ")]))
    }
    if method == "GET" {
      guard file == nil else { throw ValidationError(say("proof-commands.get-has-no")) }
    } else {
      guard query == nil else {
        throw ValidationError(say("proof-commands.has-no-query", ["method": method]))
      }
      guard file != nil else {
        throw ValidationError(say("proof-commands.has-body-give", ["method": method]))
      }
    }
  }
}
