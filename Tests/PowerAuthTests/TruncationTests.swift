import PowerAuth
import PowerAuthCrypto
import Testing
import TokenModel

@Suite struct TruncationTests {
  let serverKey = PrivateKey.generate()
  let plaintext = Array(#"{"amount":"1"}"#.utf8)

  func context(_ version: ProtocolVersion) throws -> EciesContext {
    try EciesContext(
      version: version, applicationKey: "AQ==", applicationSecret: "Ag==", scope: .application,
      purpose: .application, temporaryKeyID: version == .v3_3 ? "t" : nil)
  }

  /// Base64 of every beginning of what is behind this Base64.
  func beginnings(_ text: String) throws -> [String] {
    let bytes = try #require(Base64.decode(text))
    return bytes.indices.map { Base64.encode(Array(bytes[..<$0])) }
  }

  @Test(arguments: ProtocolVersion.allCases)
  func `no beginning of a request is one`(version: ProtocolVersion) throws {
    var encryptor = EciesEncryptor(try context(version), serverKey: serverKey.publicKey)
    let request = try encryptor.encrypt(plaintext, timestamp: 1)
    func opened(_ point: String, _ data: String, _ mac: String) throws -> Secret {
      var decryptor = EciesDecryptor(try context(version), privateKey: serverKey)
      return try decryptor.decrypt(
        EciesRequest(
          temporaryKeyId: request.temporaryKeyId, ephemeralPublicKey: point, encryptedData: data,
          mac: mac, nonce: request.nonce, timestamp: request.timestamp))
    }
    let (point, data, mac) = (request.ephemeralPublicKey, request.encryptedData, request.mac)
    #expect(try opened(point, data, mac) == Secret(plaintext))
    for short in try beginnings(point) {
      #expect(throws: EciesError.refused) { try opened(short, data, mac) }
    }
    for short in try beginnings(data) {
      #expect(throws: EciesError.refused) { try opened(point, short, mac) }
    }
    for short in try beginnings(mac) {
      #expect(throws: EciesError.refused) { try opened(point, data, short) }
    }
  }

  @Test(arguments: ProtocolVersion.allCases)
  func `no beginning of a response is one`(version: ProtocolVersion) throws {
    var encryptor = EciesEncryptor(try context(version), serverKey: serverKey.publicKey)
    var decryptor = EciesDecryptor(try context(version), privateKey: serverKey)
    _ = try decryptor.decrypt(try encryptor.encrypt(plaintext, timestamp: 1))
    let response = try decryptor.encrypt(plaintext, timestamp: 2)
    func opened(_ data: String, _ mac: String) throws -> Secret {
      var copy = encryptor
      return try copy.decrypt(
        EciesResponse(
          encryptedData: data, mac: mac, nonce: response.nonce, timestamp: response.timestamp))
    }
    #expect(try opened(response.encryptedData, response.mac) == Secret(plaintext))
    for short in try beginnings(response.encryptedData) {
      #expect(throws: EciesError.refused) { try opened(short, response.mac) }
    }
    for short in try beginnings(response.mac) {
      #expect(throws: EciesError.refused) { try opened(response.encryptedData, short) }
    }
  }

  @Test(arguments: 0...64)
  func `no status of another length is read`(count: Int) throws {
    guard count != StatusBlob.size else { return }
    #expect(throws: StatusBlob.Unreadable()) {
      try StatusBlob(
        decrypting: SecureRandom.bytes(count), challenge: SecureRandom.bytes(16),
        nonce: SecureRandom.bytes(16), transportKey: SecureRandom.secret(16))
    }
  }
}

@Suite struct ProofKeyTests {
  /// The example of RFC 7636, appendix B.
  @Test func `the challenge is that of the specification`() throws {
    let verifier = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"
    let key = ProofKey(random: try #require(Base64.decodeURLSafe(verifier)))
    #expect(key.verifier == verifier)
    #expect(key.challenge == "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM")
    #expect(ProofKey() != ProofKey())
  }
}
