import PowerAuthCrypto
import TokenModel

/// Recovery data at rest, under the vault key: random vector (16 B) ‖ AES-128-CBC with PKCS #7.
public enum RecoveryWrap {
  /// Encrypts the two values as JSON.
  public static func wrap(_ recovery: ActivationRecovery, vaultKey: Secret) throws -> [UInt8] {
    var plaintext = try WireJSON.encode(recovery)
    defer { plaintext.wipe() }
    let iv = SecureRandom.bytes(AESCBC.blockSize)
    return iv + (try AESCBC.encrypt(plaintext, key: vaultKey, iv: iv, padding: .pkcs7))
  }

  /// Throws `CryptoError.notAuthentic` for another key or damaged data.
  public static func unwrap(_ wrapped: [UInt8], vaultKey: Secret) throws -> ActivationRecovery {
    guard wrapped.count > AESCBC.blockSize else { throw CryptoError.notAuthentic }
    let plaintext = try AESCBC.decrypt(
      Array(wrapped[AESCBC.blockSize...]), key: vaultKey,
      iv: Array(wrapped[..<AESCBC.blockSize]), padding: .pkcs7)
    guard let recovery: ActivationRecovery = try? WireJSON.decode(from: plaintext) else {
      throw CryptoError.notAuthentic
    }
    return recovery
  }
}
