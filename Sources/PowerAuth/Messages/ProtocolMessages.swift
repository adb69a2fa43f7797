import TokenModel

/// Request of `/pa/v3/activation/status`.
public struct StatusRequest: Codable, Sendable, Equatable {
  /// Whose status is asked for.
  public let activationId: String
  /// 16 B in Base64.
  public let challenge: String

  /// Takes the 16 B of the challenge as they are.
  public init(activationId: String, challenge: [UInt8]) {
    self.activationId = activationId
    self.challenge = Base64.encode(challenge)
  }
}

/// Response of `/pa/v3/activation/status`.
public struct StatusResponse: Codable, Sendable, Equatable {
  /// 32 B in Base64, see `StatusBlob`.
  public let encryptedStatusBlob: String
  /// 16 B in Base64.
  public let nonce: String
  /// Free data of the server about this activation.
  public let customObject: JSONValue?

  /// The server's side: takes 32 B and 16 B as they are.
  public init(encryptedStatusBlob: [UInt8], nonce: [UInt8], customObject: JSONValue? = nil) {
    self.encryptedStatusBlob = Base64.encode(encryptedStatusBlob)
    self.nonce = Base64.encode(nonce)
    self.customObject = customObject
  }

  /// Decrypts the blob; throws `StatusBlob.Unreadable`.
  public func blob(challenge: [UInt8], transportKey: Secret) throws -> StatusBlob {
    guard let encrypted = Base64.decode(encryptedStatusBlob), let nonce = Base64.decode(nonce)
    else { throw StatusBlob.Unreadable() }
    return try StatusBlob(
      decrypting: encrypted, challenge: challenge, nonce: nonce, transportKey: transportKey)
  }
}

/// Encrypted response of `/pa/v3/token/create`.
public struct TokenCreateResponse: Codable, Sendable, Equatable {
  /// Identifier of the token, a UUID text.
  public let tokenId: String
  /// 16 B in Base64.
  public let tokenSecret: String

  /// The server's side; the text holds the secret.
  public init(_ token: AccessToken) {
    tokenId = token.id
    tokenSecret = Base64.encode(token.secret.withUnsafeBytes { Array($0) })
  }

  /// nil when the secret is not 16 B in Base64, or the identifier nothing that a header can carry.
  public var token: AccessToken? {
    guard HeaderFields.canCarry(tokenId), var bytes = Base64.decode(tokenSecret),
      bytes.count == AccessToken.secretSize
    else { return nil }
    defer { bytes.wipe() }
    return AccessToken(id: tokenId, secret: Secret(bytes))
  }
}

/// Request and response of `/pa/v3/keystore/create`.
public struct KeystoreMessage: Codable, Sendable, Equatable {
  /// A compact token, see `TemporaryKeyRequest`.
  public let jwt: String

  /// Either side's token.
  public init(jwt: String) { self.jwt = jwt }
}

/// Response of `/pa/v3/status`.
public struct ServerStatusResponse: Codable, Sendable, Equatable {
  /// Milliseconds since 1970.
  public let serverTime: Int64

  /// The server's side.
  public init(serverTime: Int64) { self.serverTime = serverTime }
}
