import PowerAuth
import TestSupport
import Testing
import TokenCore
import TokenModel

@Suite struct DecisionTests {
  @Test(arguments: ProtocolVersion.allCases)
  func `an approval with the right PIN arrives`(version: ProtocolVersion) async throws {
    let world = try TokenWorld(version: version)
    try await world.activate()
    let payment = try await world.offeredPayment()
    try await world.token.approve(payment, with: .pin(world.pin("2580")))
    #expect(await world.server.decisions == ["authorize op-1"])
  }

  @Test(arguments: ProtocolVersion.allCases)
  func `a rejection needs no PIN and carries its reason`(version: ProtocolVersion) async throws {
    let world = try TokenWorld(version: version)
    try await world.activate()
    let payment = try await world.offeredPayment()
    try await world.token.reject(payment, reason: .unexpectedOperation)
    #expect(await world.server.decisions == ["cancel op-1 UNEXPECTED_OPERATION"])
  }

  @Test func `a one-factor approval is signed without the PIN even if one is given`() async throws {
    let world = try TokenWorld()
    try await world.activate()
    await world.server.offer([TokenWorld.operation("login", type: "1FA")])
    let login = try await world.token.operation(id: "login")
    try await world.token.approve(login, with: .pin(world.pin("2580")))
    let request = await world.server.requests["/api/auth/token/app/operation/authorize"]
    let header = try #require(request?.headers.first { $0.name == SignatureHeader.name })
    #expect(try SignatureHeader(parsing: header.value).factors == .possession)
  }

