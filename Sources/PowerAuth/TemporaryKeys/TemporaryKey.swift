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

/// Why a temporary key was not accepted, or not given; deliberately without a reason.
public struct TemporaryKeyRefused: Error, Equatable, Sendable {
  /// A refusal says nothing more.
  public init() {}
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

  /// The server's side: a request whose sender is not proven yet; throws `TemporaryKeyRefused`.
  public static func unverified(_ jwt: String) throws(TemporaryKeyRefused) -> TemporaryKeyRequest {
    guard
      let claims: Claims = JWT(parsing: jwt).flatMap({ try? WireJSON.decode(from: $0.payload) }),
      let challenge = Base64.decode(claims.challenge)
    else { throw TemporaryKeyRefused() }
    return TemporaryKeyRequest(
      applicationKey: claims.applicationKey, activationID: claims.activationId,
      challenge: challenge)
  }

  /// The server's side, once `unverified` told whose keys to use; throws `TemporaryKeyRefused`.
  public init(
    verifying jwt: String, _ credentials: ApplicationCredentials, _ scope: EciesScope
  ) throws(TemporaryKeyRefused) {
    self = try Self.unverified(jwt)
    guard let token = JWT(parsing: jwt), token.algorithm == .hs256,
      applicationKey == credentials.applicationKey, activationID == scope.activationID,
      challenge.count == Self.challengeSize,
      HMACSHA256.isValid(
        token.signature, of: token.signedText, key: TemporaryKeyMAC.key(credentials, scope))
    else { throw TemporaryKeyRefused() }
  }
}
