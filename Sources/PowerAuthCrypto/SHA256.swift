import COpenSSL

/// SHA-256.
public enum SHA256 {
  /// Bytes of a digest.
  public static let byteCount = 32

  /// The digest of `data`, 32 B.
  public static func hash(_ data: [UInt8]) -> [UInt8] {
    data.withUnsafeBytes { data in
      [UInt8](unsafeUninitializedCapacity: byteCount) { buffer, count in
        SHA256Context().hash(data, into: UnsafeMutableRawBufferPointer(buffer))
        count = byteCount
      }
    }
  }

  /// Writes the digest of `data` to the first 32 B of `output`.
  public static func hash(
    _ data: UnsafeRawBufferPointer, into output: UnsafeMutableRawBufferPointer
  ) {
    SHA256Context().hash(data, into: output)
  }
}

/// Owns one digest context; starting again on it costs no allocation.
struct SHA256Context: ~Copyable {
  private let handle = require(EVP_MD_CTX_new(), "EVP_MD_CTX_new")

  deinit { EVP_MD_CTX_free(handle) }

  borrowing func start() {
    require(EVP_DigestInit_ex2(handle, MessageDigest.sha256.handle, nil) == 1, "EVP_DigestInit")
  }

  borrowing func update(_ data: UnsafeRawBufferPointer) {
    require(EVP_DigestUpdate(handle, data.baseAddress, data.count) == 1, "EVP_DigestUpdate")
  }

  /// Writes 32 B, which may overlap what was hashed.
  borrowing func finish(into output: UnsafeMutableRawBufferPointer) {
    precondition(output.count >= SHA256.byteCount)
    require(EVP_DigestFinal_ex(handle, output.bytes, nil) == 1, "EVP_DigestFinal")
  }

  borrowing func hash(
    _ data: UnsafeRawBufferPointer, into output: UnsafeMutableRawBufferPointer
  ) {
    start()
    update(data)
    finish(into: output)
  }
}
