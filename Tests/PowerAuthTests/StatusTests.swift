import PowerAuth
import PowerAuthCrypto
import Testing
import TokenModel

@Suite struct CounterReconciliationTests {
  static let transportKey = Secret([UInt8](repeating: 3, count: 16))
  static let start = SignatureCounter.random()

  /// Where each side stands, in steps from a common start, and the bytes if they lie.
  struct Case: Sendable, CustomTestStringConvertible {
    let local: Int
    let server: Int
    var serverByte: UInt8?
    let expected: CounterReconciliation
    var testDescription: String { "local \(local), server \(server): \(expected)" }
  }

  @Test func `the warning of offline codes knows how far a server follows`() {
    #expect(OfflineCode.followed == OnlineSignature.defaultLookAhead)
    for ahead in 1...OfflineCode.followed {
      let code = OfflineCode(digits: Secret([]), unseen: ahead)
      let decision = Self.cases.first { $0.server == 0 && $0.local == ahead }?.expected
      if case .clientAhead(_, let isForced) = decision { #expect(code.isFarAhead == isForced) }
    }
  }

  static let cases: [Case] = [
    Case(local: 0, server: 0, expected: .inSync),
    Case(local: 300, server: 300, expected: .inSync),
    Case(local: 1, server: 0, expected: .clientAhead(distance: 1, needsForcedSync: false)),
    Case(local: 10, server: 0, expected: .clientAhead(distance: 10, needsForcedSync: false)),
    Case(local: 11, server: 0, expected: .clientAhead(distance: 11, needsForcedSync: true)),
    Case(local: 20, server: 0, expected: .clientAhead(distance: 20, needsForcedSync: true)),
    Case(local: 21, server: 0, expected: .deadlock),
    Case(local: 260, server: 250, expected: .clientAhead(distance: 10, needsForcedSync: false)),
    Case(local: 0, server: 1, expected: .serverAhead(newCounter: start.stepped(by: 1))),
    Case(local: 0, server: 19, expected: .serverAhead(newCounter: start.stepped(by: 19))),
    Case(local: 250, server: 260, expected: .serverAhead(newCounter: start.stepped(by: 260))),
    Case(local: 0, server: 20, expected: .deadlock),
    Case(local: 0, server: 127, expected: .deadlock),
    Case(local: 0, server: 128, expected: .deadlock),
    Case(local: 0, server: 200, expected: .deadlock),
    Case(local: 0, server: 256, expected: .deadlock),
    Case(local: 5, server: 5, serverByte: 6, expected: .deadlock),
    Case(local: 5, server: 5, serverByte: 4, expected: .deadlock),
    Case(local: 5, server: 7, serverByte: 5, expected: .deadlock),
    Case(local: 5, server: 7, serverByte: 8, expected: .deadlock),
  ]

  @Test(arguments: cases)
  func `the two counters are told apart`(example: Case) throws {
    let server = Self.start.stepped(by: example.server)
    let blob = StatusBlob(
      state: .active, counterByte: example.serverByte ?? server.byte, failedAttempts: 0,
      maxFailedAttempts: 5, lookAhead: 20,
      counterHash: try server.hash(transportKey: Self.transportKey))
    let decision = try CounterReconciliation.decide(
      local: Self.start.stepped(by: example.local), server: blob, transportKey: Self.transportKey)
    #expect(decision == example.expected)
  }
}

@Suite struct StatusBlobTests {
  let transportKey = SecureRandom.secret(16)
  let challenge = SecureRandom.bytes(16)
  let nonce = SecureRandom.bytes(16)

  func encrypted(lookAhead: Int = 20) throws -> [UInt8] {
    let blob = StatusBlob(
      state: .blocked, counterByte: 200, failedAttempts: 5, maxFailedAttempts: 5,
      lookAhead: lookAhead, counterHash: SecureRandom.bytes(16))
    return try blob.encrypted(challenge: challenge, nonce: nonce, transportKey: transportKey)
  }

  func decode(_ encrypted: [UInt8], nonce: [UInt8]? = nil, key: Secret? = nil) throws -> StatusBlob
  {
    try StatusBlob(
      decrypting: encrypted, challenge: challenge, nonce: nonce ?? self.nonce,
      transportKey: key ?? transportKey)
  }

  @Test func `another key, nonce or size cannot be read`() throws {
    let encrypted = try encrypted()
    #expect(try decode(encrypted).state == .blocked)
    #expect(throws: StatusBlob.Unreadable()) { try decode(encrypted, key: .init(challenge)) }
    #expect(throws: StatusBlob.Unreadable()) {
      try decode(encrypted, nonce: SecureRandom.bytes(16))
    }
    #expect(throws: StatusBlob.Unreadable()) { try decode(encrypted, nonce: []) }
    #expect(throws: StatusBlob.Unreadable()) { try decode(Array(encrypted.dropLast(16))) }
    #expect(throws: StatusBlob.Unreadable()) { try decode([]) }
    #expect(throws: StatusBlob.Unreadable()) { try decode(SecureRandom.bytes(32)) }
  }

  @Test(arguments: [0, 65, 300])
  func `a look-ahead outside 1 to 64 cannot be read`(lookAhead: Int) throws {
    let encrypted = try encrypted(lookAhead: lookAhead)
    #expect(throws: StatusBlob.Unreadable()) { try decode(encrypted) }
  }

  @Test func `a response in Base64 becomes the blob`() throws {
    let response = StatusResponse(encryptedStatusBlob: try encrypted(), nonce: nonce)
    let blob = try response.blob(challenge: challenge, transportKey: transportKey)
    #expect(blob.counterByte == 200)
    #expect(blob.failedAttempts == 5)
  }
}
