import FoundationEssentials
import HTTPTransport
import Logging
import TokenCore
import TokenModel
import TokenStorage

/// One profile's token with everything it needs, opened for the length of a command.
struct TokenSession: Sendable {
  let token: Token
  let settings: ProfileSettings
  private let transport: AsyncHTTPTransport

  /// The configured name of this device, or the machine's own.
  var deviceName: String { settings.deviceName ?? Machine.current.hostName }

  /// Throws `ConfigurationFault` or `StorageFault`.
  init(_ location: Location, environment: [String: String] = ProcessInfo.processInfo.environment)
    throws
  {
    settings = try location.settings()
    let profile = try TokenProfile(settings)
    let store = try SQLiteActivationStore(
      directory: location.stateDirectory, profile: settings.name)
    transport = try AsyncHTTPTransport(
      options: TransportOptions(settings, environment))
    token = Token(
      profile: profile, ports: TokenPorts(transport: transport, store: store),
      logger: FileLog.logger(directory: location.stateDirectory))
  }

  /// Opens the session that the options name, and closes it whatever `body` does.
  static func with(
    _ options: GlobalOptions, _ places: Places,
    _ body: (TokenSession) async throws -> Void
  ) async throws {
    let session = try TokenSession(Location(options, places))
    do {
      try await body(session)
      await session.close()
    } catch {
      await session.close()
      throw error
    }
  }

  /// Ends the connections.
  func close() async { await transport.shutdown() }
}
