import FoundationEssentials
import PowerAuth
import TestSupport
import Testing
import TokenCore
import TokenModel

/// Operations that a link names, and the proof that goes with an approval.
@Suite struct ClaimTests {
  private static let path = "/api/auth/token/app/operation/detail/claim"

  private func world(_ answer: IncomingAnswer) async throws -> TokenWorld {
    let world = try TokenWorld()
    try await world.activate()
    await world.server.breaking { _, path in
      path == Self.path ? .intercepted(answer) : nil
    }
    return world
  }

  private static func refusal(_ status: Int, _ code: String) -> IncomingAnswer {
    let json: JSONValue = [
      "status": "ERROR", "responseObject": ["code": .string(code), "message": "no"],
    ]
    return IncomingAnswer(status: status, headers: [], body: json.bytes())
  }

  @Test func `a claim names the operation and takes the token`() async throws {
    let world = try TokenWorld()
    try await world.activate()
    await world.server.offer([TokenWorld.operation("op-1")])
    #expect(try await world.token.claimOperation(id: "op-1").id == "op-1")
    let request = try #require(await world.server.requests[Self.path])
    #expect(try JSONValue(parsing: request.body) == ["requestObject": ["id": "op-1"]])
    #expect(request.headers.contains { $0.name == TokenHeader.name })
  }

  @Test func `a link to a server that knows no claims shows the operation`() async throws {
    let world = try await world(Self.refusal(404, "ERROR_NOT_FOUND"))
    await world.server.offer([TokenWorld.operation("op-1")])
    #expect(try await world.token.linkedOperation(id: "op-1").id == "op-1")
  }

  @Test func `a claim says so when the server knows none`() async throws {
    let world = try await world(Self.refusal(404, "ERROR_NOT_FOUND"))
    await world.server.offer([TokenWorld.operation("op-1")])
    let refusal = ServerRefusal(status: 404, code: "ERROR_NOT_FOUND", message: "no")
    await #expect(throws: TokenFailure.serverCannot(.claim, refusal)) {
      try await world.token.claimOperation(id: "op-1")
    }
  }

  @Test func `what a link must not take over is not looked at either`() async throws {
    let world = try await world(Self.refusal(400, "INVALID_OPERATION"))
    await world.server.offer([TokenWorld.operation("op-1")])
    await #expect(throws: TokenFailure.operation(.notAvailable)) {
      try await world.token.linkedOperation(id: "op-1")
    }
  }

  @Test(arguments: [
    ("INVALID_OPERATION", OperationFault.notAvailable), ("INVALID_REQUEST", .notAvailable),
    ("OPERATION_ALREADY_FINISHED", .alreadyFinished), ("OPERATION_EXPIRED", .expired),
    ("OPERATION_ALREADY_CANCELED", .alreadyCanceled), ("OPERATION_ALREADY_FAILED", .alreadyFailed),
  ])
  func `what cannot be claimed says why`(code: String, fault: OperationFault) async throws {
    let world = try await world(Self.refusal(400, code))
    await #expect(throws: TokenFailure.operation(fault)) {
      try await world.token.claimOperation(id: "op-1")
    }
  }

  @Test(
    arguments: [
      ["id": "op-2"], ["id": "op-2", "name": "n", "data": "A1", "formData": ["title": "T"]], [:],
    ] as [JSONValue])
  func `another operation is not taken for one without words`(object: JSONValue) async throws {
    let answer: JSONValue = ["status": "OK", "responseObject": object]
    let world = try await world(
      IncomingAnswer(status: 200, headers: [], body: answer.bytes()))
    await #expect(throws: TokenFailure.untrustedAnswer(.missing(member: "responseObject.id"))) {
      try await world.token.claimOperation(id: "op-1")
    }
  }

  @Test func `an answer without an operation is not believed`() async throws {
    let world = try await world(
      IncomingAnswer(status: 200, headers: [], body: Array(#"{"status":"OK"}"#.utf8)))
    await #expect(throws: TokenFailure.untrustedAnswer(.missing(member: "responseObject"))) {
      try await world.token.claimOperation(id: "op-1")
    }
  }

  private static let authorize = "/api/auth/token/app/operation/authorize"

  private func evidence(_ received: Date) -> ApprovalEvidence {
    ApprovalEvidence(
      proximity: ProximityCheck(
        otp: Secret("00120034".utf8), origin: .deepLink, received: received))
  }

  @Test func `an approval carries the code and both times by the server's clock`() async throws {
    let world = try TokenWorld()
    try await world.activate()
    let payment = try await world.offeredPayment()
    let received = await world.token.serverNow()
    try await world.token.approve(
      payment, with: .pin(world.pin("2580")), evidence: evidence(received))
    let request = try #require(await world.server.requests[Self.authorize])
    let object = try JSONValue(parsing: request.body)["requestObject"]
    #expect(object?.object?.keys.sorted() == ["data", "id", "proximityCheck"])
    let check = try #require(object?["proximityCheck"])
    #expect(
      check.object?.keys.sorted() == ["otp", "timestampReceived", "timestampSent", "type"])
    #expect(check["otp"] == "00120034")
    #expect(check["type"] == "DEEPLINK")
    #expect(check["timestampReceived"]?.string == ServerDate.utcText(received))
    let sent = try #require(ServerDate.parse(check["timestampSent"]))
    #expect(
      sent.timeIntervalSince1970.rounded(.down) >= received.timeIntervalSince1970.rounded(.down))
  }

  @Test func `without a code there is no such member`() async throws {
    let world = try TokenWorld()
    try await world.activate()
    let payment = try await world.offeredPayment()
    try await world.token.approve(payment, with: .pin(world.pin("2580")))
    let request = try #require(await world.server.requests[Self.authorize])
    #expect(try JSONValue(parsing: request.body)["requestObject"]?["proximityCheck"] == nil)
  }

  @Test func `an approval that is refused with a code points to the code`() async throws {
    let world = try TokenWorld()
    try await world.activate()
    let payment = try await world.offeredPayment()
    await world.server.breaking { _, path in
      path == Self.authorize ? .intercepted(Self.refusal(401, "OPERATION_FAILED")) : nil
    }
    await #expect(throws: TokenFailure.operation(.codeRefused)) {
      try await world.token.approve(
        payment, with: .pin(world.pin("2580")), evidence: evidence(Date()))
    }
    await #expect(throws: TokenFailure.operation(.refused)) {
      try await world.token.approve(payment, with: .pin(world.pin("2580")))
    }
  }
}
