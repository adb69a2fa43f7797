import PowerAuthCrypto
import TokenModel

/// A factor key at rest: AES-128-CBC, zero vector, no padding and no check value of any kind.
///
/// A wrong unlock key must give a wrong factor key and never an error: then a PIN cannot be guessed
/// on a stolen device, only against the server, which counts.
public enum FactorKeyWrap {
  /// Bytes of a factor key, of an unlock key and of a wrapped key.
  public static let size = 16

  /// An unlock key of sixteen zero bytes, which is a mistake somewhere, not a key.
  public struct ZeroUnlockKey: Error, Equatable, Sendable {
    /// There is nothing more to say of it.
    public init() {}
  }

  /// 16 B → 16 B.
  public static func wrap(_ key: Secret, under unlockKey: Secret) throws -> [UInt8] {
    try refuseZero(unlockKey)
    return try AESCBC.encrypt(key, key: unlockKey, padding: .none)
  }

  /// 16 B → 16 B; a wrong unlock key is not noticed.
  public static func unwrap(_ wrapped: [UInt8], under unlockKey: Secret) throws -> Secret {
    try refuseZero(unlockKey)
    return try AESCBC.decrypt(wrapped, key: unlockKey, padding: .none)
  }

  private static func refuseZero(_ key: Secret) throws(ZeroUnlockKey) {
    guard !key.withUnsafeBytes(ConstantTime.isZero) else { throw ZeroUnlockKey() }
  }
}
