import PowerAuth
import TestSupport
import Testing
import TokenCore
import TokenModel

/// A fault at step N of an approval, for every N: nothing is lost and the next approval works.
@Suite struct FaultTests {
  static let kinds: [(name: String, fault: ReferenceServer.Fault)] = [
    ("unreachable", .unreachable), ("lost answer", .lostAnswer),
    ("garbage", .replaced(html(200))), ("gateway", .replaced(html(502))),
    ("empty", .replaced(IncomingAnswer(status: 200, headers: [], body: []))),
    ("redirect", .intercepted(html(302))),
    ("wrong shape", .replaced(IncomingAnswer(status: 200, headers: [], body: Array("{}".utf8)))),
    ("not an object", .replaced(IncomingAnswer(status: 200, headers: [], body: Array("[]".utf8)))),
  ]

  static func html(_ status: Int) -> IncomingAnswer {
    IncomingAnswer(
      status: status, headers: [HeaderField("Content-Type", "text/html; charset=utf-8")],
      body: Array("<html>".utf8))
  }

  static func json(_ status: Int, _ text: String) -> IncomingAnswer {
    IncomingAnswer(
      status: status, headers: [HeaderField("Content-Type", "application/json")],
      body: Array(text.utf8))
  }

  /// All faults in 3.3, which takes most steps, and in the other versions the one that costs most.
  static let cases: [(kind: Int, version: ProtocolVersion)] =
    kinds.indices.map { ($0, .v3_3) } + [(1, .v3_0), (1, .v3_1), (1, .v3_2)]

  @Test(arguments: cases)
  func `after a network fault at any step the next approval works`(
    kind: Int, version: ProtocolVersion
  ) async throws {
    let fault = Self.kinds[kind].fault
    for step in 0..<20 {
      let world = try TokenWorld(version: version)
      try await world.activate()
      await world.server.offer([TokenWorld.operation("op-1"), TokenWorld.operation("op-2")])
      // A fresh process each time, so that it does everything from the time on.
      let token = try world.secondToken()
      await world.server.breaking { number, _ in number == step ? fault : nil }
      let isThrough = await approve("op-1", token, world)
      await world.server.breaking(nil)
      #expect(await approve("op-2", token, world), "\(Self.kinds[kind].name) at step \(step)")
      #expect(try await token.status().isDeadlocked == false)
      #expect(try await token.status().attemptsLeft == 5)
      // The last step is behind us: the fault met nothing.
      guard step < 4 || !isThrough else { return }
    }
    Issue.record("no step was free of the fault")
  }

  @Test(arguments: MemoryStore.Call.allCases)
  func `after a fault of the store the next approval works`(call: MemoryStore.Call) async throws {
    let store = MemoryStore()
    let world = try TokenWorld(store: store)
    try await world.activate()
    await world.server.offer([TokenWorld.operation("op-1"), TokenWorld.operation("op-2")])
    store.fail(call, with: .full(path: "/state"))
    _ = await approve("op-1", world.token, world)
    store.fail(call, with: nil)
    #expect(await approve("op-2", world.token, world))
    #expect(try await world.token.status().isDeadlocked == false)
  }

  @Test func `a lost answer of an approval is an unknown outcome and the server has acted`()
    async throws
  {
    let world = try TokenWorld()
    try await world.activate()
    let payment = try await world.offeredPayment()
    await world.server.breaking { _, path in path.hasSuffix("/authorize") ? .lostAnswer : nil }
    await #expect(throws: TokenFailure.outcomeUnknown(.connectionLost)) {
      try await world.token.approve(payment, with: .pin(world.pin("2580")))
    }
    await world.server.breaking(nil)
    #expect(await world.server.decisions == ["authorize op-1"])
    await #expect(throws: TokenFailure.operation(.alreadyFinished)) {
      try await world.token.approve(payment, with: .pin(world.pin("2580")))
    }
  }

  @Test(arguments: [
    (html(200), TokenFailure.outcomeUnknown(.unusableAnswer(.wrongContentType("text/html")))),
    (html(500), .outcomeUnknown(.serverProblem(status: 500, code: ""))),
    (html(307), .outcomeUnknown(.redirected(status: 307))),
    (html(404), .refused(ServerRefusal(status: 404, code: "", message: ""))),
    (
      json(409, #"{"status":"ERROR","responseObject":{"code":"REMOTE_COMMUNICATION_ERROR"}}"#),
      .outcomeUnknown(.serverProblem(status: 409, code: "REMOTE_COMMUNICATION_ERROR"))
    ),
    (
      IncomingAnswer(status: 200, headers: [], body: Array("{\"status\":\"OK".utf8)),
      .outcomeUnknown(.unusableAnswer(.notJSON(status: 200)))
    ),
    (
      IncomingAnswer(status: 200, headers: [], body: Array("{}".utf8)),
      .outcomeUnknown(.unusableAnswer(.missing(member: "status")))
    ),
    (
      IncomingAnswer(status: 201, headers: [], body: Array("{\"status\":\"OK\"}".utf8)),
      .outcomeUnknown(.serverProblem(status: 201, code: ""))
    ),
  ])
  func `what comes back after a decision is said as what it is`(
    answer: IncomingAnswer, failure: TokenFailure
  ) async throws {
    let world = try TokenWorld()
    try await world.activate()
    let payment = try await world.offeredPayment()
    await world.server.breaking { _, path in
      path.hasSuffix("/authorize") ? .replaced(answer) : nil
    }
    await #expect(throws: failure) {
      try await world.token.approve(payment, with: .pin(world.pin("2580")))
    }
  }

  @Test func `a caller that is cancelled leaves a whole state`() async throws {
    let world = try TokenWorld()
    try await world.activate()
    let payment = try await world.offeredPayment()
    let pin = try world.pin("2580")
    let task = Task { try await world.token.approve(payment, with: .pin(pin)) }
    task.cancel()
    let result = await task.result
    let decisions = await world.server.decisions
    switch result {
    case .success: #expect(decisions == ["authorize op-1"])
    case .failure(let error):
      #expect(error as? TokenFailure == .network(.canceled))
      #expect(decisions.isEmpty)
    }
    let other = try await world.offeredPayment(id: "op-2")
    try await world.token.approve(other, with: .pin(pin))
    #expect(try await world.token.status().attemptsLeft == 5)
  }

  private func approve(_ id: String, _ token: Token, _ world: TokenWorld) async -> Bool {
    guard let operation = try? await token.operation(id: id), let pin = try? world.pin("2580")
    else { return false }
    return (try? await token.approve(operation, with: .pin(pin))) != nil
  }
}
