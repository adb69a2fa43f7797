import PowerAuth
import TestSupport
import Testing
import TokenModel

@testable import TokenCore

@Suite struct HistoryTests {
  private static let path = "/api/auth/token/app/operation/history"

  private static func entry(_ id: String, _ status: String?, reason: String? = nil) -> JSONValue {
    TokenWorld.operation(id).setting("status", to: status.map(JSONValue.string) ?? .null)
      .setting("statusReason", to: reason.map(JSONValue.string) ?? .null)
  }

  @Test(arguments: ProtocolVersion.allCases)
  func `the history is told for two factors, in the server's order`(
    version: ProtocolVersion
  ) async throws {
    let world = try TokenWorld(version: version)
    try await world.activate()
    await world.server.remember([
      Self.entry("2", "CANCELED", reason: "FRAUD_CASE"), Self.entry("1", nil), ["id": "0"],
    ])
    let list = try await world.token.history(with: .pin(world.pin("2580")))
    #expect(list.operations.map(\.id) == ["2", "1"])
    #expect(list.operations.map(\.status) == [.canceled, .pending])
    #expect(list.operations.map(\.statusReason) == ["FRAUD_CASE", nil])
    #expect(list.unreadable == 1)
    let request = try #require(await world.server.requests[Self.path])
    #expect(request.body == Array("{}".utf8))
    let header = try #require(request.headers.first { $0.name == SignatureHeader.name })
    #expect(try SignatureHeader(parsing: header.value).factors == .possessionKnowledge)
  }

  @Test func `biometry may stand in for the PIN`() async throws {
    let world = try TokenWorld(biometry: [MemoryBiometry(name: "desktop")])
    try await world.activate()
    try await world.token.addBiometry(pin: world.pin("2580"), provider: "desktop")
    _ = try await world.token.history(with: .biometry)
    let request = try #require(await world.server.requests[Self.path])
    let header = try #require(request.headers.first { $0.name == SignatureHeader.name })
    #expect(try SignatureHeader(parsing: header.value).factors == .possessionBiometry)
  }

  @Test func `a wrong PIN costs an attempt, as it does anywhere`() async throws {
    let world = try TokenWorld()
    try await world.activate()
    await #expect(throws: TokenFailure.wrongPIN(attemptsLeft: 4)) {
      try await world.token.history(with: .pin(world.pin("0000")))
    }
    _ = try await world.token.history(with: .pin(world.pin("2580")))
    #expect(try await world.token.status().attemptsLeft == 5)
  }

  @Test func `the counter moves on durably before the question is sent`() async throws {
    let store = MemoryStore()
    let world = try TokenWorld(store: store)
    try await world.activate()
    _ = try await world.token.status()
    let before = try #require(try store.activation()?.record.counter)
    await world.server.breaking { _, path in path == Self.path ? .unreachable : nil }
    await #expect(throws: TokenFailure.self) {
      try await world.token.history(with: .pin(world.pin("2580")))
    }
    #expect(try store.activation()?.record.counter != before)
    await world.server.breaking(nil)
    _ = try await world.token.history(with: .pin(world.pin("2580")))
  }

  @Test(arguments: ["ERROR_NOT_FOUND", ""])
  func `a server without a history is told from one that refuses`(code: String) async throws {
    let world = try TokenWorld()
    try await world.activate()
    let error: JSONValue = ["status": "ERROR", "responseObject": ["code": .string(code)]]
    await world.server.breaking { _, path in
      guard path == Self.path else { return nil }
      return .intercepted(IncomingAnswer(status: 404, headers: [], body: error.bytes()))
    }
    let refusal = ServerRefusal(status: 404, code: code, message: "")
    await #expect(throws: TokenFailure.serverCannot(.history, refusal)) {
      try await world.token.history(with: .pin(world.pin("2580")))
    }
  }

  @Test func `a lost answer is no more than that: nothing was decided`() async throws {
    let world = try TokenWorld()
    try await world.activate()
    await world.server.breaking { _, path in path == Self.path ? .lostAnswer : nil }
    await #expect(throws: TokenFailure.network(.connectionLost)) {
      try await world.token.history(with: .pin(world.pin("2580")))
    }
  }

  @Test func `an answer without a list is not believed`() async throws {
    let world = try TokenWorld()
    try await world.activate()
    await world.server.breaking { _, path in
      path == Self.path ? .changed { $0.setting("responseObject", to: "nothing") } : nil
    }
    await #expect(throws: TokenFailure.untrustedAnswer(.missing(member: "responseObject"))) {
      try await world.token.history(with: .pin(world.pin("2580")))
    }
  }
}
