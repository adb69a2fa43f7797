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
  /// Characters of the code and of the PUK.
  private static let (codeSize, pukSize): (UInt8, UInt8) = (23, 10)

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
  public static func unwrap(_ wrapped: [UInt8], vaultKey: Secret) throws -> RecoveryCodes {
    guard wrapped.count == size else { return try unwrapJSON(wrapped, vaultKey: vaultKey).codes }
    let plaintext = try AESCBC.decrypt(wrapped, key: vaultKey, padding: .pkcs7)
    guard let codes = codes(in: plaintext), isWellFormed(codes) else {
      throw CryptoError.notAuthentic
    }
    return codes
  }

  /// Taken out in wiped memory only; nil for any other form.
  private static func codes(in plaintext: Secret) -> RecoveryCodes? {
    let head = tag + [codeSize]
    let code = head.count..<head.count + Int(codeSize)
    return plaintext.withUnsafeBytes { bytes in
      guard bytes.count == code.upperBound + 1 + Int(pukSize), bytes.starts(with: head),
        bytes[code.upperBound] == pukSize
      else { return nil }
      return RecoveryCodes(
        code: Secret(bytes[code]), puk: Secret(bytes[(code.upperBound + 1)...]))
    }
  }

  /// Whether the code's checksum holds, without `R:`, and the PUK is digits.
  private static func isWellFormed(_ codes: RecoveryCodes) -> Bool {
    let text = codes.code.withUnsafeBytes { String(decoding: $0, as: UTF8.self) }
    let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
    return (try? RecoveryCode(text))?.text == text
      && codes.puk.withUnsafeBytes { $0.allSatisfy(digits.contains) }
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
