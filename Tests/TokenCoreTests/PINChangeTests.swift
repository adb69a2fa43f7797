import PowerAuth
import TestSupport
import Testing
import TokenCore
import TokenModel

@Suite struct PINChangeTests {
  static let validate = "/pa/v3/signature/validate"

  let store = MemoryStore()

  private func world(_ version: ProtocolVersion = .v3_3) async throws -> TokenWorld {
    let world = try TokenWorld(version: version, store: store)
    try await world.activate()
    return world
  }

  private var wrap: KnowledgeWrap? { get throws { try store.activation()?.record.knowledge } }

  @Test(arguments: ProtocolVersion.allCases)
  func `a changed PIN has a new salt and the old one is wrong from now on`(
    version: ProtocolVersion
  ) async throws {
    let world = try await world(version)
    let before = try #require(try wrap)
    let new = try world.pin("135792")
    try await world.token.changePIN(from: world.rightPIN, to: new)
    let after = try #require(try wrap)
    #expect(after.salt != before.salt)
    #expect(after.wrappedKey != before.wrappedKey)
    await #expect(throws: TokenFailure.wrongPIN(attemptsLeft: 4)) {
      try await world.token.validatePIN(world.rightPIN)
    }
    try await world.token.validatePIN(new)
    #expect(try await world.token.status().attemptsLeft == 5)
  }

  @Test func `the server is told why a PIN is checked`() async throws {
    let world = try await world()
    try await world.token.validatePIN(world.rightPIN)
    let body = try #require(await world.server.requests[Self.validate]?.body)
    #expect(body == Array(#"{"requestObject":{"reason":"VALIDATE_PASSWORD"}}"#.utf8))
    #expect(try await world.signature(of: Self.validate)?.factors == .possessionKnowledge)
  }

  @Test func `a wrong old PIN costs an attempt and changes nothing`() async throws {
    let world = try await world()
    let before = try wrap
    await #expect(throws: TokenFailure.wrongPIN(attemptsLeft: 4)) {
      try await world.token.changePIN(from: world.wrongPIN, to: world.pin("135792"))
    }
    #expect(try wrap == before)
    try await world.token.validatePIN(world.rightPIN)
  }

  @Test func `the same PIN is no change, and nobody is asked`() async throws {
    let world = try await world()
    let before = try wrap
    let requests = await world.server.received.count
    await #expect(throws: TokenFailure.pinUnchanged) {
      try await world.token.changePIN(from: world.wrongPIN, to: world.wrongPIN)
    }
    #expect(try wrap == before)
    #expect(await world.server.received.count == requests)
  }

  @Test(arguments: [
    (
      ReferenceServer.Fault.unreachable,
      TokenFailure.network(
        .unreachable(host: "server", reason: "connection refused"))
    ),
    (.lostAnswer, .network(.connectionLost)),
    (
      .replaced(FaultTests.html(500)),
      .refused(ServerRefusal(status: 500, code: "", message: ""))
    ),
    (
      .replaced(FaultTests.json(200, "{}")), .untrustedAnswer(.missing(member: "status"))
    ),
    (.replaced(FaultTests.html(200)), .untrustedAnswer(.wrongContentType("text/html"))),
  ])
  func `a check whose outcome is not known changes nothing`(
    fault: ReferenceServer.Fault, failure: TokenFailure
  ) async throws {
    let world = try await world()
    let before = try wrap
    await world.server.breaking { _, path in path == Self.validate ? fault : nil }
    await #expect(throws: failure) {
      try await world.token.changePIN(from: world.rightPIN, to: world.pin("135792"))
    }
    #expect(try wrap == before)
    await world.server.breaking(nil)
    try await world.token.validatePIN(world.rightPIN)
    #expect(try await world.token.status().isDeadlocked == false)
  }

  @Test func `a PIN that cannot be saved leaves the old one`() async throws {
    let world = try await world()
    store.fail(.update, with: .full(path: "/state"))
    await #expect(throws: TokenFailure.storage(.full(path: "/state"))) {
      try await world.token.changePIN(from: world.rightPIN, to: world.pin("135792"))
    }
    store.fail(.update, with: nil)
    try await world.token.validatePIN(world.rightPIN)
  }

  @Test func `a wrap of another client stays as it is until the PIN is changed`() async throws {
    let world = try await world()
    let key = try #require(try wrap).unwrap(pin: world.rightPIN.secret)
    let imported = try KnowledgeWrap(
      wrapping: key, pin: world.rightPIN.secret, iterations: 10_000, hash: .sha1)
    _ = try store.update("activation-0") { $0.record.knowledge = imported }
    try await world.token.validatePIN(world.rightPIN)
    #expect(try wrap == imported)
    try await world.token.changePIN(from: world.rightPIN, to: world.pin("135792"))
    #expect(try wrap?.hash == .sha256)
    try await world.token.validatePIN(world.pin("135792"))
  }

  @Test func `biometry goes on working after the PIN was changed`() async throws {
    let world = try TokenWorld(store: store, biometry: [MemoryBiometry()])
    try await world.activate()
    try await world.token.addBiometry(pin: world.rightPIN)
    try await world.token.changePIN(from: world.rightPIN, to: world.pin("135792"))
    #expect(await world.approves("op-1", with: .biometry))
  }

  @Test func `changes at once in two processes leave one of the new PINs`() async throws {
    let world = try TokenWorld(store: store, sleepMovesTime: false)
    try await world.activate()
    let second = try world.secondToken()
    let (old, first, other) = try (world.rightPIN, world.pin("135792"), world.pin("246813"))
    async let one: Void? = try? world.token.changePIN(from: old, to: first)
    async let two: Void? = try? second.changePIN(from: old, to: other)
    let (isFirst, isOther) = await (one != nil, two != nil)
    #expect(isFirst != isOther)
    try await world.token.validatePIN(isFirst ? first : other)
  }
}
