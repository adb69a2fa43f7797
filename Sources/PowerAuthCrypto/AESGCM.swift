import COpenSSL
import TokenModel

/// AES-256-GCM in one sealed box: nonce (12 B) ‖ ciphertext ‖ tag (16 B).
public enum AESGCM {
  /// Bytes of a key.
  public static let keySize = 32
  /// Bytes of a nonce.
  public static let nonceSize = 12
  /// Bytes of a tag.
  public static let tagSize = 16

  /// Seals `plaintext` under a 32 B `key`, binding it to `context`, which is not stored.
  ///
  /// A nonce must never serve one key twice; the default is random.
  public static func seal(
    _ plaintext: Secret, key: Secret, authenticating context: [UInt8],
    nonce: [UInt8] = SecureRandom.bytes(nonceSize)
  ) throws -> [UInt8] {
    try requireLength(keySize, of: key.count)
    try requireLength(nonceSize, of: nonce.count)
    let size = nonceSize + plaintext.count + tagSize
    return try [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      let box = UnsafeMutableRawBufferPointer(start: buffer.baseAddress, count: size)
      box.copyBytes(from: nonce)
      let cipher = CipherContext()
      key.withUnsafeBytes { cipher.start(.aes256GCM, key: $0, iv: nonce, direction: 1) }
      cipher.authenticate(context)
      let text = UnsafeMutableRawBufferPointer(rebasing: box[nonceSize..<(size - tagSize)])
      let tag = UnsafeMutableRawBufferPointer(rebasing: box[(size - tagSize)...])
      _ = try plaintext.withUnsafeBytes { try cipher.update($0, into: text) }
      _ = try cipher.finish(into: tag)
      cipher.readTag(into: tag)
      count = size
    }
  }

  /// Opens a sealed box; any damage, another key or another `context` is `notAuthentic`.
  public static func open(
    _ box: [UInt8], key: Secret, authenticating context: [UInt8]
  ) throws -> Secret {
    try requireLength(keySize, of: key.count)
    let size = box.count - nonceSize - tagSize
    guard size >= 0 else { throw CryptoError.notAuthentic }
    let cipher = CipherContext()
    key.withUnsafeBytes {
      cipher.start(.aes256GCM, key: $0, iv: Array(box[..<nonceSize]), direction: 0)
    }
    cipher.authenticate(context)
    return try box.withUnsafeBytes { box in
      try Secret(count: size) { output in
        let text = UnsafeRawBufferPointer(rebasing: box[nonceSize..<(nonceSize + size)])
        _ = try cipher.update(text, into: output)
        cipher.expectTag(UnsafeRawBufferPointer(rebasing: box[(nonceSize + size)...]))
        _ = try cipher.finish(into: output)
      }
    }
  }
}
