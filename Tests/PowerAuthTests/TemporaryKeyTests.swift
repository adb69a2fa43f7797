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

  @Test func `a request by another secret, scope or challenge size is refused by name`() throws {
    let jwt = try request().jwt(credentials, scope)
    let otherSecret = ApplicationCredentials(
      applicationKey: Base64.decode(credentials.applicationKey) ?? [],
      applicationSecret: SecureRandom.bytes(16), masterPublicKey: credentials.masterPublicKey)
    let otherKey = ApplicationCredentials(
      applicationKey: SecureRandom.bytes(16), applicationSecret: SecureRandom.bytes(16),
      masterPublicKey: credentials.masterPublicKey)
    #expect(throws: TemporaryKeyFault.token(.signature)) {
      try TemporaryKeyRequest(verifying: jwt, otherSecret, scope)
    }
    #expect(throws: TemporaryKeyFault.applicationKey) {
      try TemporaryKeyRequest(verifying: jwt, otherKey, scope)
    }
    #expect(throws: TemporaryKeyFault.activationID) {
      try TemporaryKeyRequest(verifying: jwt, credentials, .application)
    }
    let short = try request(challenge: [1]).jwt(credentials, scope)
    #expect(throws: TemporaryKeyFault.challenge) {
      try TemporaryKeyRequest(verifying: short, credentials, scope)
    }
  }

  @Test func `an answer to another request or by another signer is refused by name`() throws {
    let mine = request()
    let answer = try mine.answer(with: key, signer: signer)
    let strangers: [(TemporaryKeyRequest, TemporaryKeyFault)] = [
      (request(), .challenge),
      (request(activationID: nil, challenge: mine.challenge), .activationID),
      (request(activationID: "b", challenge: mine.challenge), .activationID),
      (
        TemporaryKeyRequest(
          applicationKey: "other", activationID: "a", challenge: mine.challenge), .applicationKey
      ),
    ]
    for (other, fault) in strangers {
      #expect(throws: fault) { try other.accept(answer, signer: signer.publicKey) }
    }
    #expect(throws: TemporaryKeyFault.token(.signature)) {
      try mine.accept(answer, signer: temporary.publicKey)
    }
  }

  @Test(arguments: ["", "a.b", "a.b.c", "....", "e30.e30.e30", "e30.e30.", "ž.ž.ž"])
  func `text that is no token is refused`(text: String) {
    #expect(throws: TemporaryKeyFault.token(.malformed)) {
      try TemporaryKeyRequest.unverified(text)
    }
    #expect(throws: TemporaryKeyFault.token(.malformed)) {
      try request().accept(text, signer: signer.publicKey)
    }
  }

  @Test(arguments: [
    (#"{"alg":"none","typ":"JWT"}"#, JWTFault.algorithm),
    (#"{"alg":"HS256","typ":"JWT"}"#, .algorithm), (#"{"alg":"es256","typ":"JWT"}"#, .algorithm),
    (#"{"alg":"ES256","typ":"JWS"}"#, .type), (#"{"alg":"ES256","typ":""}"#, .type),
    (#"{"alg":"ES256"}"#, .malformed), (#"{"typ":"JWT"}"#, .malformed), ("[]", .malformed),
  ])
  func `an answer whose header names another type or algorithm is refused by name`(
    header: String, fault: JWTFault
  ) throws {
    let request = request()
    let payload = try request.answer(with: key, signer: signer).split(separator: ".")[1]
    let answer = SignedText.jwt(header: header, payload: String(payload), by: signer)
    #expect(throws: TemporaryKeyFault.token(fault)) {
      try request.accept(answer, signer: signer.publicKey)
    }
  }

  /// Compressed points of this prefix and x: not on the curve, infinity, nothing, not Base64.
  @Test(arguments: [
    Base64.encode([2] + [UInt8](repeating: 0xff, count: 32)), Base64.encode([0]), "", "?",
    Base64.encode([4] + [UInt8](repeating: 1, count: 64)),
  ])
  func `an answer with a point off the curve or at infinity is refused`(point: String) throws {
    let request = request()
    let claims: JSONValue = [
      "sub": "t", "applicationKey": .string(credentials.applicationKey), "activationId": "a",
      "challenge": .string(Base64.encode(request.challenge)), "publicKey": .string(point),
      "iat_ms": 1, "exp_ms": 2,
    ]
    let answer = try DeviceJWT.sign(claims, by: signer)
    #expect(throws: TemporaryKeyFault.publicKey) {
      try request.accept(answer, signer: signer.publicKey)
    }
    let timeless = try DeviceJWT.sign(claims.setting("exp_ms", to: 1), by: signer)
    #expect(throws: TemporaryKeyFault.lifetime) {
      try request.accept(timeless, signer: signer.publicKey)
    }
    let empty = try DeviceJWT.sign([:], by: signer)
    #expect(throws: TemporaryKeyFault.token(.claims)) {
      try request.accept(empty, signer: signer.publicKey)
    }
  }

  @Test func `a key is dropped ten seconds before its end`() {
    #expect(key.isUsable(at: 1_290_122))
    #expect(!key.isUsable(at: 1_290_123))
  }
}
