import PowerAuthCrypto
import TokenModel

/// What a token's digest covers; it chooses by version.
private enum TokenDigestRule {
  /// `nonce & timestamp`.
  case timeOnly
  /// `nonce & timestamp & version`.
  case timeAndVersion

  init(_ version: ProtocolVersion) {
    switch version {
    case .v3_0, .v3_1: self = .timeOnly
    case .v3_2, .v3_3: self = .timeAndVersion
    }
  }

  func data(nonce: [UInt8], timestamp: Int64, version: ProtocolVersion) -> [UInt8] {
    switch self {
    case .timeOnly: nonce + "&".utf8 + String(timestamp).utf8
    case .timeAndVersion:
      nonce + "&".utf8 + String(timestamp).utf8 + "&".utf8 + version.rawValue.utf8
    }
  }
}

/// The header that proves possession of a token.
public struct TokenHeader: Sendable, Equatable {
  /// Name of the HTTP header.
  public static let name = "X-PowerAuth-Token"
  /// Bytes of a nonce.
  public static let nonceSize = 16

  /// The version whose rules made the digest.
  public let version: ProtocolVersion
  /// Which token.
  public let tokenID: String
  /// 32 B.
  public let digest: [UInt8]
  /// 16 B.
  public let nonce: [UInt8]
  /// Milliseconds since 1970, the server's time as the client knows it.
  public let timestamp: Int64

  /// Computes the digest for one request; the nonce must not repeat.
  public init(
    _ token: AccessToken, version: ProtocolVersion, timestamp: Int64,
    nonce: [UInt8] = SecureRandom.bytes(nonceSize)
  ) {
    self.version = version
    tokenID = token.id
    self.nonce = nonce
    self.timestamp = timestamp
    digest = Self.digest(token.secret, nonce: nonce, timestamp: timestamp, version: version)
  }

  /// Reads the header's value; the order of its fields is irrelevant.
  public init(parsing value: String) throws(HeaderFault) {
    let fields = try HeaderFields(parsing: value)
    version = try fields.version("version")
    tokenID = try fields.required("token_id")
    digest = try fields.bytes("token_digest", count: HMACSHA256.byteCount)
    nonce = try fields.bytes("nonce", count: Self.nonceSize)
    guard let timestamp = Int64(try fields.required("timestamp")) else {
      throw .invalid("timestamp")
    }
    self.timestamp = timestamp
  }

  /// The header's value.
  public var value: String {
    HeaderFields.text([
      ("version", version.rawValue),
      ("token_id", tokenID),
      ("token_digest", Base64.encode(digest)),
      ("nonce", Base64.encode(nonce)),
      ("timestamp", String(timestamp)),
    ])
  }

  /// Whether the digest was made with `secret`; age and repetition are for the caller to check.
  public func isAuthentic(secret: Secret) -> Bool {
    ConstantTime.equal(
      digest, Self.digest(secret, nonce: nonce, timestamp: timestamp, version: version))
  }

  private static func digest(
    _ secret: Secret, nonce: [UInt8], timestamp: Int64, version: ProtocolVersion
  ) -> [UInt8] {
    HMACSHA256.code(
      of: TokenDigestRule(version).data(nonce: nonce, timestamp: timestamp, version: version),
      key: secret)
  }
}
