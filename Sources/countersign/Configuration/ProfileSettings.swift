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
  /// Where the table stands, for faults found later.
  let source: ConfigurationSource
}

/// The file of a profile, kept to name the place of a fault.
struct ConfigurationSource: Equatable {
  let file: String
  let text: String

  func fault(
    _ key: String?, in path: [String], _ problem: String, _ remedy: String
  ) -> ConfigurationFault {
    let position = KeyLocator(text).position(of: key, in: path)
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
}