  @Test func `each wrong PIN costs one attempt and the fifth blocks`() async throws {
    let world = try TokenWorld()
    try await world.activate()
    let payment = try await world.offeredPayment()
    for left in [4, 3, 2, 1] {
      await #expect(throws: TokenFailure.wrongPIN(attemptsLeft: left)) {
        try await world.token.approve(payment, with: .pin(world.pin("0000")))
      }
    }
    await #expect(throws: TokenFailure.blocked) {
      try await world.token.approve(payment, with: .pin(world.pin("0000")))
    }
    await #expect(throws: TokenFailure.blocked) {
      try await world.token.approve(payment, with: .pin(world.pin("2580")))
    }
    await world.server.change {
      $0.state = .active
      $0.failed = 0
    }
    try await world.token.approve(payment, with: .pin(world.pin("2580")))
    #expect(await world.server.decisions == ["authorize op-1"])
  }

  @Test func `a right PIN after a wrong one gives all attempts back`() async throws {
    let world = try TokenWorld()
    try await world.activate()
    let payment = try await world.offeredPayment()
    await #expect(throws: TokenFailure.wrongPIN(attemptsLeft: 4)) {
      try await world.token.approve(payment, with: .pin(world.pin("0000")))
    }
    try await world.token.approve(payment, with: .pin(world.pin("2580")))
    #expect(try await world.token.status().attemptsLeft == 5)
  }

  @Test(arguments: [401, 403])
  func `a refusal that the server did not count is no wrong PIN`(status: Int) async throws {
    let world = try TokenWorld()
    try await world.activate()
    let payment = try await world.offeredPayment()
    await world.server.breaking { _, path in
      guard path.hasSuffix("/authorize") else { return nil }
      return .intercepted(IncomingAnswer(status: status, headers: [], body: []))
    }
    await #expect(
      throws: TokenFailure.refused(ServerRefusal(status: status, code: "", message: ""))
    ) { try await world.token.approve(payment, with: .pin(world.pin("2580"))) }
  }

  @Test func `attempts stay unknown when the status cannot be fetched`() async throws {
    let world = try TokenWorld()
    try await world.activate()
    let payment = try await world.offeredPayment()
    try await world.token.approve(payment, with: .pin(world.pin("2580")))
    let other = try await world.offeredPayment(id: "op-2")
    await world.server.breaking { number, path in
      number > 0 && path.hasSuffix("/status") ? .unreachable : nil
    }
    await #expect(throws: TokenFailure.wrongPIN(attemptsLeft: nil)) {
      try await world.token.approve(other, with: .pin(world.pin("0000")))
    }
  }

  @Test(arguments: [
    ("OPERATION_ALREADY_FINISHED", OperationFault.alreadyFinished),
    ("OPERATION_ALREADY_FAILED", .alreadyFailed),
    ("OPERATION_ALREADY_CANCELED", .alreadyCanceled), ("OPERATION_EXPIRED", .expired),
    ("INVALID_OPERATION", .notAvailable),
    ("OPERATION_REQUIRES_ACTIVATION_FLAG", .needsActivationFlag),
  ])
  func `the codes of an operation keep their meaning`(
    code: String, fault: OperationFault
  ) async throws {
    let world = try TokenWorld()
    try await world.activate()
    let payment = try await world.offeredPayment()
    let error: JSONValue = ["status": "ERROR", "responseObject": ["code": .string(code)]]
    await world.server.breaking { _, path in
      guard path.hasSuffix("/authorize") else { return nil }
      return .intercepted(IncomingAnswer(status: 400, headers: [], body: error.bytes()))
    }
    await #expect(throws: TokenFailure.operation(fault)) {
      try await world.token.approve(payment, with: .pin(world.pin("2580")))
    }
  }

  @Test func `an operation refused for its data is no wrong PIN`() async throws {
    let world = try TokenWorld()
    try await world.activate()
    await world.server.offer([TokenWorld.operation("op-1")])
    let changed = TokenWorld.operation("op-1").setting("data", to: "something else")
    await #expect(throws: TokenFailure.operation(.refused)) {
      try await world.token.approve(UserOperation(changed), with: .pin(world.pin("2580")))
    }
    #expect(try await world.token.status().attemptsLeft == 5)
  }

  @Test(
    arguments: [
      (
        ["ui": ["preApprovalScreen": ["type": "QR_SCAN"]]],
        ApprovalObstacle.proximityCheck
      ),
      (
        ["allowedSignatureType": ["type": "2FA", "variants": ["possession_biometry"]]],
        .noUsableFactors(variants: ["possession_biometry"])
      ),
      (["status": "EXPIRED"], .notPending(.expired)),
    ] as [([String: JSONValue], ApprovalObstacle)])
  func `what is closed to approval is refused before anything is signed`(
    change: [String: JSONValue], obstacle: ApprovalObstacle
  ) async throws {
    let store = MemoryStore()
    let world = try TokenWorld(store: store)
    try await world.activate()
    let json = change.reduce(TokenWorld.operation("op-1")) { $0.setting($1.key, to: $1.value) }
    await #expect(throws: TokenFailure.approvalClosed(obstacle)) {
      try await world.token.approve(UserOperation(json), with: .pin(world.pin("2580")))
    }
    #expect(!store.calls.contains(.moveCounter))
  }

  @Test func `an operation that is over is not rejected any more`() async throws {
    let world = try TokenWorld()
    try await world.activate()
    let over = TokenWorld.operation("op-1").setting("status", to: "APPROVED")
    await #expect(throws: TokenFailure.operation(.alreadyFinished)) {
      try await world.token.reject(UserOperation(over), reason: .unknown)
    }
  }

  @Test func `without an activation nothing is asked of the server`() async throws {
    let world = try TokenWorld()
    let operation = try UserOperation(TokenWorld.operation("op-1"))
    let pin = try world.pin("2580")
    await #expect(throws: TokenFailure.noActivation) { try await world.token.operations() }
    await #expect(throws: TokenFailure.noActivation) { try await world.token.status() }
    await #expect(throws: TokenFailure.noActivation) {
      try await world.token.approve(operation, with: .pin(pin))
    }
    await #expect(throws: TokenFailure.noActivation) {
      try await world.token.remove(with: .pin(pin))
    }
    await #expect(throws: TokenFailure.noActivation) { try await world.token.removeLocally() }
    #expect(await world.server.received.isEmpty)
  }

  @Test func `removal needs the PIN and is done here only after the server`() async throws {
    let world = try TokenWorld()
    try await world.activate()
    await #expect(throws: TokenFailure.wrongPIN(attemptsLeft: 4)) {
      try await world.token.remove(with: .pin(world.pin("0000")))
    }
    #expect(try await world.token.localActivation() != nil)
    try await world.token.remove(with: .pin(world.pin("2580")))
    #expect(try await world.token.localActivation() == nil)
    #expect(await world.server.requests["/pa/v3/activation/remove"]?.body == Array("{}".utf8))
  }

  @Test func `an activation removed by the bank says so and can be removed here`() async throws {
    let world = try TokenWorld()
    try await world.activate()
    await world.server.change { $0.state = .removed }
    await #expect(throws: TokenFailure.removed) {
      try await world.token.remove(with: .pin(world.pin("2580")))
    }
    try await world.token.removeLocally()
    #expect(try await world.token.localActivation() == nil)
    try await world.activate()
  }

  @Test func `before the bank commits nothing is signed`() async throws {
    let store = MemoryStore()
    let world = try TokenWorld(store: store)
    try await world.activate(commit: false)
    await #expect(throws: TokenFailure.waitingForCommit) { try await world.token.operations() }
    #expect(!store.calls.contains(.moveCounter))
  }
}

