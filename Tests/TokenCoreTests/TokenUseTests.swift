import PowerAuth
import TestSupport
import Testing
import TokenCore
import TokenModel

@Suite struct TokenUseTests {
  static let list = "/api/auth/token/app/operation/list"

  @Test func `the token is made on demand and kept`() async throws {
    let world = try TokenWorld()
    try await world.activate()
    _ = try await world.token.operations()
    _ = try await world.token.operations()
    _ = try await world.secondToken().operations()
    #expect(await world.server.received.count { $0 == "/pa/v3/token/create" } == 1)
  }

  @Test func `a token that the server forgot is made anew once`() async throws {
    let world = try TokenWorld()
    try await world.activate()
    _ = try await world.token.operations()
    await world.server.forgetTokens()
    #expect(try await world.token.operations() == OperationList(operations: []))
    #expect(await world.server.received.count { $0 == "/pa/v3/token/create" } == 2)
  }

  @Test func `a server that refuses every token is told so, not asked for ever`() async throws {
    let world = try TokenWorld()
    try await world.activate()
    let refusal: JSONValue = [
      "status": "ERROR", "responseObject": ["code": "POWERAUTH_AUTH_FAIL"],
    ]
    let answer = IncomingAnswer(status: 401, headers: [], body: refusal.bytes())
    await world.server.breaking { _, path in path == Self.list ? .intercepted(answer) : nil }
    await #expect(
      throws: TokenFailure.refused(
        ServerRefusal(status: 401, code: "POWERAUTH_AUTH_FAIL", message: ""))
    ) { try await world.token.operations() }
    for _ in 0..<5 { _ = try? await world.token.operations() }
    #expect(await world.server.received.count { $0 == "/pa/v3/token/create" } == 2)
    world.clock.advance(300_000)
    _ = try? await world.token.operations()
    #expect(await world.server.received.count { $0 == "/pa/v3/token/create" } == 3)
    await world.server.breaking(nil)
    _ = try await world.token.operations()
  }

  @Test(arguments: [
    (ActivationState.blocked, TokenFailure.blocked), (.removed, .removed),
    (.pendingCommit, .waitingForCommit),
  ])
  func `a list refused for the state of the activation names that state`(
    state: ActivationState, failure: TokenFailure
  ) async throws {
    let world = try TokenWorld()
    try await world.activate()
    _ = try await world.token.operations()
    await world.server.change { $0.state = state }
    await #expect(throws: failure) { try await world.token.operations() }
  }

  @Test func `one bad operation in a list never hides the others`() async throws {
    let world = try TokenWorld()
    try await world.activate()
    await world.server.offer([
      TokenWorld.operation("op-1"), ["id": "bad"], "nonsense", TokenWorld.operation("op-2"),
    ])
    let list = try await world.token.operations()
    #expect(list.operations.map(\.id) == ["op-1", "op-2"])
    #expect(list.unreadable == 2)
  }

  @Test func `calls made while a fetch runs share its request`() async throws {
    let world = try TokenWorld()
    try await world.activate()
    _ = try await world.token.operations()
    let before = await world.server.received.count { $0 == Self.list }
    async let one = world.token.operations()
    async let two = world.token.operations()
    async let three = world.token.operations()
    _ = try await (one, two, three)
    #expect(await world.server.received.count { $0 == Self.list } - before == 1)
  }

  @Test func `an operation that is not there is not available`() async throws {
    let world = try TokenWorld()
    try await world.activate()
    await #expect(throws: TokenFailure.operation(.notAvailable)) {
      try await world.token.operation(id: "nobody's")
    }
  }

  @Test func `token and signature never travel together`() async throws {
    let world = try TokenWorld()
    try await world.activate()
    _ = try await world.token.operations()
    let list = try #require(await world.server.requests[Self.list])
    #expect(list.headers.contains { $0.name == TokenHeader.name })
    #expect(!list.headers.contains { $0.name == SignatureHeader.name })
    let create = try #require(await world.server.requests["/pa/v3/token/create"])
    #expect(create.headers.contains { $0.name == SignatureHeader.name })
    #expect(!create.headers.contains { $0.name == EncryptionHeader.name })
  }
}

@Suite struct TemporaryKeyTests {
  static let keystore = "/pa/v3/keystore/create"

  @Test(arguments: [
    (ProtocolVersion.v3_0, 0), (.v3_1, 0), (.v3_2, 0), (.v3_3, 2),
  ])
  func `only 3.3 asks for temporary keys, one for each scope`(
    version: ProtocolVersion, count: Int
  ) async throws {
    let world = try TokenWorld(version: version)
    try await world.activate()
    _ = try await world.token.operations()
    #expect(await world.server.received.count { $0 == Self.keystore } == count)
  }

  @Test func `a key is used until ten seconds before its end`() async throws {
    let world = try TokenWorld()
    try await world.activate()
    _ = try await world.token.operations()
    for (passed, expected) in [(280_000, 2), (11_000, 3)] as [(Int64, Int)] {
      world.clock.advance(passed)
      await world.server.forgetTokens()
      _ = try await world.token.operations()
      #expect(await world.server.received.count { $0 == Self.keystore } == expected)
    }
  }

  @Test(arguments: [
    ServerRefusal(status: 400, code: "ERR_TEMPORARY_KEY", message: ""),
    ServerRefusal(status: 400, code: "ERR_ENCRYPTION", message: ""),
    ServerRefusal(status: 401, code: "ERR_AUTHENTICATION", message: "POWER_AUTH_TOKEN_ERROR"),
  ])
  func `a key that the server forgot is replaced and the request repeated once`(
    refusal: ServerRefusal
  ) async throws {
    let world = try TokenWorld()
    try await world.activate()
    _ = try await world.token.operations()
    await world.server.forgetTokens()
    await world.server.forgetTemporaryKeys(blaming: refusal)
    _ = try await world.token.operations()
    #expect(await world.server.received.count { $0 == Self.keystore } == 3)
    #expect(try await world.token.status().isDeadlocked == false)
  }

  @Test func `an activation whose key was forgotten meanwhile succeeds`() async throws {
    let world = try TokenWorld()
    let refused = ActivationRequest(
      code: try #require(ActivationCode(random: Array(1...10))), deviceName: "x",
      pin: try world.pin("2580"))
    _ = try? await world.token.activate(refused)
    await world.server.forgetTemporaryKeys(
      blaming: ServerRefusal(status: 400, code: "ERR_ACTIVATION", message: ""))
    try await world.activate()
  }
}
