import PowerAuthCrypto

/// What of a server's certificate is compared with pins.
public struct ServerCertificate: Sendable, Equatable {
  /// The most specific common name; nil where there is none, and then no list matches.
  public let commonName: String?
  /// SHA-256 of the certificate in DER, 32 B.
  public let fingerprint: [UInt8]
  /// SHA-256 of the public key with its algorithm (SubjectPublicKeyInfo), 32 B.
  public let publicKeyFingerprint: [UInt8]

  /// Nil unless the bytes are exactly one certificate.
  public init?(der: [UInt8]) {
    guard let certificate = try? Certificate(der: der) else { return nil }
    self.init(certificate)
  }

  /// Of a certificate that was read already.
  public init(_ certificate: Certificate) {
    commonName = certificate.commonName
    fingerprint = SHA256.hash(certificate.der)
    publicKeyFingerprint = SHA256.hash(certificate.publicKeyInfo)
  }
}
