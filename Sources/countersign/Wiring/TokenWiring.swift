import FoundationEssentials
import HTTPTransport
import TokenCore
import TokenModel
import TokenStorage

/// What the configuration says of one profile, checked and in the token's types; opens nothing.
struct TokenWiring: Sendable {
  let settings: ProfileSettings
  let profile: TokenProfile
  private let transport: TransportOptions
  private let stateDirectory: String

  /// The configured name of this device, or the machine's own.
  var deviceName: String { settings.deviceName ?? Machine.current.hostName }

  init(
    _ location: Location, environment: [String: String] = ProcessInfo.processInfo.environment
  ) throws(ConfigurationFault) {
    settings = try location.settings()
    profile = try TokenProfile(settings)
    transport = try TransportOptions(settings, environment)
    stateDirectory = location.stateDirectory
  }

  /// Makes the state directory where it is missing; connects to nothing yet.
  func open() throws(StorageFault) -> TokenSession {
    let store = try SQLiteActivationStore(directory: stateDirectory, profile: settings.name)
    let transport = AsyncHTTPTransport(options: transport)
    let token = Token(
      profile: profile, ports: TokenPorts(transport: transport, store: store),
      logger: FileLog.logger(directory: stateDirectory))
    return TokenSession(token: token, transport: transport)
  }
}
