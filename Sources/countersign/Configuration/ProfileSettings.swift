import TokenCore
import TokenModel
import TokenScreens

/// One `[profiles.NAME]` table of the configuration file, checked key by key.
struct ProfileSettings: Equatable {
  /// Where the application's keys come from; the two forms exclude each other.
  enum Credentials: Equatable {
    /// The single-line SDK configuration string.
    case sdkConfiguration(String)
    /// Base64 texts of 16, 16 and 33 or 65 bytes.
    case keys(applicationKey: String, applicationSecret: String, masterPublicKey: String)
  }

  let name: String
  /// Base address before `/pa`.
  let server: String
  /// Base address before `/api`; nil when it is `server`.
  let mobileTokenServer: String?
  let credentials: Credentials
  /// `3.0` to `3.3`.
  let protocolVersion: String
  /// Value of `Accept-Language`.
  let language: String
  /// 5 to 3600.
  let pollIntervalSeconds: Int
  /// Nil: the host name.
  let deviceName: String?
  /// Absolute path of a PEM file.
  let caFile: String?
  /// `http://host:port`.
  let proxy: String?
  /// What the interface calls the bank; nil: the name of the profile.
  let bank: String?
  /// How the profile looks.
  let appearance: Appearance
  let offer: ActivationOffer
  /// Which providers may keep the key of the biometry factor; empty switches the factor off.
  let biometry: [BiometryChoice]
  /// Whether pictures of operations are fetched.
  let pictures: PicturePolicy
  /// Absolute path of a file with 16 bytes, or with their Base64 text.
  let externalKeyFile: String?
  /// Which certificates the servers may show.
  let pins: PinConfiguration
  /// Schemes of the bank's links, for the desktop.
  let linkSchemes: [String]
  /// Schemes beside https that a bank's redirect may have, in small letters.
  let redirectSchemes: [String]
  /// Where push messages are to arrive; nil for nowhere.
  let push: PushRegistration?
  /// Where the table stands, for faults found later.
  let source: ConfigurationSource
}

/// By which rights, beside an activation code, the bank lets a device be activated.
struct ActivationOffer: Equatable, Sendable {
  /// Sign-in at a provider of OpenID Connect.
  struct SignIn: Equatable, Sendable {
    /// The server's name of the provider.
    let provider: String
    /// What a person reads; the provider's name where the configuration has none.
    let label: String
    /// The port of this machine that receives the answer; nil takes that of the redirect address.
    let redirectPort: Int?
  }

  /// Empty: the bank has no form of its own.
  let fields: [ActivationVariants.Field]
  let signIn: SignIn?
  /// Activation with a recovery code and PUK.
  let hasRecovery: Bool

  /// The same for the screens.
  var variants: ActivationVariants {
    ActivationVariants(fields: fields, hasRecovery: hasRecovery, signIn: signIn?.label)
  }
}

extension Appearance {
  /// What `theme` may be, the default first.
  static let themes = ["auto", "dark", "light", "high-contrast", "mono"]
}

/// What keeps the key of the biometry factor.
enum BiometryChoice: String, CaseIterable, Sendable {
  /// A finger at the reader, the key in the Secret Service.
  case fingerprint
  /// The unlocked desktop session alone.
  case desktop
}

/// The file of a profile, kept to name the place of a fault.
struct ConfigurationSource: Equatable {
  let file: String
  let text: String

  /// `entry` counts from 0 where `path` is an array of tables.
  func fault(
    _ key: String?, in path: [String], entry: Int = 0, _ problem: String, _ remedy: String
  ) -> ConfigurationFault {
    let position = KeyLocator(text).position(of: key, in: path, entry: entry)
    return ConfigurationFault(
      place: .init(file: file, line: position?.line, column: position?.column),
      key: (path + (key.map { [$0] } ?? [])).joined(separator: "."),
      problem: problem, remedy: remedy)
  }
}

extension ProfileSettings {
  /// A fault of a value that only its user can judge, such as an address.
  func fault(_ key: ProfileKey, _ problem: String, _ remedy: String) -> ConfigurationFault {
    source.fault(key.rawValue, in: ["profiles", name], problem, remedy)
  }
}

/// The keys of a profile.
enum ProfileKey: String, CaseIterable {
  case server
  case mobileTokenServer = "mobile_token_server"
  case sdkConfiguration = "sdk_configuration"
  case applicationKey = "application_key"
  case applicationSecret = "application_secret"
  case masterPublicKey = "master_public_key"
  case protocolVersion = "protocol"
  case language
  case pollIntervalSeconds = "poll_interval_seconds"
  case deviceName = "device_name"
  case caFile = "ca_file"
  case proxy
  case bank
  case theme
  case accent
  case recovery
  case oidcProvider = "oidc_provider"
  case oidcLabel = "oidc_label"
  case oidcRedirectPort = "oidc_redirect_port"
  case biometry
  case externalKeyFile = "external_key_file"
  case images
  case pinCertificates = "pin_certificates"
  case pinPublicKeys = "pin_public_keys"
  case pinServiceURL = "pin_service_url"
  case pinPublicKey = "pin_public_key"
  case pinChallenge = "pin_challenge"
  case pinNames = "pin_names"
  case pinFallback = "pin_fallback"
  case linkSchemes = "link_schemes"
  case redirectSchemes = "redirect_schemes"
  case pushPlatform = "push_platform"
  case pushToken = "push_token"
  case pushEnvironment = "push_environment"
  case credentials
}

/// The keys of an entry of `[[profiles.NAME.credentials]]`.
enum CredentialKey: String, CaseIterable {
  case name, label, secret, required
}
