import PowerAuthCrypto
import TokenModel

/// For whom a message is encrypted.
public enum EciesScope: Sendable, Equatable {
  /// Anybody with the application's credentials; under the master key or a temporary one.
  case application
  /// One activation; under the server's key for it or a temporary one.
  case activation(id: String, transportKey: Secret)

  /// The activation's identifier, in its scope.
  public var activationID: String? {
    switch self {
    case .application: nil
    case .activation(let id, _): id
    }
  }
}

/// The first shared info: what the encryption is for.
public struct EciesPurpose: RawRepresentable, Hashable, Sendable {
  /// A path that both sides know.
  public let rawValue: String

  /// The purpose of an endpoint of the bank's own.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// Any exchange of the application; the outer layer of an activation.
  public static let application = EciesPurpose(rawValue: "/pa/generic/application")
  /// Any exchange of one activation.
  public static let activation = EciesPurpose(rawValue: "/pa/generic/activation")
  /// The inner layer of an activation.
  public static let activationLayer2 = EciesPurpose(rawValue: "/pa/activation")
  /// The start of a protocol upgrade.
  public static let upgrade = EciesPurpose(rawValue: "/pa/upgrade")
  /// The vault key's way to the client.
  public static let vaultUnlock = EciesPurpose(rawValue: "/pa/vault/unlock")
  /// A new token's way to the client.
  public static let tokenCreate = EciesPurpose(rawValue: "/pa/token/create")
  /// The confirmation of a recovery code.
  public static let recoveryConfirm = EciesPurpose(rawValue: "/pa/recovery/confirm")
}

/// What both sides know about an encrypted exchange before its first byte.
public struct EciesContext: Sendable {
  /// Bytes of a nonce.
  public static let nonceSize = 16

  /// The version whose rules hold.
  public let version: ProtocolVersion
  /// The configured Base64 text.
  public let applicationKey: String
  /// For whom the exchange is encrypted.
  public let scope: EciesScope
  /// The identifier of the server's temporary key; nil before 3.3.
  public let temporaryKeyID: String?
  let rules: EciesRules
  let sharedInfo1: [UInt8]
  /// The base of the second shared info, 32 B.
  let sharedInfo2: [UInt8]
  let associatedData: [UInt8]

  /// Throws `EciesError.temporaryKey` when `temporaryKeyID` does not fit the version.
  ///
  /// `applicationKey` and `applicationSecret` are the configured Base64 texts.
  public init(
    version: ProtocolVersion, applicationKey: String, applicationSecret: String,
    scope: EciesScope, purpose: EciesPurpose, temporaryKeyID: String? = nil
  ) throws(EciesError) {
    rules = EciesRules(version)
    guard rules.usesTemporaryKey == (temporaryKeyID != nil) else { throw .temporaryKey }
    self.version = version
    self.applicationKey = applicationKey
    self.scope = scope
    self.temporaryKeyID = temporaryKeyID
    let prefix = rules.bindsSurroundings ? version.rawValue : ""
    sharedInfo1 = Array((prefix + purpose.rawValue).utf8)
    sharedInfo2 = Self.sharedInfo2(scope, Array(applicationSecret.utf8))
    let surroundings = [version.rawValue, applicationKey, scope.activationID, temporaryKeyID]
    associatedData = Self.join(surroundings.compactMap { $0.map { Array($0.utf8) } })
  }

  /// As the first initializer, with the client's credentials.
  public init(
    version: ProtocolVersion, credentials: ApplicationCredentials, scope: EciesScope,
    purpose: EciesPurpose, temporaryKeyID: String? = nil
  ) throws(EciesError) {
    try self.init(
      version: version, applicationKey: credentials.applicationKey,
      applicationSecret: credentials.applicationSecret, scope: scope, purpose: purpose,
      temporaryKeyID: temporaryKeyID)
  }

  /// The header for an exchange that is not signed.
  public var header: EncryptionHeader {
    EncryptionHeader(
      version: version, applicationKey: applicationKey, activationID: scope.activationID)
  }

  /// What follows the ciphertext in the MAC; `ephemeralKey` is empty for a response.
  func macInput(nonce: [UInt8]?, timestamp: Int64?, ephemeralKey: [UInt8]) -> [UInt8] {
    guard rules.bindsSurroundings else { return sharedInfo2 }
    let time = withUnsafeBytes(of: (timestamp ?? 0).bigEndian) { Array($0) }
    return Self.join([sharedInfo2, nonce ?? [], time, ephemeralKey, associatedData])
  }

  private static func sharedInfo2(_ scope: EciesScope, _ secret: [UInt8]) -> [UInt8] {
    switch scope {
    case .application: SHA256.hash(secret)
    case .activation(_, let transportKey): HMACSHA256.code(of: secret, key: transportKey)
    }
  }

  /// Each part behind its length in 4 B, big endian.
  private static func join(_ parts: [[UInt8]]) -> [UInt8] {
    parts.flatMap { part in
      withUnsafeBytes(of: UInt32(part.count).bigEndian) { Array($0) } + part
    }
  }
}
