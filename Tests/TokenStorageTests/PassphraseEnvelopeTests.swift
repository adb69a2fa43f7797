import Foundation
import Testing
import TokenModel
import TokenStorage

@Suite struct PassphraseEnvelopeTests {
  private static let secret = Secret(Array("PA state of many bytes".utf8))
  private static let passphrase = Secret(Array("čtyři náhodná slova".utf8))
  private static let sealed = Result {
    try PassphraseEnvelope.seal(secret, passphrase: passphrase)
  }

  @Test func `what was sealed opens with the same passphrase`() throws {
    let file = try Self.sealed.get()
    #expect(PassphraseEnvelope.isEnvelope(file))
    #expect(try PassphraseEnvelope.open(file, passphrase: Self.passphrase) == Self.secret)
  }

  @Test func `the file is one JSON object that says how it was made, and holds nothing open`()
    throws
  {
    let file = try Self.sealed.get()
    let json = try JSONValue(parsing: file)
    #expect(json["format"] == "countersign-state")
    #expect(json["version"] == 1)
    #expect(json["kdf"] == "PBKDF2-HMAC-SHA256")
    #expect(json["iterations"] == 600_000)
    #expect(!String(decoding: file, as: UTF8.self).contains("state of many"))
  }

  @Test func `two files of one secret share neither salt nor box`() throws {
    let one = try JSONValue(parsing: try Self.sealed.get())
    let two = try JSONValue(
      parsing: try PassphraseEnvelope.seal(Self.secret, passphrase: Self.passphrase))
    #expect(one["salt"] != two["salt"])
    #expect(one["box"] != two["box"])
  }

  @Test func `another passphrase is named as wrong`() throws {
    let file = try Self.sealed.get()
    #expect(throws: PortableStateFault.wrongPassphrase) {
      try PassphraseEnvelope.open(file, passphrase: Secret(Array("another passphrase".utf8)))
    }
  }

  @Test(arguments: [
    ("iterations", 599_999 as JSONValue), ("salt", "AAAAAAAAAAAAAAAAAAAAAA=="),
    ("box", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="), ("box", ""),
  ])
  func `whatever of the file was changed, it opens no more`(
    member: String, value: JSONValue
  ) throws {
    let file = try JSONValue(parsing: try Self.sealed.get()).setting(member, to: value)
    #expect(throws: PortableStateFault.wrongPassphrase) {
      try PassphraseEnvelope.open(file.bytes(), passphrase: Self.passphrase)
    }
  }

  @Test(arguments: [
    ("iterations", 9_999 as JSONValue), ("iterations", 2_000_000_000), ("kdf", "scrypt"),
    ("salt", "AAAA"), ("box", "not base64"), ("format", "something else"),
  ])
  func `a file of another kind is not computed on`(member: String, value: JSONValue) throws {
    let file = try JSONValue(parsing: try Self.sealed.get()).setting(member, to: value)
    #expect(throws: PortableStateFault.notAState) {
      try PassphraseEnvelope.open(file.bytes(), passphrase: Self.passphrase)
    }
  }

  @Test func `a later version is named`() throws {
    let file = try JSONValue(parsing: try Self.sealed.get()).setting("version", to: 2)
    #expect(throws: PortableStateFault.unsupportedVersion(2)) {
      try PassphraseEnvelope.open(file.bytes(), passphrase: Self.passphrase)
    }
  }

  @Test(arguments: [[], Array("PA".utf8), Array("{}".utf8), [0xff, 0xfe]])
  func `other bytes are no envelope`(bytes: [UInt8]) {
    #expect(!PassphraseEnvelope.isEnvelope(bytes))
    #expect(throws: PortableStateFault.notAState) {
      try PassphraseEnvelope.open(bytes, passphrase: Self.passphrase)
    }
  }
}
