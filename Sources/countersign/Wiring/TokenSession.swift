import HTTPTransport
import TokenCore

/// One profile's token and the connections that it holds.
struct TokenSession: Sendable {
  let token: Token
  let transport: AsyncHTTPTransport

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

  /// Ends the connections.
  func close() async { await transport.shutdown() }
}
