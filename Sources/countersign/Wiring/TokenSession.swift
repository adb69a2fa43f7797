import HTTPTransport
import TokenCore
import TokenModel

/// One profile's token and the connections that it holds.
struct TokenSession: Sendable {
  let token: Token
  let transport: AsyncHTTPTransport
  /// Which certificates the servers may show.
  let pinning: Pinning

  /// Opens the session that the options name, and closes it whatever `body` does.
  static func with(
    _ options: GlobalOptions, _ places: Places,
    _ body: (TokenSession, TokenWiring) async throws -> Void
  ) async throws {
    let wiring = try TokenWiring(Location(options, places))
    let session = try wiring.open()
    do {
      try await body(session, wiring)
      await session.close()
    } catch {
      await session.close()
      throw error
    }
  }

  /// The same where there is an activation; throws `noActivation` where there is none.
  ///
  /// Looked at before a PIN is asked for, which would be typed in vain.
  static func activated(
    _ options: GlobalOptions, _ places: Places,
    _ body: (TokenSession, TokenWiring) async throws -> Void
  ) async throws {
    try await with(options, places) { session, wiring in
      _ = try await session.activation()
      try await body(session, wiring)
    }
  }

  /// What this device knows of its activation; throws `noActivation` where there is none.
  func activation() async throws(TokenFailure) -> LocalActivation {
    guard let activation = try await token.localActivation() else { throw .noActivation }
    return activation
  }

  /// Ends the connections.
  func close() async {
    await pinning.settle()
    await transport.shutdown()
  }
}
