import Foundation
import PowerAuth
import PowerAuthCrypto
import Testing
import TokenModel

/// The vectors beside the tests; another file of the same form can take its place.
enum VectorFile {
  /// The whole file, by section.
  static func sections() throws -> [String: Any] {
    let file = try #require(
      Bundle.module.url(forResource: "powerauth", withExtension: "json", subdirectory: "Vectors"))
    let sections = try JSONSerialization.jsonObject(with: Data(contentsOf: file))
    return try #require(sections as? [String: Any])
  }

  /// The cases of one section; a missing section or member throws.
  static func cases<Case: Decodable>(_ section: String) throws -> [Case] {
    let cases = try #require(try sections()[section])
    return try JSONDecoder().decode(
      [Case].self, from: JSONSerialization.data(withJSONObject: cases))
  }
}

/// Bytes that stand in the file as Base64.
struct Bytes: Decodable, Sendable, Equatable {
  let bytes: [UInt8]
  var secret: Secret { Secret(bytes) }

  init(from decoder: any Decoder) throws {
    bytes = Array(try decoder.singleValueContainer().decode(Data.self))
  }

  func publicKey() throws -> PublicKey { try PublicKey(bytes) }
  func privateKey() throws -> PrivateKey { try PrivateKey(scalar: secret) }
  func counter() throws -> SignatureCounter { try SignatureCounter(data: bytes) }
}

@Suite struct SectionVectors {
  /// Every section with the suite that reads it; the last three by PowerAuthCryptoTests as well.
  static let read: Set = [
    "description", "keyDerivation", "kdfInternal", "hashBasedCounter", "counterDataHash",
    "counterSynchronization", "signatureBaseString", "queryCanonization", "onlineSignature",
    "offlineSignature", "offlineQrData", "statusBlob", "ecies", "tokenDigest", "activationCode",
    "activationCodeSignature", "fingerprint", "vault", "temporaryKey", "mobileSdkConfig",
    "proximityOtp", "recoveryCode", "masterSecret", "kdfX963", "passwordKey",
  ]

  @Test func `no section of the file is left unread`() throws {
    #expect(Set(try VectorFile.sections().keys) == Self.read)
  }
}
