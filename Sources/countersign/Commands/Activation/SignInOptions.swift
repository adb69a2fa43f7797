import ArgumentParser
import TokenCore
import TokenModel

/// A sign-in with the browser, as the right to activate.
struct SignInOptions: ParsableArguments {
  @Flag(help: "Sign in with the browser, at the provider that the configuration names.")
  var oidc = false

  func grant(
    _ session: TokenSession, _ wiring: TokenWiring, _ context: CommandContext
  ) async throws -> OIDCGrant {
    throw TokenFailure.oidc(.notOffered)
  }
}
