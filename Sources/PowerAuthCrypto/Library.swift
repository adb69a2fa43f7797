import COpenSSL

/// A refusal by the cryptographic room; it names what was wrong and never carries key material.
public enum CryptoError: Error, Equatable, Sendable {
  /// The bytes are not a P-256 point in SEC 1 form, compressed (33 B) or uncompressed (65 B).
  case invalidPublicKey
  /// The scalar is not 32 B in 1 ..< n.
  case invalidPrivateKey
  /// A key, nonce or block of the wrong size, in bytes.
  case invalidLength(expected: Int, actual: Int)
  /// Decryption failed: wrong key, damaged padding, or a tag that does not match.
  case notAuthentic
  /// Fewer PBKDF2 rounds than the floor of the safe call.
  case tooFewIterations(Int)
  /// The bytes are not one X.509 certificate.
  case invalidCertificate
}

/// Traps when libcrypto fails where only exhausted memory or a broken installation makes it fail.
///
/// Carrying on without randomness or without a digest is never right, and no caller could do better
/// than stop; failures that depend on data are thrown as `CryptoError` instead.
@inline(__always)
func require(_ succeeded: Bool, _ operation: StaticString) {
  precondition(succeeded, "libcrypto failed: \(operation)")
}

/// As `require(_:_:)`, for what a constructor returns: there unless memory is exhausted.
@inline(__always)
func require<Value>(_ value: Value?, _ operation: StaticString) -> Value {
  guard let value else { preconditionFailure("libcrypto failed: \(operation)") }
  return value
}

/// Throws `error` when a libcrypto call reports failure, and empties this thread's error queue.
@inline(__always)
func check(_ result: Int32, else error: CryptoError) throws(CryptoError) {
  guard result == 1 else {
    ERR_clear_error()
    throw error
  }
}
