import PowerAuthCrypto
import TokenModel

/// Recovery data at rest, under the vault key, in the form of the reference client.
///
/// AES-128-CBC with PKCS #7 and a zero vector over `R1`, then code and PUK, each packed as a count
/// and its characters: 48 B in all. The key encrypts only one other thing, which begins differently.
public enum RecoveryWrap {
  private static let tag = Array("R1".utf8)
  /// Bytes of wrapped recovery data, and of nothing else that was ever stored for it.
  static let size = 48

  /// Encrypts the two values.
  public static func wrap(_ recovery: ActivationRecovery, vaultKey: Secret) throws -> [UInt8] {
    var writer = PackedWriter()
    for byte in tag { writer.append(byte: byte) }
    writer.append(data: recovery.recoveryCode.utf8)
    writer.append(data: recovery.puk.utf8)
    var plaintext = writer.bytes
    defer { plaintext.wipe() }
    return try AESCBC.encrypt(plaintext, key: vaultKey, padding: .pkcs7)
  }

  /// Throws `CryptoError.notAuthentic` for another key or damaged data.
  public static func unwrap(_ wrapped: [UInt8], vaultKey: Secret) throws -> ActivationRecovery {
    guard wrapped.count == size else { return try unwrapJSON(wrapped, vaultKey: vaultKey) }
    let plaintext = try AESCBC.decrypt(wrapped, key: vaultKey, padding: .pkcs7)
    var bytes = plaintext.withUnsafeBytes { Array($0) }
    defer { bytes.wipe() }
    var reader = PackedReader(bytes, truncated: CryptoError.notAuthentic)
    guard [try reader.byte(), try reader.byte()] == tag else { throw CryptoError.notAuthentic }
    let recovery = ActivationRecovery(
      recoveryCode: String(decoding: try reader.data(), as: UTF8.self),
      puk: String(decoding: try reader.data(), as: UTF8.self))
    guard reader.rest.isEmpty, recovery.isWellFormed else { throw CryptoError.notAuthentic }
    return recovery
  }

  /// The form of our first version: random vector (16 B) ‖ AES-128-CBC over JSON, 80 B.
  private static func unwrapJSON(
    _ wrapped: [UInt8], vaultKey: Secret
  ) throws -> ActivationRecovery {
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
