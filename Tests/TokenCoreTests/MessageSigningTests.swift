import PowerAuth
import TestSupport
import Testing
import TokenCore
import TokenModel

@Suite struct MessageSigningTests {
  let store = MemoryStore()
  let reader = MemoryBiometry()
  static let body = Array(#"{"login":"jana"}"#.utf8)

  private func world(_ version: ProtocolVersion = .v3_3) async throws -> TokenWorld {
    let world = try TokenWorld(version: version, store: store, biometry: [reader])
    try await world.activate()
    return world
  }

  private func isAccepted(
    _ header: HeaderField, _ world: TokenWorld, _ method: String = "POST",
    _ body: [UInt8] = body
  ) async throws -> Bool {
    try await world.server.accepts(
      header.value, method: method, uriID: "/mobile/login", body: body)
  }

  @Test(arguments: ProtocolVersion.allCases)
  func `a signed message is accepted by the backend's server once`(
    version: ProtocolVersion
  ) async throws {
    let world = try await world(version)
    let header = try await world.token.authorization(
      method: "POST", uriID: "/mobile/login", body: Self.body, factors: .possessionKnowledge,
      with: .pin(world.rightPIN))
    #expect(header.name == "X-PowerAuth-Authorization")
    #expect(try SignatureHeader(parsing: header.value).version == version)
    #expect(try await isAccepted(header, world))
    #expect(try await !isAccepted(header, world))
  }

  @Test(arguments: [
    ("b=2&a=1", "a=1&b=2"), ("name=J%C3%A1n+Novak&x=", "name=J%C3%A1n+Novak&x="),
    ("", ""), ("novalue", ""),
  ])
  func `a GET is signed over its parameters in order`(
    query: String, canonical: String
  ) async throws {
    let world = try await world()
    let header = try await world.token.authorization(
      method: "get", uriID: "/mobile/login", query: query, factors: .possession)
    #expect(try await isAccepted(header, world, "GET", Array(canonical.utf8)))
  }

  @Test func `every combination of factors can be asked for`() async throws {
    let world = try await world()
    try await world.token.addBiometry(pin: world.rightPIN)
    let pin = SecondFactor.pin(try world.rightPIN)
    let cases: [(Factors, SecondFactor?)] = [
      (.possession, nil), (.knowledge, pin), (.biometry, .biometry),
      (.possessionKnowledge, pin), (.possessionBiometry, .biometry),
      (.possessionKnowledgeBiometry, pin),
    ]
    for (factors, factor) in cases {
      let header = try await world.token.authorization(
        method: "PUT", uriID: "/mobile/login", body: Self.body, factors: factors, with: factor)
      #expect(try SignatureHeader(parsing: header.value).factors == factors)
      #expect(try await isAccepted(header, world, "PUT"), "\(factors)")
    }
  }

  @Test func `nothing but the status is asked and one counter is used up`() async throws {
    let world = try await world()
    _ = try await world.token.status()
    let received = await world.server.received.count
    let counters = store.calls.count { $0 == .moveCounter }
    _ = try await world.token.authorization(
      method: "POST", uriID: "/mobile/login", body: Self.body, factors: .possession)
    #expect(await world.server.received.dropFirst(received) == ["/pa/v3/activation/status"])
    #expect(store.calls.count { $0 == .moveCounter } - counters == 1)
  }

  @Test func `a factor that is not given signs nothing`() async throws {
    let world = try await world()
    let counters = store.calls.count { $0 == .moveCounter }
    await #expect(throws: TokenFailure.pinTooShort) {
      try await world.token.authorization(
        method: "POST", uriID: "/mobile/login", body: [], factors: .possessionKnowledge)
    }
    await #expect(throws: TokenFailure.biometry(.notSetUp)) {
      try await world.token.authorization(
        method: "POST", uriID: "/mobile/login", body: [], factors: .possessionBiometry,
        with: .biometry)
    }
    #expect(store.calls.count { $0 == .moveCounter } == counters)
  }

  @Test func `a counter that cannot be saved signs nothing`() async throws {
    let world = try await world()
    store.fail(.moveCounter, with: .full(path: "/state"))
    await #expect(throws: TokenFailure.storage(.full(path: "/state"))) {
      try await world.token.authorization(
        method: "POST", uriID: "/mobile/login", body: [], factors: .possession)
    }
  }

  @Test func `a wrong PIN is found out by the backend and counted there`() async throws {
    let world = try await world()
    let header = try await world.token.authorization(
      method: "POST", uriID: "/mobile/login", body: Self.body, factors: .possessionKnowledge,
      with: .pin(world.wrongPIN))
    #expect(try await !isAccepted(header, world))
    #expect(try await world.token.status().attemptsLeft == 4)
  }

  @Test func `a finger of somebody else gives a header that is refused`() async throws {
    let world = try await world()
    try await world.token.addBiometry(pin: world.rightPIN)
    reader.fail(.unlock, with: .notRecognized)
    let header = try await world.token.authorization(
      method: "POST", uriID: "/mobile/login", body: Self.body, factors: .possessionBiometry,
      with: .biometry)
    #expect(try await !isAccepted(header, world))
    #expect(try await world.token.status().attemptsLeft == 4)
  }

  @Test func `messages that are never sent do not lead out of sight`() async throws {
    let world = try await world()
    for _ in 0..<60 {
      _ = try await world.token.authorization(
        method: "POST", uriID: "/mobile/login", body: Self.body, factors: .possessionKnowledge,
        with: .pin(world.rightPIN))
    }
    #expect(try await world.token.status().isDeadlocked == false)
    #expect(await world.approves("op-1", with: .pin(try world.rightPIN)))
  }

  @Test func `without network nothing is signed that could lead away from the server`() async throws
  {
    let world = try await world()
    await world.server.breaking { _, _ in .unreachable }
    let counters = store.calls.count { $0 == .moveCounter }
    await #expect(throws: TokenFailure.self) {
      try await world.token.authorization(
        method: "POST", uriID: "/mobile/login", body: Self.body, factors: .possession)
    }
    #expect(store.calls.count { $0 == .moveCounter } == counters)
  }

  @Test func `a blocked activation signs no message`() async throws {
    let world = try await world()
    await world.server.change { $0.state = .blocked }
    let counters = store.calls.count { $0 == .moveCounter }
    await #expect(throws: TokenFailure.blocked) {
      try await world.token.authorization(
        method: "POST", uriID: "/mobile/login", body: [], factors: .possession)
    }
    #expect(store.calls.count { $0 == .moveCounter } == counters)
  }
}
