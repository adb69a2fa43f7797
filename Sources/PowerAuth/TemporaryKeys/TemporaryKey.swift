import PowerAuthCrypto

/// A server's key for a few minutes of encryption (3.3); it lives in memory only.
public struct TemporaryKey: Sendable, Equatable {
  /// Milliseconds before its end from which a client no longer uses a key.
  public static let margin: Int64 = 10_000

  /// Identifier that goes with each request, a UUID text.
  public let id: String
  /// The key itself, checked.
  public let publicKey: PublicKey
  /// Milliseconds since 1970, by the server's clock.
  public let issuedAt: Int64
  /// Milliseconds since 1970, by the server's clock.
  public let expiresAt: Int64

  /// The server's side, or a key that was accepted.
  public init(id: String, publicKey: PublicKey, issuedAt: Int64, expiresAt: Int64) {
    self.id = id
    self.publicKey = publicKey
    self.issuedAt = issuedAt
    self.expiresAt = expiresAt
  }

  /// Whether the key may still be used at `time`, milliseconds by the server's clock.
  public func isUsable(at time: Int64) -> Bool {
    // The end is the server's word and may be any number.
    let (latest, isBeyondAll) = expiresAt.subtractingReportingOverflow(Self.margin)
    return !isBeyondAll && time < latest
  }
}

/// Why a temporary key was not accepted, or not given; a server does not tell its client which.
public enum TemporaryKeyFault: Error, Equatable, Sendable {
  /// The token that carries request or answer is wrong by itself.
  case token(JWTFault)
  /// Not 18 B in Base64, or the challenge of another request.
  case challenge
  /// Of another application.
  case applicationKey
  /// Of another activation, or of the other scope.
  case activationID
  /// The key is not a point of the curve, or has no identifier.
  case publicKey
  /// The key ends before it begins.
  case lifetime
}

/// What a client asks for a temporary key with, and what both sides check.
public struct TemporaryKeyRequest: Sendable, Equatable {
  /// Bytes of a challenge.
  public static let challengeSize = 18

  /// The configured Base64 text.
  public let applicationKey: String
  /// nil in application scope.
  public let activationID: String?
  /// 18 B.
  public let challenge: [UInt8]

  private struct Claims: Codable {
    let applicationKey: String
    let activationId: String?
    let challenge: String
  }

  /// A request; the challenge must not repeat and is random by default.
  public init(
    applicationKey: String, activationID: String?,
    challenge: [UInt8] = SecureRandom.bytes(challengeSize)
  ) {
    self.applicationKey = applicationKey
    self.activationID = activationID
    self.challenge = challenge
  }

  /// The client's side: the request as an HS256 token.
  public func jwt(_ credentials: ApplicationCredentials, _ scope: EciesScope) throws -> String {
    let claims = Claims(
      applicationKey: applicationKey, activationId: activationID,
      challenge: Base64.encode(challenge))
    return try JWT.text(claims, .hs256) {
      HMACSHA256.code(of: $0, key: TemporaryKeyMAC.key(credentials, scope))
    }
  }

  /// The server's side: a request whose sender is not proven yet.
  public static func unverified(_ jwt: String) throws(TemporaryKeyFault) -> TemporaryKeyRequest {
    try TemporaryKeyRequest(unverified: token(jwt))
  }

  private init(unverified token: JWT) throws(TemporaryKeyFault) {
    let claims: Claims = try TemporaryKeyFault.token { () throws(JWTFault) in try token.claims() }
    guard let challenge = Base64.decode(claims.challenge), challenge.count == Self.challengeSize
    else { throw .challenge }
    self.init(
      applicationKey: claims.applicationKey, activationID: claims.activationId,
      challenge: challenge)
  }

  private static func token(_ jwt: String) throws(TemporaryKeyFault) -> JWT {
    try TemporaryKeyFault.token { () throws(JWTFault) in try JWT(parsing: jwt, .hs256) }
  }

  /// The server's side, once `unverified` told whose keys to use.
  public init(
    verifying jwt: String, _ credentials: ApplicationCredentials, _ scope: EciesScope
  ) throws(TemporaryKeyFault) {
    let token = try Self.token(jwt)
    try self.init(unverified: token)
    guard applicationKey == credentials.applicationKey else { throw .applicationKey }
    guard activationID == scope.activationID else { throw .activationID }
    guard
      HMACSHA256.isValid(
        token.signature, of: token.signedText, key: TemporaryKeyMAC.key(credentials, scope))
    else { throw .token(.signature) }
  }
}

extension TemporaryKeyFault {
  /// Runs `body`, whose fault becomes a fault of the token.
  static func token<Result>(
    _ body: () throws(JWTFault) -> Result
  ) throws(TemporaryKeyFault) -> Result {
    do { return try body() } catch { throw .token(error) }
  }
}
