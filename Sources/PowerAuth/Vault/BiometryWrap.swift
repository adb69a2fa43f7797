import PowerAuthCrypto
import TokenModel

/// The biometry key under a random unlock key, which the platform keeps and not we.
///
/// No check value, as with the PIN: signing with another unlock key, for instance a random one after
/// a finger that was not recognized, gives a signature that the server refuses and counts.
public struct BiometryWrap: Sendable, Equatable {
  /// 16 B.
  public let wrappedKey: [UInt8]

  /// What storage holds.
  public init(wrappedKey: [UInt8]) { self.wrappedKey = wrappedKey }

  /// Wraps a 16 B key under a 16 B unlock key, and under the external key where there is one.
  public init(
    wrapping key: Secret, under unlockKey: Secret, externalKey: Secret? = nil
  ) throws {
    wrappedKey = try FactorKeyWrap.wrap(key, under: unlockKey, externalKey: externalKey)
  }

  /// The biometry key; a wrong unlock key gives a wrong key, never an error.
  public func unwrap(under unlockKey: Secret, externalKey: Secret? = nil) throws -> Secret {
    try FactorKeyWrap.unwrap(wrappedKey, under: unlockKey, externalKey: externalKey)
  }

  /// 16 random bytes: a new unlock key, or one that opens nothing.
  public static func randomUnlockKey() -> Secret { SecureRandom.secret(FactorKeyWrap.size) }
}
