/// An encrypted request as it travels; binary fields are Base64, absent ones are left out.
public struct EciesRequest: Codable, Sendable, Equatable {
  /// Identifier of the server's temporary key (3.3).
  public let temporaryKeyId: String?
  /// The client's point, 33 or 65 B.
  public let ephemeralPublicKey: String
  /// AES-128-CBC with PKCS #7.
  public let encryptedData: String
  /// 32 B over ciphertext and surroundings.
  public let mac: String
  /// 16 B (3.1 on).
  public let nonce: String?
  /// Milliseconds since 1970 (3.2 on).
  public let timestamp: Int64?

  /// The message with these fields; absent ones are left out of the JSON.
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

  /// Whether all is there that `version` asks for; what is foreign to it is refused on opening.
  public func isComplete(in version: ProtocolVersion) -> Bool {
    let rules = EciesRules(version)
    return (nonce != nil || !rules.requestHasNonce) && (timestamp != nil || !rules.hasTimestamp)
      && (temporaryKeyId != nil || !rules.usesTemporaryKey)
  }
}

/// An encrypted response as it travels; binary fields are Base64, absent ones are left out.
public struct EciesResponse: Codable, Sendable, Equatable {
  /// AES-128-CBC with PKCS #7.
  public let encryptedData: String
  /// 32 B over ciphertext and surroundings.
  public let mac: String
  /// 16 B (3.2 on).
  public let nonce: String?
  /// Milliseconds since 1970 (3.2 on).
  public let timestamp: Int64?

  /// The message with these fields; absent ones are left out of the JSON.
  public init(
    encryptedData: String, mac: String, nonce: String? = nil, timestamp: Int64? = nil
  ) {
    self.encryptedData = encryptedData
    self.mac = mac
    self.nonce = nonce
    self.timestamp = timestamp
  }
}
