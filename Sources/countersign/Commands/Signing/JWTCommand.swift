import ArgumentParser
import TokenCore
import TokenModel
import TokenScreens

/// `countersign jwt FILE`
struct JWTCommand: TokenCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "jwt", abstract: say("proof-commands.sign-claims-with"),
      discussion: say("proof-commands.file-holds-claims"))
  }

  @Argument(help: ArgumentHelp(say("proof-commands.claims-json-object")))
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
        say("proof-commands.claims-are-not"), next: say("proof-commands.give-object-such"))
    }
    return claims
  }
}
