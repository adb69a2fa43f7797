import PowerAuthCrypto
import TokenModel

/// A factor key at rest: AES-128-CBC, zero vector, no padding and no check value of any kind.
///
/// A wrong unlock key must give a wrong factor key and never an error: then a PIN cannot be guessed
/// on a stolen device, only against the server, which counts. Where the application gives an
/// external key, the result is encrypted once more, by that key (reference client, `EEK`).
public enum FactorKeyWrap {
  /// Bytes of a factor key, of an unlock key, of an external key and of a wrapped key.
  public static let size = 16

  /// An unlock key of sixteen zero bytes, which is a mistake somewhere, not a key.
  public struct ZeroUnlockKey: Error, Equatable, Sendable {
    /// There is nothing more to say of it.
    public init() {}
  }

  /// 16 B → 16 B.
  public static func wrap(
    _ key: Secret, under unlockKey: Secret, externalKey: Secret? = nil
  ) throws -> [UInt8] {
    try refuseZero(unlockKey)
    let wrapped = try AESCBC.encrypt(key, key: unlockKey, padding: .none)
    return try externalKey.map { try ExternalKeyWrap.lock(wrapped, by: $0) } ?? wrapped
  }

  /// 16 B → 16 B; a wrong unlock or external key is not noticed.
  public static func unwrap(
    _ wrapped: [UInt8], under unlockKey: Secret, externalKey: Secret? = nil
  ) throws -> Secret {
    try refuseZero(unlockKey)
    let inner = try externalKey.map { try ExternalKeyWrap.unlock(wrapped, by: $0) } ?? wrapped
    return try AESCBC.decrypt(inner, key: unlockKey, padding: .none)
  }

  private static func refuseZero(_ key: Secret) throws(ZeroUnlockKey) {
    guard !key.withUnsafeBytes(ConstantTime.isZero) else { throw ZeroUnlockKey() }
  }
}
