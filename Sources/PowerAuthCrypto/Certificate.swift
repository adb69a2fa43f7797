import COpenSSL

/// What pinning needs to know of an X.509 certificate; says nothing about whether it is trusted.
public struct Certificate: Sendable, Equatable {
  /// The whole certificate.
  public let der: [UInt8]
  /// The most specific common name of the subject; nil where there is none, or it holds a NUL.
  public let commonName: String?
  /// The public key with its algorithm (SubjectPublicKeyInfo, DER).
  public let publicKeyInfo: [UInt8]

  /// Reads exactly one certificate; throws `CryptoError.invalidCertificate`.
  public init(der: [UInt8]) throws(CryptoError) {
    guard let handle = CertificateHandle(der: der) else { throw .invalidCertificate }
    self.der = der
    commonName = handle.commonName
    publicKeyInfo = handle.publicKeyInfo
  }
}

/// Owns one `X509`.
struct CertificateHandle: ~Copyable {
  let pointer: OpaquePointer

  /// Takes over `pointer`.
  init(_ pointer: OpaquePointer) { self.pointer = pointer }

  /// Nil unless the bytes are one certificate and nothing else.
  init?(der: [UInt8]) {
    let parsed = der.withUnsafeBufferPointer { buffer -> OpaquePointer? in
      var cursor = buffer.baseAddress
      guard let parsed = d2i_X509(nil, &cursor, buffer.count) else { return nil }
      guard cursor == buffer.baseAddress?.advanced(by: buffer.count) else {
        X509_free(parsed)
        return nil
      }
      return parsed
    }
    guard let parsed else {
      ERR_clear_error()
      return nil
    }
    pointer = parsed
  }

  deinit { X509_free(pointer) }

  /// Names go from the general to the specific, so the last one counts.
  var commonName: String? {
    let subject = X509_get_subject_name(pointer)
    var last: Int32 = -1
    while true {
      let next = X509_NAME_get_index_by_NID(subject, NID_commonName, last)
      guard next >= 0 else { break }
      last = next
    }
    guard last >= 0, let entry = X509_NAME_get_entry(subject, last) else { return nil }
    return Self.text(X509_NAME_ENTRY_get_data(entry))
  }

  var publicKeyInfo: [UInt8] {
    Self.bytes { i2d_X509_PUBKEY(X509_get_X509_PUBKEY(pointer), $0) }
  }

  var der: [UInt8] { Self.bytes { i2d_X509(pointer, $0) } }

  private static func text(_ value: UnsafePointer<ASN1_STRING>?) -> String? {
    var bytes: UnsafeMutablePointer<UInt8>?
    let count = ASN1_STRING_to_UTF8(&bytes, value)
    guard count > 0, let bytes else {
      ERR_clear_error()
      return nil
    }
    defer { CRYPTO_free(bytes, nil, 0) }
    let text = Array(UnsafeBufferPointer(start: bytes, count: Int(count)))
    return text.contains(0) ? nil : String(validating: text, as: UTF8.self)
  }

  /// Runs an encoder that allocates its result.
  private static func bytes(
    _ encode: (UnsafeMutablePointer<UnsafeMutablePointer<UInt8>?>) -> Int32
  ) -> [UInt8] {
    var result: UnsafeMutablePointer<UInt8>?
    let count = encode(&result)
    require(count > 0, "i2d")
    let start = require(result, "i2d")
    defer { CRYPTO_free(start, nil, 0) }
    return Array(UnsafeBufferPointer(start: start, count: Int(count)))
  }
}
