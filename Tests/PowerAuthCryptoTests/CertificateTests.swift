import Foundation
import Testing
import TokenModel

@testable import PowerAuthCrypto

/// Certificates that `openssl req -x509` made, and our own against each other.
@Suite struct CertificateTests {
  private static let named = """
    MIIB4jCCAYegAwIBAgIUXvJDLz8b8SpL3gDVgs7NbjpMLewwCgYIKoZIzj0EAwIwRTELMAkGA1UEBhMCQ1oxGDAWBgNVBAMM
    D2dlbmVyYWwuZXhhbXBsZTEcMBoGA1UEAwwTbW9iaWxlLmJhbmsuZXhhbXBsZTAgFw0yNjExMjExNjUxMDFaGA8yMDgxMDgy
    NDE2NTEwMVowRTELMAkGA1UEBhMCQ1oxGDAWBgNVBAMMD2dlbmVyYWwuZXhhbXBsZTEcMBoGA1UEAwwTbW9iaWxlLmJhbmsu
    ZXhhbXBsZTBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABFv0mrZAA891c4ci9NsNnCufk9FgoV3Xb036vqviPPl1cXsXUOYo
    2jEPP7Vva7uUpTL0BgflmapCcZrxJarvyryjUzBRMB0GA1UdDgQWBBRDBDXP8I1wN6m2nXMTj0VavUCPlzAfBgNVHSMEGDAW
    gBRDBDXP8I1wN6m2nXMTj0VavUCPlzAPBgNVHRMBAf8EBTADAQH/MAoGCCqGSM49BAMCA0kAMEYCIQDMKVoYrEAbK4u2AKq0
    HRl3sm7fSDDidb1ertxHZ+YtsAIhALJFt8gIXPLd0CDORrkEJcl8E2t/XPqT4SDw+lzvOsZV
    """
  private static let nameless = """
    MIIBfTCCASOgAwIBAgIUec/q3H97gzDyewvVx0E9escp/wEwCgYIKoZIzj0EAwIwEzERMA8GA1UECgwITmFtZWxlc3MwIBcN
    MjYxMTIxMTY1MTAyWhgPMjA4MTA4MjQxNjUxMDJaMBMxETAPBgNVBAoMCE5hbWVsZXNzMFkwEwYHKoZIzj0CAQYIKoZIzj0D
    AQcDQgAEW/SatkADz3VzhyL02w2cK5+T0WChXddvTfq+q+I8+XVxexdQ5ijaMQ8/tW9ru5SlMvQGB+WZqkJxmvElqu/KvKNT
    MFEwHQYDVR0OBBYEFEMENc/wjXA3qbadcxOPRVq9QI+XMB8GA1UdIwQYMBaAFEMENc/wjXA3qbadcxOPRVq9QI+XMA8GA1Ud
    EwEB/wQFMAMBAf8wCgYIKoZIzj0EAwIDSAAwRQIhAO+2U+f/SJPRaIUogKiZmtvwzz3+90tzqOlwm40iZq8jAiBnfRKYm/2T
    UlxRrSj86Z5FiVSzIUvDl0IUmbsxd4gYqQ==
    """

  private static func bytes(_ text: String) throws -> [UInt8] {
    Array(try #require(Data(base64Encoded: text, options: .ignoreUnknownCharacters)))
  }

  @Test func `the most specific common name counts, and both digests are those of openssl`() throws
  {
    let certificate = try Certificate(der: Self.bytes(Self.named))
    #expect(certificate.commonName == "mobile.bank.example")
    #expect(
      SHA256.hash(certificate.der)
        == hex("076e67d66c5c22357a0fbdb37541957e5c54b673b8d6f68211a39e8fa3f31059"))
    #expect(
      SHA256.hash(certificate.publicKeyInfo)
        == hex("abeb5d3440c019268a77cef85fc1884dd33c75836f045cdcec0943a3c268601b"))
  }

  @Test func `a certificate without a common name has none`() throws {
    #expect(try Certificate(der: Self.bytes(Self.nameless)).commonName == nil)
  }

  @Test func `what is not exactly one certificate is refused`() throws {
    let whole = try Self.bytes(Self.named)
    for bytes in [[], Array(whole.dropLast()), whole + [0], [0x30, 0x80], Array("garbage".utf8)] {
      #expect(throws: CryptoError.invalidCertificate) { try Certificate(der: bytes) }
    }
  }

  @Test func `certificates of our own are what was asked for`() throws {
    let authorityKey = PrivateKey.generate()
    let authority = CertificateRequest(commonName: "Test CA", validDays: 10)
      .authority(key: authorityKey)
    let key = PrivateKey.generate()
    let request = CertificateRequest(
      commonName: "localhost", alternativeNames: ["DNS:localhost"], validDays: 10)
    let one = request.server(key: key.publicKey, issuer: "Test CA", by: authorityKey)
    let two = request.server(key: key.publicKey, issuer: "Test CA", by: authorityKey)
    #expect(authority.commonName == "Test CA")
    #expect(one.commonName == "localhost")
    #expect(one.der != two.der)
    #expect(one.publicKeyInfo == two.publicKeyInfo)
    #expect(one.publicKeyInfo.suffix(65) == key.publicKey.uncompressed[...])
  }
}
