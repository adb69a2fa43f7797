import COpenSSL

/// How the two numbers of a signature are written.
public enum ECDSAFormat: Sendable {
  /// ASN.1 DER, 70 to 72 B as a rule.
  case der
  /// r ‖ s, 32 B each, as JWT's ES256 has it.
  case raw
}

extension PrivateKey {
  /// The ECDSA signature of the SHA-256 digest of `message`.
  public func signature(for message: [UInt8], format: ECDSAFormat = .der) -> [UInt8] {
    let context = SignatureContext()
    let started = EVP_DigestSignInit_ex(
      context.handle, nil, "SHA256", nil, nil, handle.pointer, nil)
    require(started == 1, "EVP_DigestSignInit")
    // Room for the largest P-256 signature: two integers of 33 B with their headers.
    let der = [UInt8](unsafeUninitializedCapacity: 72) { buffer, count in
      count = buffer.count
      let done = EVP_DigestSign(
        context.handle, buffer.baseAddress, &count, message, message.count)
      require(done == 1, "EVP_DigestSign")
    }
    switch format {
    case .der: return der
    case .raw: return require(SignatureNumbers(der: der)?.raw, "d2i_ECDSA_SIG")
    }
  }
}

extension PublicKey {
  /// Whether `signature` is this key's over the SHA-256 digest of `message`; garbage is merely false.
  public func isValid(
    _ signature: [UInt8], for message: [UInt8], format: ECDSAFormat = .der
  ) -> Bool {
    switch format {
    case .der: return isValid(der: signature, message)
    case .raw:
      guard let der = SignatureNumbers(raw: signature)?.der else { return false }
      return isValid(der: der, message)
    }
  }

  private func isValid(der signature: [UInt8], _ message: [UInt8]) -> Bool {
    let context = SignatureContext()
    let started = EVP_DigestVerifyInit_ex(
      context.handle, nil, "SHA256", nil, nil, handle.pointer, nil)
    require(started == 1, "EVP_DigestVerifyInit")
    let verdict = EVP_DigestVerify(
      context.handle, signature, signature.count, message, message.count)
    if verdict != 1 { ERR_clear_error() }
    return verdict == 1
  }
}

/// Owns one digest context used for signing or verifying.
private struct SignatureContext: ~Copyable {
  let handle = require(EVP_MD_CTX_new(), "EVP_MD_CTX_new")

  deinit { EVP_MD_CTX_free(handle) }
}

/// Owns the pair (r, s), to go from one way of writing it to the other.
private struct SignatureNumbers: ~Copyable {
  private let handle: OpaquePointer

  init?(der: [UInt8]) {
    let parsed = der.withUnsafeBufferPointer { buffer -> OpaquePointer? in
      var cursor = buffer.baseAddress
      return d2i_ECDSA_SIG(nil, &cursor, buffer.count)
    }
    guard let parsed else { return nil }
    handle = parsed
  }

  init?(raw: [UInt8]) {
    guard raw.count == 2 * P256.scalarSize else { return nil }
    handle = require(ECDSA_SIG_new(), "ECDSA_SIG_new")
    let size = Int32(P256.scalarSize)
    let r = BN_bin2bn(raw, size, nil)
    let s = BN_bin2bn(Array(raw[P256.scalarSize...]), size, nil)
    require(ECDSA_SIG_set0(handle, r, s) == 1, "ECDSA_SIG_set0")
  }

  deinit { ECDSA_SIG_free(handle) }

  /// nil when a number does not fit into 32 B.
  var raw: [UInt8]? {
    let size = Int32(P256.scalarSize)
    var bytes = [UInt8](repeating: 0, count: 2 * P256.scalarSize)
    let fits = bytes.withUnsafeMutableBufferPointer { buffer in
      BN_bn2binpad(ECDSA_SIG_get0_r(handle), buffer.baseAddress, size) == size
        && BN_bn2binpad(
          ECDSA_SIG_get0_s(handle), buffer.baseAddress?.advanced(by: P256.scalarSize), size)
          == size
    }
    return fits ? bytes : nil
  }

  var der: [UInt8] {
    [UInt8](unsafeUninitializedCapacity: 72) { buffer, count in
      var cursor = buffer.baseAddress
      let size = i2d_ECDSA_SIG(handle, &cursor)
      require(size > 0, "i2d_ECDSA_SIG")
      count = Int(size)
    }
  }
}
