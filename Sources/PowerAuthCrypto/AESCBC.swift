import COpenSSL
import TokenModel

/// AES-128-CBC; it does not authenticate, which is the protocol's choice and the caller's duty.
public enum AESCBC {
  /// Bytes of a block, of a key and of an initialization vector.
  public static let blockSize = 16
  /// The all-zero vector that the protocol uses wherever each key encrypts one thing.
  public static let zeroIV = [UInt8](repeating: 0, count: blockSize)

  /// How the last block is filled.
  public enum Padding: Sendable {
    /// Not at all: the input is whole blocks, and decryption never fails.
    case none
    /// PKCS #7: 1 to 16 bytes are added.
    case pkcs7
  }

  /// Encrypts public bytes under a 16 B `key`.
  public static func encrypt(
    _ plaintext: [UInt8], key: Secret, iv: [UInt8] = zeroIV, padding: Padding
  ) throws -> [UInt8] {
    try key.withUnsafeBytes { key in
      try plaintext.withUnsafeBytes { try encrypt($0, key: key, iv: iv, padding: padding) }
    }
  }

  /// Encrypts a secret under a 16 B `key`.
  public static func encrypt(
    _ plaintext: Secret, key: Secret, iv: [UInt8] = zeroIV, padding: Padding
  ) throws -> [UInt8] {
    try key.withUnsafeBytes { key in
      try plaintext.withUnsafeBytes { try encrypt($0, key: key, iv: iv, padding: padding) }
    }
  }

  /// Encrypts borrowed bytes under a borrowed 16 B `key`.
  public static func encrypt(
    _ plaintext: UnsafeRawBufferPointer, key: UnsafeRawBufferPointer, iv: [UInt8],
    padding: Padding
  ) throws -> [UInt8] {
    try [UInt8](unsafeUninitializedCapacity: plaintext.count + blockSize) { buffer, count in
      count = try crypt(
        .encrypt, plaintext, key: key, iv: iv, padding: padding,
        into: UnsafeMutableRawBufferPointer(buffer))
    }
  }

  /// Decrypts to a secret; with PKCS #7, damaged padding throws `CryptoError.notAuthentic`.
  public static func decrypt(
    _ ciphertext: [UInt8], key: Secret, iv: [UInt8] = zeroIV, padding: Padding
  ) throws -> Secret {
    try key.withUnsafeBytes { try decrypt(ciphertext, key: $0, iv: iv, padding: padding) }
  }

  /// Decrypts under a borrowed 16 B `key`.
  public static func decrypt(
    _ ciphertext: [UInt8], key: UnsafeRawBufferPointer, iv: [UInt8], padding: Padding
  ) throws -> Secret {
    try withWipedBytes(ciphertext.count + blockSize) { plaintext in
      let count = try ciphertext.withUnsafeBytes {
        try crypt(.decrypt, $0, key: key, iv: iv, padding: padding, into: plaintext)
      }
      return Secret(UnsafeRawBufferPointer(rebasing: plaintext[..<count]))
    }
  }

  private enum Direction: Int32 { case decrypt, encrypt }

  /// Returns the number of bytes written; `output` has room for one block more than `input`.
  private static func crypt(
    _ direction: Direction, _ input: UnsafeRawBufferPointer, key: UnsafeRawBufferPointer,
    iv: [UInt8], padding: Padding, into output: UnsafeMutableRawBufferPointer
  ) throws -> Int {
    try requireLength(blockSize, of: key.count)
    try requireLength(blockSize, of: iv.count)
    let context = CipherContext()
    context.start(.aes128CBC, key: key, iv: iv, direction: direction.rawValue)
    context.setPadding(padding == .pkcs7)
    let written = try context.update(input, into: output)
    return written
      + (try context.finish(into: UnsafeMutableRawBufferPointer(rebasing: output[written...])))
  }
}
