import PowerAuthCrypto

/// What proves that who redeems an OpenID sign-in is who began it (RFC 7636, method S256).
public struct ProofKey: Sendable, Equatable {
  /// Random bytes of a verifier.
  public static let size = 32
  /// How the challenge is made from the verifier, as the address says it.
  public static let method = "S256"

  /// 43 URL-safe characters; kept until the activation is asked for.
  public let verifier: String

  /// A key of its own for each sign-in; the default is random.
  public init(random: [UInt8] = SecureRandom.bytes(size)) {
    verifier = Base64.encodeURLSafe(random)
  }

  /// SHA-256 of the verifier, URL-safe; it may be known to everybody.
  public var challenge: String { Base64.encodeURLSafe(SHA256.hash(Array(verifier.utf8))) }
}
