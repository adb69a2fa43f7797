import Foundation
import PowerAuthCrypto
import Testing
import TokenModel

@testable import PowerAuth

/// The published list of certificates: what is believed, and what condemns it.
@Suite struct FingerprintListTests {
  private static let fingerprint = "B25n1mxcIjV6D72zdUGVflxUtnO41vaCEaOej6PzEFk="
  private static let expires: Int64 = 4_102_444_800
  private static let key = """
    BFv0mrZAA891c4ci9NsNnCufk9FgoV3Xb036vqviPPl1cXsXUOYo2jEPP7Vva7uUpTL0BgflmapCcZrxJarvyrw=
    """

  private let signer = FingerprintSigner(.generate())
  private var verifier: FingerprintVerifier {
    get throws { try #require(FingerprintVerifier(publicKey: signer.publicKey)) }
  }

  private func entry(
    _ name: String = "bank.example", expires: Int64 = expires, signature: JSONValue? = nil,
    more: [String: JSONValue] = [:]
  ) throws -> JSONValue {
    let bytes = try #require(Base64.decode(Self.fingerprint))
    let right = signer.signature(name: name, fingerprint: bytes, expires: expires)
    var members: [String: JSONValue] = [
      "name": .string(name), "fingerprint": .string(Self.fingerprint),
      "expires": .number(Decimal(expires)), "signature": signature ?? .string(right),
    ]
    members.merge(more) { $1 }
    return .object(members)
  }

  private func body(_ entries: [JSONValue], more: [String: JSONValue] = [:]) -> [UInt8] {
    JSONValue.object(more.merging(["fingerprints": .array(entries)]) { $1 }).bytes()
  }

  private func list(_ body: [UInt8], now: Int64 = 1_800_000_000) throws -> FingerprintList {
    try FingerprintList(signedEntries: body, by: verifier, now: now)
  }

  @Test(arguments: [
    // name&fingerprint&expires, made with openssl.
    (
      "MEYCIQCJeuNDXOeH6p80jVwwSQ8fQ/FJaQmkNibSmenI7SeakQIhAJLIPggaXZIYVIlY5ovc91h3jSKVZOdgmljBm5eJKCBm",
      true
    ),
    // name&expires&fingerprint, as a recipe in circulation has it.
    (
      "MEQCIG/NRYhgY6uFqSQtlouD1KfXGBcEoehBivJOgseCIu+zAiA2lvVoCQ3ZfoSo8SW1IF40IyxR1Zgp+KaBXKFMObjQ6w==",
      false
    ),
  ])
  func `an entry is signed over name, fingerprint and expiry in this order`(
    signature: String, isRight: Bool
  ) throws {
    let point = try #require(Base64.decode(Self.key))
    let verifier = try #require(FingerprintVerifier(publicKey: point))
    let entry: JSONValue = [
      "name": "mobile.bank.example", "fingerprint": .string(Self.fingerprint),
      "expires": .number(Decimal(Self.expires)), "signature": .string(signature),
    ]
    let read = { try FingerprintList(signedEntries: body([entry]), by: verifier, now: 0) }
    if isRight {
      #expect(try read().entries.map(\.name) == ["mobile.bank.example"])
    } else {
      #expect(throws: FingerprintList.Fault.invalidSignature) { try read() }
    }
  }

  @Test func `of signed entries nothing is read that is not signed`() throws {
    let more: [String: JSONValue] = [
      "timestamp": 5, "domainsConfig": ["sslPinningRequiredForUnlisted": false],
    ]
    let read = try list(body([try entry(more: ["depth": 1, "other": "x"])], more: more))
    #expect(read.entries.map(\.depth) == [0])
    #expect(read.domains == nil)
    #expect(read.timestamp == nil)
  }

  @Test func `one wrong signature condemns the whole list`() throws {
    let foreign = try entry()["signature"]
    let wrong = try entry("other.example", signature: foreign)
    #expect(throws: FingerprintList.Fault.invalidSignature) { try list(body([entry(), wrong])) }
  }

  @Test func `what has expired is skipped unseen, even when it is signed wrongly`() throws {
    let old = try entry(expires: 1_800_000_000, signature: "AAAA")
    let read = try list(body([old, entry()]))
    #expect(read.entries.map(\.expires) == [Self.expires])
  }

  @Test(arguments: [
    "", "[]", "{}", "{\"fingerprints\": {}}", "{\"fingerprints\": [1]}",
    "{\"fingerprints\": [{\"name\": \"a\", \"fingerprint\": \"AAAA\", \"expires\": 4102444800}]}",
    "{\"fingerprints\": [{\"name\": \"\", \"fingerprint\": \"\(fingerprint)\", \"expires\": 1}]}",
    "{\"fingerprints\": [{\"name\": \"a\", \"fingerprint\": \"\(fingerprint)\"}]}",
    "{\"fingerprints\": [{\"name\": \"a\", \"fingerprint\": \"\(fingerprint)\", \"expires\": \"9\"}]}",
    """
    {"fingerprints": [{"name": "a", "fingerprint": "\(fingerprint)", "expires": 1e30}]}
    """,
    """
    {"fingerprints": [{"name": "a", "fingerprint": "\(fingerprint)", "expires": 4102444800}]}
    """,
  ])
  func `what is no such list is no data`(text: String) throws {
    #expect(throws: FingerprintList.Fault.invalidData) { try list(Array(text.utf8)) }
  }

  @Test func `a list without end is not read`() throws {
    let entries = Array(repeating: try entry(), count: FingerprintList.mostEntries + 1)
    #expect(throws: FingerprintList.Fault.invalidData) { try list(body(entries)) }
  }

  @Test func `an answer is signed with its challenge, byte by byte`() throws {
    let document = """
      { "timestamp": 1800000000,  "fingerprints": [{"name": "*.bank.example",
      "fingerprint": "\(Self.fingerprint)", "expires": 1900000000.9, "depth": 1}],
      "domainsConfig": {"sslPinningRequiredForUnlisted": false,
        "domains": [{"name": "a.example", "sslPinningRequired": true}, {"name": "b.example"}]} }
      """
    let body = Array(document.utf8)
    let challenge = FingerprintSignature.makeChallenge()
    #expect(Base64.decode(challenge)?.count == 16)
    let signature = signer.signature(of: body, challenge: challenge)
    let read = try FingerprintList(
      answer: body, challenge: challenge, signature: signature, by: verifier)
    let fingerprint = try #require(Base64.decode(Self.fingerprint))
    let expected = PinEntry(
      name: "*.bank.example", fingerprint: fingerprint, expires: 1_900_000_000, depth: 1)
    #expect(read.entries == [expected])
    #expect(read.timestamp == 1_800_000_000)
    #expect(
      read.domains
        == PinDomains(
          isRequiredForUnlisted: false, isRequired: ["a.example": true, "b.example": true]))
    let others: [(body: [UInt8], challenge: String, signature: String?)] = [
      (body, challenge, nil), (body, FingerprintSignature.makeChallenge(), signature),
      (body + [UInt8(ascii: "\n")], challenge, signature), (body, challenge, "AAAA"),
      (body, challenge, "no Base64"),
    ]
    for other in others {
      #expect(throws: FingerprintList.Fault.invalidSignature) {
        try FingerprintList(
          answer: other.body, challenge: other.challenge, signature: other.signature,
          by: verifier)
      }
    }
  }

  @Test func `the signature of an answer is looked at before its form`() throws {
    #expect(throws: FingerprintList.Fault.invalidSignature) {
      try FingerprintList(
        answer: Array("garbage".utf8), challenge: "c", signature: "AAAA", by: verifier)
    }
    let body = Array("garbage".utf8)
    #expect(throws: FingerprintList.Fault.invalidData) {
      try FingerprintList(
        answer: body, challenge: "c", signature: signer.signature(of: body, challenge: "c"),
        by: verifier)
    }
  }

  @Test func `a key is a point of the curve`() {
    #expect(FingerprintVerifier(publicKey: [4] + Array(repeating: 1, count: 64)) == nil)
    #expect(FingerprintVerifier(publicKey: []) == nil)
  }
}
