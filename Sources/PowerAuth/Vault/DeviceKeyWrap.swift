import PowerAuthCrypto
import TokenModel

/// The device's private key at rest, under the vault key, which is never stored.
public enum DeviceKeyWrap {
  private static let scalarSize = 32

  /// AES-128-CBC with PKCS #7 and a zero vector over the 32 B scalar: 48 B.
  public static func wrap(_ key: PrivateKey, vaultKey: Secret) throws -> [UInt8] {
    try AESCBC.encrypt(key.scalar, key: vaultKey, padding: .pkcs7)
  }

  /// Takes an unsigned big-endian integer of any length, as other implementations write it.
  ///
  /// Java writes 33 B when the top bit is set, the C++ core drops leading zeros. Zero and what is
  /// not below the group's order throw `CryptoError.invalidPrivateKey`, damage `notAuthentic`.
  public static func unwrap(_ wrapped: [UInt8], vaultKey: Secret) throws -> PrivateKey {
    let number = try AESCBC.decrypt(wrapped, key: vaultKey, padding: .pkcs7)
    let scalar = try number.withUnsafeBytes { bytes in
      let digits = bytes.drop { $0 == 0 }
      guard digits.count <= scalarSize else { throw CryptoError.invalidPrivateKey }
      return Secret(count: scalarSize) { output in
        output.initializeMemory(as: UInt8.self, repeating: 0)
        UnsafeMutableRawBufferPointer(rebasing: output[(scalarSize - digits.count)...])
          .copyBytes(from: digits)
      }
    }
    return try PrivateKey(scalar: scalar)
  }
}
