import PowerAuth
import Testing
import TokenModel

@Suite struct IdentifierTests {
  @Test(arguments: [
    ("0e35bd05-8a4a-4b1f-9d2a-3f1c2b1a0d11", true), ("", false), ("a\"b", false), ("a\r\nb", false),
    ("a b", false), ("é", false), (String(repeating: "a", count: 256), false),
  ])
  func `an identifier that would break out of a header is none`(id: String, isTaken: Bool) {
    let secret = Secret([UInt8](repeating: 1, count: 16))
    let response = TokenCreateResponse(AccessToken(id: id, secret: secret))
    #expect((response.token != nil) == isTaken)
  }
}

@Suite struct HeaderTests {
  static let nonce = Base64.encode([UInt8](repeating: 7, count: 16))
  static let signature = """
    PowerAuth pa_version="3.3", pa_activation_id="a", pa_application_key="k", \
    pa_nonce="\(nonce)", pa_signature_type="possession_knowledge", pa_signature="s"
    """

  @Test func `the signature header has the documented form`() throws {
    let header = try SignatureHeader(parsing: Self.signature)
    #expect(header.value == Self.signature)
    #expect(header.version == .v3_3)
    #expect(header.factors == .possessionKnowledge)
    #expect(header.nonce == [UInt8](repeating: 7, count: 16))
  }

  @Test func `order, spaces and foreign fields do not matter`() throws {
    let header = try SignatureHeader(
      parsing: """
        PowerAuth  pa_signature="s",pa_signature_type="POSSESSION_KNOWLEDGE" , other="x", \
        pa_nonce="\(Self.nonce)", pa_application_key="k", pa_activation_id="a", pa_version="3.3" 
        """)
    #expect(header.value == Self.signature)
  }

  @Test(arguments: [
    ("", HeaderFault.notPowerAuth),
    ("Bearer x", .notPowerAuth),
    ("powerauth pa_version=\"3.3\"", .notPowerAuth),
    ("PowerAuth ", .missing("pa_version")),
    ("PowerAuth pa_version", .malformed),
    ("PowerAuth pa_version=3.3", .malformed),
    ("PowerAuth pa_version=\"3.3", .malformed),
    ("PowerAuth =\"3.3\"", .malformed),
    ("PowerAuth pa_version=\"3.3\",", .malformed),
    ("PowerAuth pa_version=\"3.3\" pa_nonce=\"x\"", .malformed),
    ("PowerAuth pa_version=\"3.3\", pa_version=\"3.3\"", .repeated("pa_version")),
    ("PowerAuth pa_version=\"\"", .missing("pa_version")),
    ("PowerAuth pa_version=\"2.1\"", .unsupportedVersion("2.1")),
    ("PowerAuth pa_version=\"3.4\"", .unsupportedVersion("3.4")),
    ("PowerAuth pa_version=\"3.3\"", .missing("pa_activation_id")),
  ])
  func `a header that is not one says why`(text: String, fault: HeaderFault) {
    #expect(throws: fault) { try SignatureHeader(parsing: text) }
  }

  @Test(arguments: ["", "AAAA", "???", Base64.encode([UInt8](repeating: 0, count: 17))])
  func `a nonce is sixteen bytes in Base64`(nonce: String) {
    let text = Self.signature.replacing(Self.nonce, with: nonce)
    let fault: HeaderFault = nonce.isEmpty ? .missing("pa_nonce") : .invalid("pa_nonce")
    #expect(throws: fault) { try SignatureHeader(parsing: text) }
  }

  @Test func `an unknown combination of factors is refused`() {
    let text = Self.signature.replacing("possession_knowledge", with: "knowledge_biometry")
    #expect(throws: HeaderFault.invalid("pa_signature_type")) {
      try SignatureHeader(parsing: text)
    }
  }

  @Test func `the encryption header names an activation only in its scope`() throws {
    let application = EncryptionHeader(version: .v3_1, applicationKey: "k")
    #expect(application.value == "PowerAuth version=\"3.1\", application_key=\"k\"")
    let activation = EncryptionHeader(version: .v3_3, applicationKey: "k", activationID: "a")
    #expect(
      activation.value
        == "PowerAuth version=\"3.3\", application_key=\"k\", activation_id=\"a\"")
    #expect(try EncryptionHeader(parsing: activation.value) == activation)
  }

  @Test(arguments: ["", "x", "1.5", "99999999999999999999"])
  func `a token's timestamp is a whole number`(timestamp: String) {
    let digest = Base64.encode([UInt8](repeating: 1, count: 32))
    let text = """
      PowerAuth version="3.3", token_id="t", token_digest="\(digest)", nonce="\(Self.nonce)", \
      timestamp="\(timestamp)"
      """
    let fault: HeaderFault = timestamp.isEmpty ? .missing("timestamp") : .invalid("timestamp")
    #expect(throws: fault) { try TokenHeader(parsing: text) }
  }
}
