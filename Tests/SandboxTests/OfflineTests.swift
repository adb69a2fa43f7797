import PowerAuth
import TestSupport
import Testing
import TokenCore
import TokenModel

@testable import Sandbox

/// Approval without a network, from the bank's QR code to the code that a person types.
@Suite struct OfflineTests {
  let story: StoryToken
  let bank: TestBank

  init() throws {
    bank = try TestBank()
    story = try StoryToken(bank)
  }

  private func text(
    _ operation: String, _ registration: String, query: String = ""
  ) async throws -> (text: String, nonce: String) {
    let answer = try await bank.cloud(
      "GET", "operations/\(operation)/offline/qr?registrationId=\(registration)\(query)"
    ).object()
    return (try answer.text("operationQrCodeData"), try answer.text("nonce"))
  }

  private func verify(
    _ code: String, _ operation: String, _ registration: String, nonce: String
  ) async throws -> JSONValue {
    try await bank.cloud(
      "POST", "operations/\(operation)/offline/otp",
      [
        "otp": .string(code), "nonce": .string(nonce), "registrationId": .string(registration),
      ]
    ).object()
  }

  private func create(
    _ template: String = "payment", isProximityChecked: Bool = false
  ) async throws -> String {
    let body: JSONValue = [
      "userId": "alice", "template": .string(template),
      "parameters": ["amount": "100", "currency": "CZK", "iban": "CZ55"],
      "proximityCheckEnabled": .bool(isProximityChecked),
    ]
    return try await bank.cloud("POST", "operations", body).object().text("operationId")
  }

  @Test(arguments: ["", "&key=personalized", "&key=master"])
  func `a code made from the bank's text approves the operation`(query: String) async throws {
    let registration = try await story.activate()
    let id = try await create()
    let (text, nonce) = try await text(id, registration, query: query)
    let operation = try await story.token.offlineOperation(text)
    #expect(operation.id == id)
    #expect(operation.data == "A1*A100CZK*ICZ55")
    #expect(operation.signer == (query == "&key=master" ? .master : .personalized))
    #expect(operation.totp == nil)
    let code = try await story.token.approveOffline(operation, with: story.factor).reveal()
    let answer = try await verify(code, id, registration, nonce: nonce)
    #expect(answer["otpValid"] == true)
    #expect(answer["signatureType"] == "POSSESSION_KNOWLEDGE")
    #expect(answer["remainingAttempts"]?.int == 5)
    #expect(answer["registrationStatus"] == "ACTIVE")
    #expect(try await bank.operationState(id)["status"] == "APPROVED")
    let again = await bank.cloud(
      "POST", "operations/\(id)/offline/otp",
      ["otp": .string(code), "nonce": .string(nonce), "registrationId": .string(registration)])
    #expect(again.verdict == "400 ERROR_OPERATION_STATE_CHANGE")
  }

  @Test func `a wrong code costs attempts of device and operation`() async throws {
    let registration = try await story.activate()
    let id = try await create()
    let (_, nonce) = try await text(id, registration)
    for left in (0..<5).reversed() {
      let answer = try await verify("00000000-00000000", id, registration, nonce: nonce)
      #expect(answer["otpValid"] == false)
      #expect(answer["remainingAttempts"]?.int == Int64(left))
      #expect(answer["registrationStatus"]?.string == (left == 0 ? "BLOCKED" : "ACTIVE"))
    }
    #expect(try await bank.operationState(id)["status"] == "FAILED")
  }

  @Test func `the code of another nonce is none`() async throws {
    let registration = try await story.activate()
    let id = try await create()
    let (first, second) = (
      try await text(id, registration), try await text(id, registration)
    )
    #expect(first.nonce != second.nonce)
    let operation = try await story.token.offlineOperation(first.text)
    let code = try await story.token.approveOffline(operation, with: story.factor).reveal()
    #expect(
      try await verify(code, id, registration, nonce: second.nonce)["otpValid"] == false)
    #expect(try await verify(code, id, registration, nonce: first.nonce)["otpValid"] == true)
  }

  @Test(arguments: [(0.0, true), (59, true), (120, false)])
  func `a proximity code is signed, and ages`(seconds: Double, isTaken: Bool) async throws {
    let registration = try await story.activate()
    let id = try await create(isProximityChecked: true)
    let (text, nonce) = try await text(id, registration)
    let operation = try await story.token.offlineOperation(text)
    #expect(operation.totp?.count == 8)
    let code = try await story.token.approveOffline(operation, with: story.factor).reveal()
    bank.clock.advance(seconds: seconds)
    #expect(
      try await verify(code, id, registration, nonce: nonce)["otpValid"] == .bool(isTaken))
  }

  @Test func `risks and biometry become flags`() async throws {
    let registration = try await story.activate()
    let risk = try await create("payment_risk")
    let flags = try await story.token.offlineOperation(text(risk, registration).text).flags
    #expect(flags.flipsButtons && flags.blocksOnCall && flags.warnsOfFraud)
    #expect(!flags.allowsBiometry)
    let finger = try await create("payment_biometry")
    #expect(
      try await story.token.offlineOperation(text(finger, registration).text).flags.allowsBiometry)
  }

  @Test(arguments: ["", "?registrationId=nobody", "?registrationId=ID&key=other"])
  func `a text for nobody is refused`(query: String) async throws {
    let registration = try await story.activate()
    let id = try await create()
    let answer = await bank.cloud(
      "GET", "operations/\(id)/offline/qr" + query.replacing("ID", with: registration))
    #expect(answer.status == 400)
  }

  @Test func `another user's device gets no text`() async throws {
    _ = try await story.activate()
    let other = try await bank.register(userID: "bob").id
    let id = try await create()
    let answer = await bank.cloud("GET", "operations/\(id)/offline/qr?registrationId=\(other)")
    #expect(answer.verdict == "400 ERROR_REGISTRATION_NOT_FOUND")
  }
}
