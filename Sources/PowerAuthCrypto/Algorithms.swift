import COpenSSL

/// A digest fetched once from the default provider; immutable, so all threads share it.
final class MessageDigest: @unchecked Sendable {
  let handle: OpaquePointer

  private init(_ name: String) {
    handle = require(EVP_MD_fetch(nil, name, nil), "EVP_MD_fetch")
  }

  deinit { EVP_MD_free(handle) }

  static let sha1 = MessageDigest("SHA1")
  static let sha256 = MessageDigest("SHA256")
}

/// A cipher fetched once from the default provider; immutable, so all threads share it.
final class Cipher: @unchecked Sendable {
  let handle: OpaquePointer

  private init(_ name: String) {
    handle = require(EVP_CIPHER_fetch(nil, name, nil), "EVP_CIPHER_fetch")
  }

  deinit { EVP_CIPHER_free(handle) }

  static let aes128CBC = Cipher("AES-128-CBC")
  static let aes256GCM = Cipher("AES-256-GCM")
}