/// Decisions about operations of which only identifier and data are known.
@Suite struct UnlistedDecisionTests {
  @Test(arguments: [true, false])
  func `identifier and data are enough for an approval`(byPIN: Bool) async throws {
    let world = try TokenWorld()
    try await world.activate()
    await world.server.offer([TokenWorld.operation("op-1", type: byPIN ? "2FA" : "1FA")])
    let data = try #require(TokenWorld.operation("op-1")["data"]?.string)
    let factor = byPIN ? SecondFactor.pin(try world.pin("2580")) : nil
    try await world.token.approve(id: "op-1", data: data, with: factor)
    #expect(await world.server.decisions == ["authorize op-1"])
    let request = await world.server.requests["/api/auth/token/app/operation/authorize"]
    let header = try #require(request?.headers.first { $0.name == SignatureHeader.name })
    #expect(
      try SignatureHeader(parsing: header.value).factors
        == (byPIN ? .possessionKnowledge : .possession))
    #expect(!(await world.server.received.contains { $0.hasSuffix("/detail") }))
  }

  @Test func `other data are refused by the server, and are no wrong PIN`() async throws {
    let world = try TokenWorld()
    try await world.activate()
    await world.server.offer([TokenWorld.operation("op-1")])
    await #expect(throws: TokenFailure.operation(.refused)) {
      try await world.token.approve(id: "op-1", data: "A2", with: .pin(world.pin("2580")))
    }
  }

  @Test(
    arguments: [
      (.unknown, "UNKNOWN"), (.incorrectData, "INCORRECT_DATA"),
      (.unexpectedOperation, "UNEXPECTED_OPERATION"), (.preApproval, "PREAPPROVAL"),
      (.other("Not mine"), "Not mine"),
    ] as [(RejectionReason, String)])
  func `the identifier is enough for a rejection, for any reason`(
    reason: RejectionReason, wire: String
  ) async throws {
    let world = try TokenWorld()
    try await world.activate()
    await world.server.offer([TokenWorld.operation("op-1")])
    try await world.token.reject(id: "op-1", reason: reason)
    #expect(await world.server.decisions == ["cancel op-1 \(wire)"])
  }

  @Test func `a decided operation leaves the register, and the polling tells it`() async throws {
    let world = try TokenWorld()
    try await world.activate()
    await world.server.offer([TokenWorld.operation("op-1"), TokenWorld.operation("op-2")])
    _ = try await world.token.operations()
    #expect(await world.token.register.operations.map(\.id) == ["op-1", "op-2"])
    let operation = try await world.token.operation(id: "op-1")
    try await world.token.approve(operation, with: .pin(world.pin("2580")))
    #expect(await world.token.register.operations.map(\.id) == ["op-2"])
    await #expect(throws: TokenFailure.self) {
      try await world.token.reject(id: "op-1", reason: .unknown)
    }
    #expect(await world.token.register.operations.map(\.id) == ["op-2"])
  }
}
