import PowerAuth
import TokenCore
import TokenModel
import TokenScreens

extension TokenProfile {
  /// What the configuration says, in the types of the token; faults name the key.
  init(_ settings: ProfileSettings, machine: Machine = .current) throws(ConfigurationFault) {
    let server = try Self.address(settings.server, .server, settings)
    var mobileTokenServer: ServerAddress?
    if let other = settings.mobileTokenServer {
      mobileTokenServer = try Self.address(other, .mobileTokenServer, settings)
    }
    self.init(
      name: settings.name,
      credentials: try Self.credentials(settings),
      version: ProtocolVersion(rawValue: settings.protocolVersion) ?? .v3_3,
      server: server,
      mobileTokenServer: mobileTokenServer,
      language: settings.language,
      userAgent: machine.userAgent(language: "{language}"),
      deviceInfo: machine.deviceInfo,
      push: settings.push)
  }

  private static func address(
    _ text: String, _ key: ProfileKey, _ settings: ProfileSettings
  ) throws(ConfigurationFault) -> ServerAddress {
    do throws(NetworkFault) {
      return try ServerAddress(text)
    } catch {
      throw settings.fault(
        key, say("wiring.no-address-we", ["value": text]),
        say("wiring.https-host-port"))
    }
  }

  private static func credentials(
    _ settings: ProfileSettings
  ) throws(ConfigurationFault) -> ApplicationCredentials {
    do throws(PowerAuth.ConfigurationFault) {
      switch settings.credentials {
      case .sdkConfiguration(let text):
        return try ApplicationCredentials(sdkConfiguration: text)
      case .keys(let key, let secret, let masterPublicKey):
        return try ApplicationCredentials(
          applicationKey: key, applicationSecret: secret, masterPublicKey: masterPublicKey)
      }
    } catch {
      throw settings.fault(
        key(of: error, settings), say("wiring.cannot-be-used", ["error": "\(error)"]),
        say("wiring.copy-values-from"))
    }
  }

  private static func key(
    of fault: PowerAuth.ConfigurationFault, _ settings: ProfileSettings
  ) -> ProfileKey {
    if case .sdkConfiguration = settings.credentials { return .sdkConfiguration }
    switch fault {
    case .notBase64(.applicationKey), .wrongLength(.applicationKey, _, _): return .applicationKey
    case .notBase64(.applicationSecret), .wrongLength(.applicationSecret, _, _):
      return .applicationSecret
    case .notBase64, .wrongLength, .notAPoint, .unsupportedFormat, .truncated, .trailingBytes,
      .masterPublicKeyCount:
      return .masterPublicKey
    }
  }
}
