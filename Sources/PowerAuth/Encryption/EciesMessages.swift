/// An encrypted request as it travels; binary fields are Base64, absent ones are left out.
public struct EciesRequest: Codable, Sendable, Equatable {
  /// Identifier of the server's temporary key (3.3).
  public let temporaryKeyId: String?
  public let ephemeralPublicKey: String
  public let encryptedData: String
  public let mac: String
  /// 16 B (3.1 on).
  public let nonce: String?
  /// Milliseconds since 1970 (3.2 on).
  public let timestamp: Int64?

  public init(
    temporaryKeyId: String? = nil, ephemeralPublicKey: String, encryptedData: String, mac: String,
    nonce: String? = nil, timestamp: Int64? = nil
  ) {
    self.temporaryKeyId = temporaryKeyId
    self.ephemeralPublicKey = ephemeralPublicKey
    self.encryptedData = encryptedData
    self.mac = mac
    self.nonce = nonce
    self.timestamp = timestamp
  }
}

/// An encrypted response as it travels; binary fields are Base64, absent ones are left out.
public struct EciesResponse: Codable, Sendable, Equatable {
  public let encryptedData: String
  public let mac: String
  /// 16 B (3.2 on).
  public let nonce: String?
  /// Milliseconds since 1970 (3.2 on).
  public let timestamp: Int64?

  public init(
    encryptedData: String, mac: String, nonce: String? = nil, timestamp: Int64? = nil
  ) {
    self.encryptedData = encryptedData
    self.mac = mac
    self.nonce = nonce
    self.timestamp = timestamp
  }
}
