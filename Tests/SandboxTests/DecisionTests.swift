import PowerAuth
import Testing
import TokenModel

@testable import Sandbox

@Suite struct DecisionTests {
  let bank: TestBank

  init() throws { bank = try TestBank() }

  @Test func `an approval is written down with its circumstances`() async throws {
    let device = try await TestDevice.active(bank)
    let id = try await bank.operation()
    #expect(try await device.approve(id).json == ["status": "OK"])
    let state = try await bank.operationState(id)
    #expect(try state.text("status") == "APPROVED")
    let details = try state.object("additionalData")
    #expect(try details.text("activationId") == device.record.activationID)
    #expect(try details.text("authFactor") == "possession_knowledge")
    #expect(try await device.approve(id).verdict == "400 OPERATION_ALREADY_FINISHED")
    #expect(try await device.reject(id).verdict == "400 OPERATION_ALREADY_FINISHED")
  }

  @Test func `a rejection keeps its reason`() async throws {
    let device = try await TestDevice.active(bank)
    let id = try await bank.operation()
    #expect(try await device.reject(id).json == ["status": "OK"])
    let state = try await bank.operationState(id)
    #expect(try state.text("status") == "REJECTED")
    #expect(try state.object("additionalData").text("rejectReason") == "INCORRECT_DATA")
  }

  @Test func `rejection takes possession alone`() async throws {
    let device = try await TestDevice.active(bank)
    let id = try await bank.operation()
    #expect(
      try await device.reject(id, .possessionKnowledge).verdict == "401 POWERAUTH_AUTH_FAIL")
    #expect(try await bank.operationState(id).text("status") == "PENDING")
  }

  @Test func `a wrong PIN costs an attempt of both, the fifth fails the operation`() async throws {
    let device = try await TestDevice.active(bank)
    let id = try await bank.operation()
    for failures in 1...4 {
      let answer = try await device.approve(id, pin: TestDevice.wrongPIN)
      #expect(answer.verdictWithMessage == "401 POWERAUTH_AUTH_FAIL Authentication failed")
      #expect(try await bank.operationState(id).integer("failureCount") == Int64(failures))
      #expect(try await device.status().failedAttempts == failures)
    }
    let last = try await device.approve(id, pin: TestDevice.wrongPIN)
    #expect(last.verdict == "400 OPERATION_ALREADY_FAILED")
    #expect(try await bank.operationState(id).text("status") == "FAILED")
    #expect(try await device.status().state == .blocked)
    #expect(try await device.approve(id).verdict == "400 INVALID_OPERATION")
  }

  @Test func `other data costs the operation an attempt, the activation none`() async throws {
    let device = try await TestDevice.active(bank)
    let id = try await bank.operation()
    for _ in 1...4 {
      #expect(
        try await device.approve(id, data: "A1*A100CZK*ICZ56").verdict == "401 OPERATION_FAILED")
    }
    #expect(try await device.status().failedAttempts == 0)
    #expect(
      try await device.approve(id, data: "A1*A100CZK*ICZ55 ").verdict
        == "400 OPERATION_ALREADY_FAILED")
    #expect(try await device.approve(id).verdict == "400 OPERATION_ALREADY_FAILED")
  }

  @Test func `data in another normal form is other data`() async throws {
    let device = try await TestDevice.active(bank)
    let id = try await bank.operation(
      parameters: ["amount": "1", "currency": "CZK", "iban": "caf\u{E9}"])
    #expect(
      try await device.approve(id, data: "A1*A1CZK*Icafe\u{301}").verdict
        == "401 OPERATION_FAILED")
    #expect(try await device.approve(id, data: "A1*A1CZK*Icaf\u{E9}").verdict == "200")
  }

  @Test(arguments: [
    ("login", "A2", Factors.possession, "200"),
    ("login", "A2", .possessionKnowledge, "401 OPERATION_FAILED"),
    ("payment", "A1*A100CZK*ICZ55", .possession, "401 OPERATION_FAILED"),
    ("payment", "A1*A100CZK*ICZ55", .possessionKnowledge, "200"),
    ("payment_biometry", "A1*A100CZK*ICZ55", .possessionKnowledge, "401 OPERATION_FAILED"),
  ])
  func `each template wants its own factors`(
    template: String, data: String, factors: Factors, verdict: String
  ) async throws {
    let device = try await TestDevice.active(bank)
    let id = try await bank.operation(template)
    #expect(try await device.approve(id, data: data, factors).verdict == verdict)
  }

  @Test func `nobody decides another user's operation`() async throws {
    let device = try await TestDevice.active(bank)
    let id = try await bank.operation(userID: "bob")
    #expect(try await device.approve(id).verdict == "401 OPERATION_FAILED")
    #expect(try await device.reject(id).verdict == "401 OPERATION_FAILED")
    #expect(
      try await device.withToken("detail", #"{"requestObject":{"id":"\#(id)"}}"#).verdict
        == "400 INVALID_REQUEST")
    #expect(try await device.operations() == [])
  }

  @Test func `an operation that is over says how`() async throws {
    let device = try await TestDevice.active(bank)
    let canceled = try await bank.operation()
    _ = await bank.cloud("DELETE", "operations/\(canceled)")
    #expect(try await device.approve(canceled).verdict == "400 OPERATION_ALREADY_CANCELED")
    #expect(try await device.reject(canceled).verdict == "400 OPERATION_ALREADY_CANCELED")
    let expired = try await bank.operation("login")
    bank.clock.advance(seconds: 120)
    #expect(
      try await device.approve(expired, data: "A2", .possession).verdict
        == "400 OPERATION_EXPIRED")
    #expect(try await device.reject("none").verdict == "400 INVALID_OPERATION")
    #expect(try await device.approve("none").verdict == "400 INVALID_OPERATION")
  }

  @Test func `a blocked device decides nothing`() async throws {
    let device = try await TestDevice.active(bank)
    let id = try await bank.operation()
    let path = "registrations/\(device.record.activationID)"
    _ = await bank.cloud("PUT", path, ["change": "BLOCK"])
    #expect(try await device.approve(id).verdict == "401 POWERAUTH_AUTH_FAIL")
    #expect(try await device.reject(id).verdict == "401 POWERAUTH_AUTH_FAIL")
    #expect(try await bank.operationState(id).text("status") == "PENDING")
  }

  @Test func `malformed JSON is a general error, after the signature was counted`() async throws {
    let device = try await TestDevice.active(bank)
    let answer = try await device.signed(
      "/api/auth/token/app/operation/authorize", uriID: "/operation/authorize",
      Array("{".utf8))
    #expect(answer.verdict == "500 ERROR_GENERIC")
    #expect(try await device.status().counterByte == 1)
  }
}
