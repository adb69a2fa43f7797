import ArgumentParser
import FoundationEssentials
import TokenCore
import TokenModel

/// `countersign sign FILE`
struct SignCommand: TokenCommand {
  static let configuration = CommandConfiguration(
    commandName: "sign",
    abstract: "Sign a request that a backend checks with its PowerAuth server, or a file.",
    discussion: """
      Prints the authorization header as curl takes it: \
      curl -H "$(countersign sign --uri-id /mobile/login login.json)" --data-binary @login.json … \
      The request itself is not sent. The counter of this activation moves with each signature; the \
      server is asked for the status before it, so that the two do not lose step. Headers count in \
      their order: one that was made before another one that was used is refused. With \
      --method GET the parameters are signed: --query 'a=1&b=2'.

      With --device-key FILE itself is signed with the private key of this device (ECDSA with \
      SHA-256), which the server unlocks; printed is the signature in Base64.

      FILE - is standard input; a PIN that comes from there, too, is its first line.
      """)

  @Argument(help: "The body of the request, or what is to be signed; - for standard input.")
  var file: String?

  @Option(
    help: .init("Method of the request: GET, POST, PUT, PATCH or DELETE.", valueName: "method"))
  var method = "POST"

  @Option(
    name: .customLong("uri-id"),
    help: .init("What backend and client call the request, such as /mobile/login.", valueName: "id")
  )
  var uriID: String?

  @Option(help: .init("Parameters of a GET request.", valueName: "a=1&b=2"))
  var query: String?

  @Option(
    help: .init(
      "possession, possession_knowledge or possession_biometry (default: by the factor given).",
      valueName: "factors"))
  var factors: SigningFactors?

  @Flag(help: "Sign FILE with the private key of this device.")
  var deviceKey = false

  @Option(
    help: .init("Of a signature with the device key: der or raw (r and s).", valueName: "form"))
  var format = SignatureForm.der

  @OptionGroup var factor: FactorOptions
  @OptionGroup var options: GlobalOptions

  /// How an ECDSA signature is written.
  enum SignatureForm: String, ExpressibleByArgument, CaseIterable { case der, raw }

  func validate() throws {
    try deviceKey ? validateFile() : validateRequest()
    guard factors.map({ $0.agree(with: factor) }) ?? true else {
      throw ValidationError("The factors and the option for the factor contradict each other.")
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
        "With --device-key a file is signed: no --method, --uri-id, --query or --factors.")
    }
    guard file != nil else { throw ValidationError("Give the file to sign, or - .") }
  }

  private func validateRequest() throws {
    guard let uriID, !uriID.isEmpty else {
      throw ValidationError("Give --uri-id, what backend and client call the request.")
    }
    guard uriID.unicodeScalars.allSatisfy(Self.mayIdentify) else {
      throw ValidationError("The --uri-id has no blanks, quotes or control characters.")
    }
    guard Self.methods.contains(method) else {
      throw ValidationError("The method is one of \(Self.methods.joined(separator: ", ")).")
    }
    if method == "GET" {
      guard file == nil else { throw ValidationError("GET has no body: give --query instead.") }
    } else {
      guard query == nil else {
        throw ValidationError("\(method) has no --query: its body is signed.")
      }
      guard file != nil else {
        throw ValidationError("\(method) has a body: give its file, or - for standard input.")
      }
    }
  }
}
