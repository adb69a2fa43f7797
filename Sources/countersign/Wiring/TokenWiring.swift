import ChildProcess
import DeviceUnlock
import FoundationEssentials
import HTTPTransport
import Logging
import TokenCore
import TokenModel
import TokenScreens
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
    try settings.checkPins(of: [profile.server, profile.mobileTokenServer])
    stateDirectory = location.stateDirectory
    biometry = settings.biometry.map { $0.provider(for: location.profile, environment) }
  }

  /// Makes the state directory where it is missing; connects to nothing yet.
  func open() throws(TokenFailure) -> TokenSession {
    let store = try store()
    let logger = FileLog.logger(directory: stateDirectory)
    let pinning = pinning(store, logger)
    let isPinned = settings.pins.kind != .off
    let transport = AsyncHTTPTransport(
      options: self.transport, guardedBy: isPinned ? pinning : nil)
    let way: any Transport = isPinned ? PinnedTransport(transport, pinning) : transport
    let (key, missing) = externalKey(for: store)
    let token = Token(
      profile: profile,
      ports: TokenPorts(transport: way, store: store, biometry: biometry),
      logger: logger, externalKey: key, missingExternalKey: missing)
    return TokenSession(token: token, transport: transport, pinning: pinning)
  }

  /// What looks at the connections of pictures, with the list at hand; nil where nothing is pinned.
  func pictureGuard() async throws(TokenFailure) -> PinnedPictures? {
    guard settings.pins.kind != .off else { return nil }
    let pinning = pinning(try store(), FileLog.logger(directory: stateDirectory))
    await pinning.update()
    return PinnedPictures(pinning, hosts: [profile.server.host, profile.mobileTokenServer.host])
  }

  private func pinning(_ store: SQLiteActivationStore, _ logger: Logger) -> Pinning {
    Pinning(
      settings.pins, ports: PinPorts(fetching: PinListFetch(options: transport), store: store),
      logger: logger)
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

extension ProfileSettings {
  /// Without TLS there is no certificate to compare.
  fileprivate func checkPins(of servers: [ServerAddress]) throws(ConfigurationFault) {
    guard pins.kind != .off,
      servers.contains(where: { !$0.base.lowercased().hasPrefix("https:") })
    else { return }
    let fixed: ProfileKey = pins.certificates.isEmpty ? .pinPublicKeys : .pinCertificates
    throw fault(
      pins.service == nil ? fixed : .pinServiceURL, say("pinning.config-plain"),
      say("pinning.config-plain-next"))
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
