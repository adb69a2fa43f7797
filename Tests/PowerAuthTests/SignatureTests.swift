import PowerAuth
import PowerAuthCrypto
import Testing
import TokenModel

@Suite struct SignatureTests {
  let keys = FactorKeys(
    possession: SecureRandom.secret(16), knowledge: SecureRandom.secret(16),
    biometry: SecureRandom.secret(16))
  let counter = SignatureCounter.random()
  let credentials = ApplicationCredentials(
    applicationKey: SecureRandom.bytes(16), applicationSecret: SecureRandom.bytes(16),
    masterPublicKey: PrivateKey.generate().publicKey)
  let body = Array("{}".utf8)

  func header(
    _ factors: Factors = .possessionKnowledge, at counter: SignatureCounter,
    version: ProtocolVersion = .v3_3
  ) throws -> SignatureHeader {
    try SignatureHeader(
      signing: body, uriId: "/x", activationID: "a", credentials: credentials, keys: keys,
      factors: factors, counter: counter, version: version)
  }

  func verify(
    _ header: SignatureHeader, body: [UInt8]? = nil, uriId: String = "/x", lookAhead: Int = 20
  ) throws -> Int? {
    let base = header.signedData(
      uriId: uriId, body: body ?? self.body, applicationSecret: credentials.applicationSecret)
    return try OnlineSignature.verify(
      header, base: base, keys: keys, counter: counter, lookAhead: lookAhead)
  }

  @Test(arguments: [0, 1, 19])
  func `a server finds a signature within its look-ahead`(steps: Int) throws {
    #expect(try verify(header(at: counter.stepped(by: steps))) == steps)
  }

  @Test func `a signature beyond the look-ahead or behind the counter is not found`() throws {
    #expect(try verify(header(at: counter.stepped(by: 20))) == nil)
    #expect(try verify(header(at: counter), lookAhead: 0) == nil)
    let base = try header(at: counter)
    let late = try OnlineSignature.verify(
      base,
      base: base.signedData(
        uriId: "/x", body: body, applicationSecret: credentials.applicationSecret),
      keys: keys, counter: counter.stepped())
    #expect(late == nil)
  }

  @Test(arguments: Factors.allCases, ProtocolVersion.allCases)
  func `every combination of factors is verified in every version`(
    factors: Factors, version: ProtocolVersion
  ) throws {
    #expect(try verify(header(factors, at: counter, version: version)) == 0)
  }

  @Test func `another body, address or signature type is not accepted`() throws {
    let header = try header(at: counter)
    #expect(try verify(header, body: []) == nil)
    #expect(try verify(header, uriId: "/y") == nil)
    let disguised = SignatureHeader(
      version: header.version, activationID: header.activationID,
      applicationKey: header.applicationKey, nonce: header.nonce, factors: .possession,
      signature: header.signature)
    #expect(try verify(disguised) == nil)
  }

  @Test func `a signature of several factors is not the sum of its parts`() throws {
    let nonce = SecureRandom.bytes(16)
    let base = SignedRequestData(
      method: "POST", uriId: "/x", nonce: nonce, body: body, applicationSecret: "s")
    let parts = try [Factors.possession, .knowledge].map {
      try OnlineSignature.compute(
        base: base, keys: keys, factors: $0, counter: counter, version: .v3_0)
    }
    let both = try OnlineSignature.compute(
      base: base, keys: keys, factors: .possessionKnowledge, counter: counter, version: .v3_0)
    #expect(both.split(separator: "-").first.map(String.init) == parts[0])
    #expect(both != parts.joined(separator: "-"))
  }

  @Test func `a locked factor cannot sign`() throws {
    let possessionOnly = FactorKeys(possession: keys.possession)
    #expect(throws: FactorKeys.Missing(factor: .knowledge)) {
      try SignatureHeader(
        signing: body, uriId: "/x", activationID: "a", credentials: credentials,
        keys: possessionOnly, factors: .possessionKnowledge, counter: counter, version: .v3_3)
    }
  }

  @Test(arguments: [-1, 0, 3, 9, 100])
  func `offline digits are four to eight`(length: Int) {
    let base = SignedRequestData(offlineUriId: "/x", nonce: SecureRandom.bytes(16), body: body)
    #expect(throws: OfflineSignature.UnsupportedLength(length: length)) {
      try OfflineSignature.compute(
        base: base, keys: keys, factors: .possession, counter: counter, length: length)
    }
  }

  @Test func `an offline signature is found within the look-ahead`() throws {
    let base = SignedRequestData(offlineUriId: "/x", nonce: SecureRandom.bytes(16), body: body)
    let signature = try OfflineSignature.compute(
      base: base, keys: keys, factors: .possessionKnowledge, counter: counter.stepped(by: 3))
    #expect(signature.count == 17)
    let found = try OfflineSignature.verify(
      signature, base: base, keys: keys, factors: .possessionKnowledge, counter: counter)
    #expect(found == 3)
  }

  @Test func `a counter has sixteen bytes and its low byte wraps`() throws {
    #expect(throws: CryptoError.invalidLength(expected: 16, actual: 15)) {
      try SignatureCounter(data: [UInt8](repeating: 0, count: 15))
    }
    let last = try SignatureCounter(data: SecureRandom.bytes(16), byte: 255)
    #expect(last.stepped().byte == 0)
    #expect(last.stepped().data != last.data)
  }

  @Test(arguments: [
    ("a=%", "a=%25"), ("a=%4", "a=%254"), ("a=%zz", "a=%25zz"), ("&&a=1&", "a=1"),
    ("ž=1&z=2", "z=2&%C5%BE=1"), ("a=\u{1F600}&a=\u{FF5E}", "a=%F0%9F%98%80&a=%EF%BD%9E"),
  ])
  func `odd queries have a canonical form too`(query: String, canonical: String) {
    #expect(SignedRequestData.canonicalQuery(query) == canonical)
  }
}
