import COpenSSL

/// Owns one cipher context.
struct CipherContext: ~Copyable {
  private let handle = require(EVP_CIPHER_CTX_new(), "EVP_CIPHER_CTX_new")

  deinit { EVP_CIPHER_CTX_free(handle) }

  /// `direction` is 1 to encrypt, 0 to decrypt; the sizes of `key` and `iv` are checked already.
  borrowing func start(
    _ cipher: Cipher, key: UnsafeRawBufferPointer, iv: [UInt8], direction: Int32
  ) {
    let started = EVP_CipherInit_ex2(handle, cipher.handle, key.bytes, iv, direction, nil)
    require(started == 1, "EVP_CipherInit")
  }

  borrowing func setPadding(_ padded: Bool) {
    require(EVP_CIPHER_CTX_set_padding(handle, padded ? 1 : 0) == 1, "EVP_CIPHER_CTX_set_padding")
  }

  borrowing func authenticate(_ data: [UInt8]) {
    var ignored: Int32 = 0
    let done = EVP_CipherUpdate(handle, nil, &ignored, data, Int32(data.count))
    require(done == 1, "EVP_CipherUpdate")
  }

  /// Returns the number of bytes written.
  borrowing func update(
    _ input: UnsafeRawBufferPointer, into output: UnsafeMutableRawBufferPointer
  ) throws(CryptoError) -> Int {
    guard !input.isEmpty else { return 0 }
    var written: Int32 = 0
    try check(
      EVP_CipherUpdate(handle, output.bytes, &written, input.bytes, Int32(input.count)),
      else: .notAuthentic)
    return Int(written)
  }

  /// Returns the number of bytes written; throws when padding or tag are wrong.
  borrowing func finish(
    into output: UnsafeMutableRawBufferPointer
  ) throws(CryptoError) -> Int {
    var written: Int32 = 0
    try check(EVP_CipherFinal_ex(handle, output.bytes, &written), else: .notAuthentic)
    return Int(written)
  }

  borrowing func readTag(into tag: UnsafeMutableRawBufferPointer) {
    let done = EVP_CIPHER_CTX_ctrl(
      handle, EVP_CTRL_AEAD_GET_TAG, Int32(tag.count), tag.baseAddress)
    require(done == 1, "EVP_CTRL_AEAD_GET_TAG")
  }

  borrowing func expectTag(_ tag: UnsafeRawBufferPointer) {
    let done = EVP_CIPHER_CTX_ctrl(
      handle, EVP_CTRL_AEAD_SET_TAG, Int32(tag.count),
      UnsafeMutableRawPointer(mutating: tag.baseAddress))
    require(done == 1, "EVP_CTRL_AEAD_SET_TAG")
  }
}

/// Throws unless `actual` bytes are exactly `expected`.
func requireLength(_ expected: Int, of actual: Int) throws(CryptoError) {
  guard actual == expected else {
    throw .invalidLength(expected: expected, actual: actual)
  }
}
