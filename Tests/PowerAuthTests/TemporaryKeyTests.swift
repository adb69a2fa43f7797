import PowerAuth
import PowerAuthCrypto
import Testing
import TokenModel

@Suite struct TemporaryKeyTests {
  let signer = PrivateKey.generate()
  let temporary = PrivateKey.generate()
  let scope = EciesScope.activation(id: "a", transportKey: SecureRandom.secret(16))
  let credentials = ApplicationCredentials(
    applicationKey: SecureRandom.bytes(16), applicationSecret: SecureRandom.bytes(16),
    masterPublicKey: PrivateKey.generate().publicKey)

  func request(activationID: String? = "a", challenge: [UInt8]? = nil) -> TemporaryKeyRequest {
    TemporaryKeyRequest(
      applicationKey: credentials.applicationKey, activationID: activationID,
      challenge: challenge ?? SecureRandom.bytes(18))
  }

  var key: TemporaryKey {
    TemporaryKey(
      id: "t", publicKey: temporary.publicKey, issuedAt: 1_000_123, expiresAt: 1_300_123)
  }

  @Test func `a request is answered and the answer accepted`() throws {
    let request = request()
    let jwt = try request.jwt(credentials, scope)
    #expect(try TemporaryKeyRequest.unverified(jwt) == request)
    let received = try TemporaryKeyRequest(verifying: jwt, credentials, scope)
    let answer = try received.answer(with: key, signer: signer)
    #expect(try request.accept(answer, signer: signer.publicKey) == key)
  }

  @Test(arguments: [
    (Int64.min, false), (.min + 9_999, false), (1_010_000, false), (1_010_001, true), (.max, true),
  ])
  func `a key is used until ten seconds before any end that a server may name`(
    end: Int64, isUsable: Bool
  ) {
    let key = TemporaryKey(
      id: "t", publicKey: temporary.publicKey, issuedAt: .min, expiresAt: end)
    #expect(key.isUsable(at: 1_000_000) == isUsable)
  }

  @Test func `a request by another secret, scope or challenge size is refused`() throws {
    let jwt = try request().jwt(credentials, scope)
    let otherCredentials = ApplicationCredentials(
      applicationKey: Base64.decode(credentials.applicationKey) ?? [],
      applicationSecret: SecureRandom.bytes(16), masterPublicKey: credentials.masterPublicKey)
    #expect(throws: TemporaryKeyRefused()) {
      try TemporaryKeyRequest(verifying: jwt, otherCredentials, scope)
    }
    #expect(throws: TemporaryKeyRefused()) {
      try TemporaryKeyRequest(verifying: jwt, credentials, .application)
    }
    let short = try request(challenge: [1]).jwt(credentials, scope)
    #expect(throws: TemporaryKeyRefused()) {
      try TemporaryKeyRequest(verifying: short, credentials, scope)
    }
  }

  @Test func `an answer to another request or by another signer is refused`() throws {
    let mine = request()
    let answer = try mine.answer(with: key, signer: signer)
    for other in [request(), request(activationID: nil), request(activationID: "b")] {
      #expect(throws: TemporaryKeyRefused()) {
        try other.accept(answer, signer: signer.publicKey)
      }
    }
    #expect(throws: TemporaryKeyRefused()) {
      try mine.accept(answer, signer: temporary.publicKey)
    }
  }

  @Test(arguments: ["", "a.b", "a.b.c", "....", "e30.e30.e30", "e30.e30.", "ž.ž.ž"])
  func `text that is no token is refused`(text: String) {
    #expect(throws: TemporaryKeyRefused()) { try TemporaryKeyRequest.unverified(text) }
    #expect(throws: TemporaryKeyRefused()) {
      try request().accept(text, signer: signer.publicKey)
    }
  }

  @Test func `an answer whose header names another algorithm is refused`() throws {
    let request = request()
    let parts = try request.answer(with: key, signer: signer).split(separator: ".")
    for header in [
      #"{"alg":"none","typ":"JWT"}"#, #"{"alg":"ES256"}"#, #"{"alg":"HS256","typ":"JWT"}"#,
    ] {
      let signed = Base64.encodeURLSafe(Array(header.utf8)) + "." + parts[1]
      let signature = signer.signature(for: Array(signed.utf8), format: .raw)
      #expect(throws: TemporaryKeyRefused()) {
        try request.accept(
          signed + "." + Base64.encodeURLSafe(signature), signer: signer.publicKey)
      }
    }
  }

  @Test func `a key is dropped ten seconds before its end`() {
    #expect(key.isUsable(at: 1_290_122))
    #expect(!key.isUsable(at: 1_290_123))
  }
}
