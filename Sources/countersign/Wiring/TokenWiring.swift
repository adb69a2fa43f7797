import ChildProcess
import DeviceUnlock
import FoundationEssentials
import HTTPTransport
import TokenCore
import TokenModel
import TokenStorage

/// What the configuration says of one profile, checked and in the token's types; opens nothing.
struct TokenWiring: Sendable {
  let settings: ProfileSettings
  let profile: TokenProfile
  let transport: TransportOptions
  private let stateDirectory: String
  private let biometry: [any BiometryProvider]

  /// The configured name of this device, or the machine's own.
  var deviceName: String { settings.deviceName ?? Machine.current.hostName }

  init(
    _ location: Location, environment: [String: String] = ProcessInfo.processInfo.environment
  ) throws(ConfigurationFault) {
    settings = try location.settings()
    profile = try TokenProfile(settings)
    transport = try TransportOptions(settings, environment)
    stateDirectory = location.stateDirectory
    biometry = settings.biometry.map { $0.provider(for: location.profile, environment) }
  }

  /// Makes the state directory where it is missing; connects to nothing yet.
  func open() throws(TokenFailure) -> TokenSession {
    let store = try store()
    let transport = AsyncHTTPTransport(options: transport)
    let (key, missing) = externalKey(for: store)
    let token = Token(
      profile: profile,
      ports: TokenPorts(transport: transport, store: store, biometry: biometry),
      logger: FileLog.logger(directory: stateDirectory), externalKey: key,
      missingExternalKey: missing)
    return TokenSession(token: token, transport: transport)
  }

  private func store() throws(TokenFailure) -> SQLiteActivationStore {
    do throws(StorageFault) {
      return try SQLiteActivationStore(directory: stateDirectory, profile: settings.name)
    } catch {
      throw .storage(error)
    }
  }

  /// Read only where the activation is locked by it; a store that cannot be read has none.
  ///
  /// Status and removal need no key: what is wrong with its file is told only by what needs it.
  private func externalKey(
    for store: SQLiteActivationStore
  ) -> (key: Secret?, missing: TokenFailure?) {
    guard settings.externalKeyFile != nil, (try? store.localActivation())?.usesExternalKey == true
    else { return (nil, nil) }
    do throws(TokenFailure) { return (try settings.externalKey(), nil) } catch {
      return (nil, error)
    }
  }
}

extension BiometryChoice {
  fileprivate func provider(
    for profile: String, _ environment: [String: String]
  ) -> any BiometryProvider {
    let environment = ChildEnvironment(environment)
    return switch self {
    case .fingerprint: FingerprintProvider(profile: profile, environment: environment)
    case .desktop: DesktopProvider(profile: profile, environment: environment)
    }
  }
}
