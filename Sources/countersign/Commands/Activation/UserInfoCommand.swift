import ArgumentParser
import TokenModel

/// `countersign user-info`
struct UserInfoCommand: TokenCommand {
  static let configuration = CommandConfiguration(
    commandName: "user-info", abstract: "Show what the bank says about you; without PIN.")

  @OptionGroup var options: GlobalOptions

  func run(in context: CommandContext) async throws {
    try await TokenSession.with(options, context.places) { session, _ in
      let info = try await session.token.userInfo()
      let lines = ValueLines.lines(Self.forPeople(info.claims))
      context.console.answer(
        info.claims, lines.isEmpty ? ["The bank says nothing about you."] : lines)
    }
  }

  /// Claims about the answer rather than the person (RFC 7519, section 4.1); JSON mode has them all.
  private static let technical: Set = ["aud", "exp", "iat", "iss", "jti", "nbf"]

  private static func forPeople(_ claims: JSONValue) -> JSONValue {
    .object((claims.object ?? [:]).filter { !technical.contains($0.key) })
  }
}
