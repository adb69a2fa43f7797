import PowerAuth
import TestSupport
import Testing
import TokenCore
import TokenModel

@Suite struct VaultTests {
  static let unlock = "/pa/v3/vault/unlock"

  private func world(_ version: ProtocolVersion = .v3_3) async throws -> TokenWorld {
    let world = try TokenWorld(version: version, biometry: [MemoryBiometry()])
    await world.server.configure {
      $0.newRecovery = ActivationRecovery(
        recoveryCode: "VVVVV-VVVVV-VVVVV-VTFVA", puk: "1234567890")
    }
    try await world.activate()
    return world
  }

  @Test(arguments: ProtocolVersion.allCases)
  func `a key of the application is the server's for the same index`(
    version: ProtocolVersion
  ) async throws {
    let world = try await world(version)
    for index in [0, 1000, UInt64.max] {
      let key = try await world.token.encryptionKey(index: index, with: .pin(world.rightPIN))
      #expect(try await world.server.encryptionKey(index: index) == key)
    }
    #expect(await world.server.vault.reasons.allSatisfy { $0 == "FETCH_ENCRYPTION_KEY" })
    #expect(try await world.signature(of: Self.unlock)?.factors == .possessionKnowledge)
  }

  @Test(arguments: ProtocolVersion.allCases, [SignatureEncoding.der, .raw])
  func `the device's key signs so that the server can tell`(
    version: ProtocolVersion, encoding: SignatureEncoding
  ) async throws {
    let world = try await world(version)
    let data = Array("contract".utf8)
    let signature = try await world.token.signWithDeviceKey(
      data, format: encoding, with: .pin(world.rightPIN))
    #expect(await world.server.deviceSigned(signature, data, encoding))
    #expect(await !world.server.deviceSigned(signature, data + [0], encoding))
    #expect(encoding == .der || signature.count == 64)
    #expect(await world.server.vault.reasons == ["SIGN_WITH_DEVICE_PRIVATE_KEY"])
  }

  @Test(arguments: ProtocolVersion.allCases)
  func `a web token carries its claims under the device's key`(
    version: ProtocolVersion
  ) async throws {
    let world = try await world(version)
    let claims: JSONValue = ["sub": "jana", "n": 1, "nested": ["a", true]]
    let jwt = try await world.token.jwt(claims: claims, with: .pin(world.rightPIN))
    #expect(jwt.hasPrefix("eyJhbGciOiJFUzI1NiIsInR5cCI6IkpXVCJ9."))
    #expect(try await world.server.claims(of: jwt) == claims)
  }

