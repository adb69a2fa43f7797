import ArgumentParser
import TokenCore
import TokenModel

/// `countersign jwt FILE`
struct JWTCommand: TokenCommand {
  static let configuration = CommandConfiguration(
    commandName: "jwt", abstract: "Sign claims with the private key of this device, as a JWT.",
    discussion: """
      FILE holds the claims, a JSON object; - is standard input, and a PIN that comes from there, \
      too, is its first line. The token is signed with ES256; the server unlocks the key.
      """)

  @Argument(help: "The claims, a JSON object; - for standard input.")
  var file: String

  @OptionGroup var factor: FactorOptions
  @OptionGroup var options: GlobalOptions

  func run(in context: CommandContext) async throws {
    try await TokenSession.activated(options, context.places) { session, _ in
      let second = try context.prompt.factor(factor)
      let token = try await session.token.jwt(claims: try claims(), with: second)
      context.console.answer(["jwt": .string(token)], [token])
    }
  }

  private func claims() throws -> JSONValue {
    let bytes = try FileInput.bytes(file)
    guard let claims = try? JSONValue(parsing: bytes), claims.object != nil else {
      throw CommandFailure.usage(
        "The claims are not a JSON object.", next: "Give an object, such as {\"sub\": \"me\"}.")
    }
    return claims
  }
}
