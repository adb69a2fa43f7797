import TestSupport
import Testing
import TokenModel

@testable import TokenCore

@Suite struct PushTests {
  private static let path = "/api/push/device/register/token"

  private func registration() throws -> PushRegistration {
    try PushRegistration(platform: .fcm, token: "abc")
  }

  private func world(
    _ answer: @escaping @Sendable (Int) -> IncomingAnswer
  ) async throws -> TokenWorld {
    let world = try TokenWorld()
    try await world.activate()
    await world.server.breaking { number, path in
      path == Self.path ? .replaced(answer(number)) : nil
    }
    return world
  }

  private static func answer(_ status: Int = 200, _ code: String? = nil) -> IncomingAnswer {
    let json: JSONValue =
      code.map { ["status": "ERROR", "responseObject": ["code": .string($0), "message": ""]] }
      ?? ["status": "OK"]
    return IncomingAnswer(status: status, headers: [], body: json.bytes())
  }

  @Test func `a registration is proven by the token and remembered for this activation`()
    async throws
  {
    let world = try await world { _ in Self.answer() }
    #expect(await !world.token.isPushRegistered)
    try await world.token.registerPush(try registration())
    #expect(await world.token.isPushRegistered)
    let request = try #require(await world.server.requests[Self.path])
    #expect(
      try JSONValue(parsing: request.body) == ["requestObject": try registration().json])
    #expect(request.headers.contains { $0.name == "X-PowerAuth-Token" })
    try await world.token.removeLocally()
    #expect(await !world.token.isPushRegistered)
  }

  @Test(
    arguments: [
      (400, "PUSH_REGISTRATION_FAILED", .push(.registrationFailed)),
      (400, "INVALID_REQUEST", .push(.notAccepted)),
      (
        404, "ERROR_NOT_FOUND",
        .serverCannot(.push, ServerRefusal(status: 404, code: "ERROR_NOT_FOUND", message: ""))
      ),
    ] as [(Int, String, TokenFailure)])
  func `a refusal says why`(status: Int, code: String, failure: TokenFailure) async throws {
    let world = try await world { _ in Self.answer(status, code) }
    await #expect(throws: failure) { try await world.token.registerPush(try registration()) }
    #expect(await !world.token.isPushRegistered)
  }

  @Test func `a token that the server forgot is made anew once`() async throws {
    let world = try TokenWorld()
    try await world.activate()
    _ = try await world.token.operations()
    // The first request from now on is the registration with the old token.
    await world.server.breaking { number, path in
      guard path == Self.path else { return nil }
      return .replaced(number == 0 ? Self.answer(401, "ERR_AUTHENTICATION") : Self.answer())
    }
    try await world.token.registerPush(try registration())
    #expect(await world.server.received.count { $0 == Self.path } == 2)
    #expect(await world.server.received.count { $0 == "/pa/v3/token/create" } == 2)
    _ = try await world.token.operations()
    #expect(await world.server.received.count { $0 == "/pa/v3/token/create" } == 2)
  }

  @Test func `a push server that refuses all tokens costs one, however often it is asked`()
    async throws
  {
    let world = try await world { _ in Self.answer(401, "ERR_AUTHENTICATION") }
    _ = try await world.token.operations()
    for _ in 0..<4 {
      await #expect(throws: TokenFailure.self) {
        try await world.token.registerPush(try registration())
      }
      // The list takes the token that the push server refused.
      _ = try await world.token.operations()
      world.clock.advance(PushState.retryPause)
    }
    #expect(await world.server.received.count { $0 == "/pa/v3/token/create" } == 2)
  }

  @Test func `without an activation nothing is sent`() async throws {
    let world = try TokenWorld()
    await #expect(throws: TokenFailure.noActivation) {
      try await world.token.registerPush(try registration())
    }
    #expect(await world.server.received.isEmpty)
  }

  @Test func `one registration at a time`() async throws {
    let world = try TokenWorld()
    try await world.activate()
    let (refused, isRefused) = AsyncStream<Void>.makeStream()
    let (begun, hasBegun) = AsyncStream<Void>.makeStream()
    await world.server.breaking { _, path in
      guard path == Self.path else { return nil }
      hasBegun.finish()
      return .hanging(until: refused)
    }
    let registration = try registration()
    let first = Task { try await world.token.registerPush(registration) }
    for await _ in begun {}
    await #expect(throws: TokenFailure.push(.alreadyRegistering)) {
      try await world.token.registerPush(registration)
    }
    isRefused.finish()
    await #expect(throws: TokenFailure.self) { try await first.value }
    await world.server.breaking { _, path in
      path == Self.path ? .replaced(Self.answer()) : nil
    }
    try await world.token.registerPush(registration)
  }

  @Test(arguments: [(5, 10), (7, 14), (3600, 3600)])
  func `polling takes its time while push messages tell what is new`(asked: Int, used: Int) {
    var pace = PollingPace(every: asked)
    #expect(pace.wait(after: nil, isPushed: true) == used)
    #expect(pace.wait(after: nil) == asked)
  }

  @Test func `polling registers what the profile says, once for each activation`() async throws {
    let world = try TokenWorld()
    try await world.activate()
    await world.server.breaking { _, path in
      path == Self.path ? .replaced(Self.answer()) : nil
    }
    let token = world.token(push: try registration())
    await token.registerConfiguredPush()
    await token.registerConfiguredPush()
    #expect(await token.isPushRegistered)
    #expect(await world.server.received.count { $0 == Self.path } == 1)
    try await token.removeLocally()
    try await world.activate()
    await token.registerConfiguredPush()
    #expect(await world.server.received.count { $0 == Self.path } == 2)
  }

  @Test func `a registration that fails by itself is left for ten minutes`() async throws {
    let world = try await world { _ in Self.answer(400, "PUSH_REGISTRATION_FAILED") }
    let token = world.token(push: try registration())
    for _ in 0..<3 { await token.registerConfiguredPush() }
    #expect(await world.server.received.count { $0 == Self.path } == 1)
    world.clock.advance(PushState.retryPause)
    await token.registerConfiguredPush()
    #expect(await world.server.received.count { $0 == Self.path } == 2)
  }
}

extension TokenWorld {
  /// Another token on the same store, whose profile wants push messages.
  fileprivate func token(push: PushRegistration) -> Token {
    let profile = token.profile
    return Token(
      profile: TokenProfile(
        name: profile.name, credentials: profile.credentials, version: profile.version,
        server: profile.server, userAgent: profile.userAgent, deviceInfo: profile.deviceInfo,
        push: push),
      ports: TokenPorts(transport: server, store: store, clock: clock.tokenClock()),
      logger: Self.silence)
  }
}
