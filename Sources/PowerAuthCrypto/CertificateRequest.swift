import COpenSSL
import TokenModel

/// A certificate that is to be made, for servers of tests and trials.
public struct CertificateRequest: Sendable {
  /// The one common name of the subject.
  public let commonName: String
  /// What it stands for, such as `DNS:localhost` or `IP:127.0.0.1`; none for an authority.
  public let alternativeNames: [String]
  /// From now on; negative for one that has ended.
  public let validDays: Int

  public init(commonName: String, alternativeNames: [String] = [], validDays: Int) {
    self.commonName = commonName
    self.alternativeNames = alternativeNames
    self.validDays = validDays
  }

  /// A root that signs itself.
  public func authority(key: PrivateKey) -> Certificate {
    signed(
      for: key.publicKey, by: key, issuer: commonName,
      extensions: [
        (NID_basic_constraints, "critical,CA:TRUE"),
        (NID_key_usage, "critical,keyCertSign,cRLSign"),
      ])
  }

  /// A server's certificate below the root that has `issuer` as its common name.
  public func server(key: PublicKey, issuer: String, by issuerKey: PrivateKey) -> Certificate {
    signed(
      for: key, by: issuerKey, issuer: issuer,
      extensions: [
        (NID_basic_constraints, "critical,CA:FALSE"),
        (NID_key_usage, "critical,digitalSignature"), (NID_ext_key_usage, "serverAuth"),
        (NID_subject_alt_name, alternativeNames.joined(separator: ",")),
      ])
  }

  private func signed(
    for key: PublicKey, by issuerKey: PrivateKey, issuer: String,
    extensions: [(identifier: Int32, value: String)]
  ) -> Certificate {
    let handle = CertificateHandle(require(X509_new(), "X509_new"))
    let pointer = handle.pointer
    // The third version has number two.
    require(X509_set_version(pointer, 2) == 1, "X509_set_version")
    setSerial(pointer)
    let (day, second) = (86_400, 1)
    // Clocks differ: it began yesterday.
    X509_gmtime_adj(X509_getm_notBefore(pointer), min(-day, validDays * day - second))
    X509_gmtime_adj(X509_getm_notAfter(pointer), validDays * day)
    Self.set(commonName, in: X509_get_subject_name(pointer))
    Self.set(issuer, in: X509_get_issuer_name(pointer))
    require(X509_set_pubkey(pointer, key.handle.pointer) == 1, "X509_set_pubkey")
    for item in extensions { add(item.identifier, item.value, to: pointer) }
    let digest = MessageDigest.sha256.handle
    require(X509_sign(pointer, issuerKey.handle.pointer, digest) > 0, "X509_sign")
    let der = handle.der
    return require(try? Certificate(der: der), "d2i_X509")
  }

  private func setSerial(_ pointer: OpaquePointer) {
    // Positive, and 63 bits of chance.
    var bytes = SecureRandom.bytes(8)
    bytes[0] = bytes[0] & 0x7f | 0x40
    let number = require(BN_bin2bn(bytes, 8, nil), "BN_bin2bn")
    defer { BN_free(number) }
    require(
      BN_to_ASN1_INTEGER(number, X509_get_serialNumber(pointer)) != nil, "BN_to_ASN1_INTEGER")
  }

  private static func set(_ name: String, in subject: OpaquePointer?) {
    let bytes = Array(name.utf8)
    require(
      X509_NAME_add_entry_by_txt(
        subject, "CN", utf8, bytes, Int32(bytes.count), -1, 0) == 1,
      "X509_NAME_add_entry")
  }

  private func add(_ identifier: Int32, _ value: String, to pointer: OpaquePointer) {
    let item = require(
      X509V3_EXT_conf_nid(nil, nil, identifier, value), "X509V3_EXT_conf_nid")
    defer { X509_EXTENSION_free(item) }
    require(X509_add_ext(pointer, item, -1) == 1, "X509_add_ext")
  }

  /// `MBSTRING_FLAG`, which is a macro that does not reach Swift.
  private static let utf8: Int32 = 0x1000
}

extension PrivateKey {
  /// The pair as TLS libraries read it (SEC 1, DER); to be wiped by who asked.
  public var der: [UInt8] {
    var result: UnsafeMutablePointer<UInt8>?
    let count = i2d_PrivateKey(handle.pointer, &result)
    require(count > 0, "i2d_PrivateKey")
    let start = require(result, "i2d_PrivateKey")
    defer { CRYPTO_clear_free(start, Int(count), nil, 0) }
    return Array(UnsafeBufferPointer(start: start, count: Int(count)))
  }
}
