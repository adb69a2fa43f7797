import PowerAuth
import TestSupport
import Testing
import TokenCore
import TokenModel

@Suite struct NamedTokenTests {
  static let create = "/pa/v3/token/create"
  static let remove = "/pa/v3/token/remove"

  private func active(_ version: ProtocolVersion = .v3_3) async throws -> TokenWorld {
    let world = try TokenWorld(version: version)
    try await world.activate()
    return world
  }

  @Test(arguments: ProtocolVersion.allCases)
  func `a token is made, listed, used and removed on both sides`(
    version: ProtocolVersion
  ) async throws {
    let world = try await active(version)
    #expect(try await world.token.tokens().isEmpty)
    let made = try await world.token.createToken(
      named: "statements", factors: .possession, with: nil)
    let strong = try await world.token.createToken(
      named: "cards", factors: .possessionKnowledge, with: .pin(world.pin("2580")))
    #expect(strong.factors == "possession_knowledge")
    #expect(try await world.token.tokens() == [strong, made])

    let header = try await world.token.tokenHeader(named: "statements")
    #expect(header.name == TokenHeader.name)
    let parsed = try TokenHeader(parsing: header.value)
    let secret = try #require(await world.server.tokens[made.id]).secret
    #expect(parsed.tokenID == made.id)
    #expect(parsed.version == version)
    #expect(parsed.isAuthentic(secret: secret))
    #expect(parsed.timestamp == world.clock.wall)
    #expect(try await world.token.tokenHeader(named: "statements") != header)

    try await world.token.removeToken(named: "statements")
    #expect(await world.server.tokens.keys.sorted() == [strong.id])
    #expect(try await world.token.tokens() == [strong])
  }

  @Test func `parallel wishes for one name share one call`() async throws {
    let world = try await active()
    async let one = world.token.createToken(named: "a", factors: .possession, with: nil)
    async let two = world.token.createToken(named: "a", factors: .possession, with: nil)
    async let three = world.token.createToken(named: "a", factors: .possession, with: nil)
    #expect(try await Set([one.id, two.id, three.id]).count == 1)
    #expect(await world.server.received.count { $0 == Self.create } == 1)
  }

  @Test func `another process finds the token and makes no second one`() async throws {
    let world = try await active()
    let made = try await world.token.createToken(named: "a", factors: .possession, with: nil)
    let again = try await world.secondToken().createToken(
      named: "a", factors: .possession, with: nil)
    #expect(again == made)
    #expect(await world.server.received.count { $0 == Self.create } == 1)
  }

  @Test func `a token of other factors is removed before the new one is made`() async throws {
    let world = try await active()
    let weak = try await world.token.createToken(named: "a", factors: .possession, with: nil)
    let strong = try await world.token.createToken(
      named: "a", factors: .possessionKnowledge, with: .pin(world.pin("2580")))
    #expect(weak.id != strong.id)
    #expect(await world.server.tokens.keys.sorted() == [strong.id])
    #expect(try await world.token.tokens() == [strong])
  }

  @Test func `who asks for more than another at the same time gets what was asked for`()
    async throws
  {
    let world = try await active()
    let pin = SecondFactor.pin(try world.pin("2580"))
    async let weak = world.token.createToken(named: "a", factors: .possession, with: nil)
    async let strong = world.token.createToken(
      named: "a", factors: .possessionKnowledge, with: pin)
    #expect(try await weak.factors == "possession")
    #expect(try await strong.factors == "possession_knowledge")
    #expect(await world.server.tokens.count == 1)
  }

  @Test func `two factors need the second one, and a wrong one costs an attempt`() async throws {
    let world = try await active()
    await #expect(throws: TokenFailure.pinTooShort) {
      try await world.token.createToken(named: "a", factors: .possessionKnowledge, with: nil)
    }
    await #expect(throws: TokenFailure.wrongPIN(attemptsLeft: 4)) {
      try await world.token.createToken(
        named: "a", factors: .possessionKnowledge, with: .pin(world.pin("0000")))
    }
    #expect(try await world.token.tokens().isEmpty)
  }

  @Test(arguments: [
    ("", TokenFailure.emptyAttribute(name: "name")),
    (String(repeating: "n", count: 256), .tooLong(field: .tokenName, limit: 255)),
  ])
  func `a name that is none is refused before anything is signed`(
    name: String, failure: TokenFailure
  ) async throws {
    let world = try await active()
    let before = await world.server.received.count
    await #expect(throws: failure) {
      try await world.token.createToken(named: name, factors: .possession, with: nil)
    }
    #expect(await world.server.received.count == before)
  }

  @Test func `what is not here has neither header nor end`() async throws {
    let world = try await active()
    await #expect(throws: TokenFailure.noToken(named: "a")) {
      try await world.token.tokenHeader(named: "a")
    }
    await #expect(throws: TokenFailure.noToken(named: "a")) {
      try await world.token.removeToken(named: "a")
    }
  }

  @Test func `a token stays here until the server has let it go`() async throws {
    let world = try await active()
    let made = try await world.token.createToken(named: "a", factors: .possession, with: nil)
    await world.server.breaking { _, path in path == Self.remove ? .unreachable : nil }
    await #expect(throws: TokenFailure.self) { try await world.token.removeToken(named: "a") }
    #expect(try await world.token.tokens() == [made])
    await world.server.breaking { _, path in path == Self.remove ? .lostAnswer : nil }
    await #expect(throws: TokenFailure.outcomeUnknown(.connectionLost)) {
      try await world.token.removeToken(named: "a")
    }
    #expect(try await world.token.tokens() == [made])
  }

  @Test func `tokens go with their activation, and the next one begins without`() async throws {
    let world = try await active()
    _ = try await world.token.createToken(named: "a", factors: .possession, with: nil)
    try await world.token.remove(with: .pin(world.pin("2580")))
    await #expect(throws: TokenFailure.noActivation) { try await world.token.tokens() }
    try await world.activate()
    #expect(try await world.token.tokens().isEmpty)
  }

  @Test func `a key that the server forgot costs one more call and no more`() async throws {
    let world = try await active()
    _ = try await world.token.createToken(named: "a", factors: .possession, with: nil)
    await world.server.forgetTemporaryKeys()
    _ = try await world.token.createToken(named: "b", factors: .possession, with: nil)
    #expect(await world.server.received.count { $0 == Self.create } == 3)
    #expect(try await world.token.status().isDeadlocked == false)
  }
}