  @Test func `claims that are no object are refused before anything is asked`() async throws {
    let world = try await world()
    await #expect(throws: TokenFailure.emptyAttribute(name: "claims")) {
      try await world.token.jwt(claims: ["a"], with: .pin(world.rightPIN))
    }
    #expect(await world.server.vault.reasons.isEmpty)
  }

  @Test func `a wrong PIN opens nothing and costs one attempt`() async throws {
    let world = try await world()
    await #expect(throws: TokenFailure.wrongPIN(attemptsLeft: 4)) {
      try await world.token.encryptionKey(index: 1, with: .pin(world.wrongPIN))
    }
    #expect(await world.server.vault.reasons.isEmpty)
    #expect(await world.server.received.count { $0 == Self.unlock } == 1)
  }

  @Test func `a server that wants the PIN says so to biometry and counts nothing`() async throws {
    let world = try await world()
    try await world.token.addBiometry(pin: world.rightPIN)
    let refusal = ServerRefusal(status: 400, code: "ERR_SECURE_VAULT", message: "")
    await #expect(throws: TokenFailure.serverCannot(.vault, refusal)) {
      try await world.token.encryptionKey(index: 1, with: .biometry)
    }
    #expect(try await world.token.status().attemptsLeft == 5)
    await world.server.changeVault { $0.takesBiometry = true }
    let key = try await world.token.encryptionKey(index: 1, with: .biometry)
    #expect(try await world.server.encryptionKey(index: 1) == key)
  }

  @Test(arguments: [
    (400, "ERR_SECURE_VAULT", "POWER_AUTH_SECURE_VAULT_INVALID", true),
    (401, "ERR_AUTHENTICATION", "POWER_AUTH_SIGNATURE_TYPE_INVALID", true),
    (404, "ERROR_NOT_FOUND", "", true), (400, "ERR_ENCRYPTION", "", false),
    (500, "ERROR_GENERIC", "", false), (409, "REMOTE_COMMUNICATION_ERROR", "", false),
  ])
  func `what the server says of the vault keeps its meaning`(
    status: Int, code: String, message: String, isLacking: Bool
  ) async throws {
    let world = try await world()
    let refusal = ServerRefusal(status: status, code: code, message: message)
    let error: JSONValue = [
      "status": "ERROR",
      "responseObject": ["code": .string(code), "message": .string(message)],
    ]
    let answer = IncomingAnswer(status: status, headers: [], body: error.bytes())
    await world.server.breaking { _, path in path == Self.unlock ? .intercepted(answer) : nil }
    await #expect(
      throws: isLacking ? TokenFailure.serverCannot(.vault, refusal) : .refused(refusal)
    ) { try await world.token.encryptionKey(index: 1, with: .pin(world.rightPIN)) }
    await world.server.breaking(nil)
    _ = try await world.token.encryptionKey(index: 1, with: .pin(world.rightPIN))
    #expect(try await world.token.status().attemptsLeft == 5)
  }

  @Test(arguments: ProtocolVersion.allCases)
  func `a vault key of somebody else is not believed`(version: ProtocolVersion) async throws {
    let world = try await world(version)
    await world.server.changeVault { $0.foreignKey = Secret(Array(1...16)) }
    let pin = SecondFactor.pin(try world.rightPIN)
    await #expect(throws: TokenFailure.untrustedAnswer(.protection)) {
      try await world.token.encryptionKey(index: 1, with: pin)
    }
    await #expect(throws: TokenFailure.untrustedAnswer(.protection)) {
      try await world.token.signWithDeviceKey([1], format: .der, with: pin)
    }
    await #expect(throws: TokenFailure.untrustedAnswer(.protection)) {
      try await world.token.recoveryCodes(with: pin)
    }
    await world.server.changeVault { $0.foreignKey = nil }
    _ = try await world.token.encryptionKey(index: 1, with: pin)
  }

  static let badAnswers = [
    "{}", #"{"encryptedData":"AAAA"}"#, #"{"encryptedData":"","mac":""}"#,
    #"{"encryptedData":"AAAA","mac":"AAAA","nonce":"AAAA","timestamp":1}"#,
    #"{"encryptedData":"#, "null", #"{"encryptedData":1,"mac":2}"#,
    #"{"status":"OK","responseObject":{"encryptedVaultEncryptionKey":"AAAA"}}"#,
  ]

  @Test(arguments: ProtocolVersion.allCases, badAnswers)
  func `a truncated or foreign cryptogram is not believed and the next try works`(
    version: ProtocolVersion, text: String
  ) async throws {
    let world = try await world(version)
    await world.server.breaking { _, path in
      path == Self.unlock ? .replaced(FaultTests.json(200, text)) : nil
    }
    do {
      _ = try await world.token.encryptionKey(index: 1, with: .pin(world.rightPIN))
      Issue.record("believed \(text)")
    } catch TokenFailure.untrustedAnswer {
    }
    await world.server.breaking(nil)
    _ = try await world.token.encryptionKey(index: 1, with: .pin(world.rightPIN))
    #expect(try await world.token.status().attemptsLeft == 5)
  }

  @Test func `the answer to another request is not believed`() async throws {
    let world = try await world()
    let pin = SecondFactor.pin(try world.rightPIN)
    let recorder = AnswerRecorder(world.server, path: Self.unlock)
    let token = Token(
      profile: world.token.profile,
      ports: TokenPorts(
        transport: recorder, store: world.store, clock: world.clock.tokenClock()),
      logger: TokenWorld.silence)
    _ = try await token.encryptionKey(index: 1, with: pin)
    await recorder.replay()
    await #expect(throws: TokenFailure.untrustedAnswer(.protection)) {
      try await token.encryptionKey(index: 1, with: pin)
    }
  }

  @Test func `requests at once from two processes are all answered`() async throws {
    let world = try TokenWorld(sleepMovesTime: false)
    try await world.activate()
    let second = try world.secondToken()
    let pin = SecondFactor.pin(try world.rightPIN)
    let keys = await withTaskGroup(of: Secret?.self) { group in
      for index in 0..<8 {
        let token = index.isMultiple(of: 2) ? world.token : second
        group.addTask { try? await token.encryptionKey(index: 7, with: pin) }
      }
      return await group.reduce(into: []) { $0.append($1) }
    }
    let expected = try await world.server.encryptionKey(index: 7)
    #expect(keys.allSatisfy { $0 == expected })
    #expect(try await world.token.status().attemptsLeft == 5)
  }

  @Test func `a key that the server forgot costs no PIN`() async throws {
    let world = try await world()
    let pin = SecondFactor.pin(try world.rightPIN)
    _ = try await world.token.encryptionKey(index: 1, with: pin)
    await world.server.forgetTemporaryKeys()
    _ = try await world.token.encryptionKey(index: 1, with: pin)
    #expect(await world.server.received.count { $0 == Self.unlock } == 2)
  }

  @Test(arguments: [ProtocolVersion.v3_2, .v3_3])
  func `a server that refuses may not share our time and is asked for it`(
    version: ProtocolVersion
  ) async throws {
    let world = try await world(version)
    let answer = FaultTests.json(
      400, #"{"status":"ERROR","responseObject":{"code":"ERR_SECURE_VAULT"}}"#)
    await world.server.breaking { _, path in path == Self.unlock ? .intercepted(answer) : nil }
    _ = try? await world.token.encryptionKey(index: 1, with: .pin(world.rightPIN))
    await world.server.breaking(nil)
    let asked = await world.server.received.count { $0 == "/pa/v3/status" }
    _ = try await world.token.encryptionKey(index: 1, with: .pin(world.rightPIN))
    #expect(await world.server.received.count { $0 == "/pa/v3/status" } == asked + 1)
  }

  @Test func `a PIN is not sent a second time for a refused temporary key`() async throws {
    let world = try await world()
    let refusal = ServerRefusal(status: 400, code: "ERR_TEMPORARY_KEY", message: "")
    let answer = FaultTests.json(
      400, #"{"status":"ERROR","responseObject":{"code":"ERR_TEMPORARY_KEY"}}"#)
    await world.server.breaking { _, path in path == Self.unlock ? .intercepted(answer) : nil }
    let before = await world.server.received.count
    await #expect(throws: TokenFailure.refused(refusal)) {
      try await world.token.encryptionKey(index: 1, with: .pin(world.rightPIN))
    }
    #expect(await world.server.received.dropFirst(before).count { $0 == Self.unlock } == 0)
    await world.server.breaking(nil)
    _ = try await world.token.encryptionKey(index: 1, with: .pin(world.rightPIN))
  }
}

/// Passes requests on, and keeps the last answer of one path to give it out again.
actor AnswerRecorder: Transport {
  private let server: ReferenceServer
  private let path: String
  private var last: IncomingAnswer?
  private var replays = false

  init(_ server: ReferenceServer, path: String) {
    self.server = server
    self.path = path
  }

  func replay() { replays = true }

  func send(_ request: OutgoingRequest) async throws(TransportFault) -> IncomingAnswer {
    let answer = try await server.send(request)
    guard request.url.hasSuffix(path) else { return answer }
    if replays, let last { return last }
    last = answer
    return answer
  }
}
