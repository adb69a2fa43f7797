import PowerAuth
import TestSupport
import Testing
import TokenCore
import TokenModel

@testable import Sandbox

/// Operations that are nobody's, and codes that prove to be near the bank's page.
@Suite struct ClaimTests {
  let bank: TestBank

  init() throws { bank = try TestBank() }

  private func open(
    userID: String? = "alice", hasCode: Bool = false, ui: JSONValue? = nil
  ) async throws -> JSONValue {
    var body: [String: JSONValue] = [
      "template": "payment", "proximityCheckEnabled": .bool(hasCode),
      "parameters": ["amount": "100", "currency": "CZK", "iban": "CZ55"],
    ]
    body["userId"] = userID.map(JSONValue.string)
    body["ui"] = ui
    return try await bank.cloud("POST", "operations", .object(body)).object()
  }

  private static let scan: JSONValue = ["preApprovalScreen": ["type": "QR_SCAN"]]

  @Test(arguments: ProtocolVersion.allCases)
  func `the first one who claims an operation has it`(version: ProtocolVersion) async throws {
    let story = try StoryToken(bank, version)
    try await story.activate()
    let id = try await open(userID: nil).text("operationId")
    #expect(try await story.token.operations().operations.isEmpty)
    #expect(try await story.token.operation(id: id).id == id, "a detail takes nothing over")
    #expect(try await bank.operationState(id)["userId"] == nil)
    for _ in 0..<2 {
      #expect(try await story.token.claimOperation(id: id).id == id)
      #expect(try await bank.operationState(id).text("userId") == "alice")
    }
    #expect(try await story.token.operations().operations.map(\.id) == [id])
    try await story.token.approve(story.token.operation(id: id), with: story.factor)
    await #expect(throws: TokenFailure.operation(.alreadyFinished)) {
      try await story.token.claimOperation(id: id)
    }
  }

  @Test func `somebody else's operation is not told from one that is not there`() async throws {
    let device = try await TestDevice.active(bank)
    let foreign = try await open(userID: "bob").text("operationId")
    for id in [foreign, "nowhere"] {
      let body = #"{"requestObject":{"id":"\#(id)"}}"#
      #expect(try await device.withToken("detail/claim", body).verdict == "400 INVALID_OPERATION")
    }
    let detail = try await device.withToken(
      "detail", #"{"requestObject":{"id":"\#(foreign)"}}"#)
    #expect(detail.verdict == "400 INVALID_REQUEST")
    #expect(
      try await device.withToken("detail/claim", #"{"requestObject":{}}"#).verdict
        == "400 INVALID_REQUEST")
  }

  @Test func `an expired operation cannot be claimed`() async throws {
    let device = try await TestDevice.active(bank)
    let id = try await open(userID: nil).text("operationId")
    bank.clock.advance(seconds: 3600)
    let answer = try await device.withToken(
      "detail/claim", #"{"requestObject":{"id":"\#(id)"}}"#)
    #expect(answer.verdict == "400 OPERATION_EXPIRED")
  }

  @Test func `the bank's page shows code, link and token of an operation that waits`() async throws
  {
    let page = try await open(hasCode: true)
    let id = try page.text("operationId")
    let otp = try page.text("proximityOtp")
    #expect(otp.utf8.count == 8)
    for member in ["proximityLink", "proximityQrCodeData"] {
      let link = try OperationLink(parsing: page.text(member))
      #expect(link.operationID == id)
      #expect(link.otp == Secret(otp.utf8))
    }
    bank.clock.advance(seconds: 30)
    #expect(try await bank.operationState(id).text("proximityOtp") != otp)
    let plain = try await open()
    #expect(plain["proximityOtp"] == nil)
    #expect(try OperationLink(parsing: plain.text("proximityLink")).otp == nil)
  }

  /// Seconds after which the code of the page is sent, and whether that is in time.
  @Test(arguments: [(0, true), (30, true), (60, false)])
  func `a code counts in its step and the one after`(
    seconds: Int, isInTime: Bool
  ) async throws {
    let story = try StoryToken(bank)
    try await story.activate()
    let page = try await open(hasCode: true, ui: Self.scan)
    let operation = try await story.token.operation(id: page.text("operationId"))
    #expect(operation.ui.preApprovalScreens.map(\.kind) == [.qrScan])
    let check = try ProximityCheck(
      parsing: page.text("proximityLink"), for: operation.id, received: bank.clock.now)
    bank.clock.advance(seconds: Double(seconds))
    let result = await Result { () async throws(TokenFailure) in
      try await story.token.approve(
        operation, with: story.factor, evidence: ApprovalEvidence(proximity: check))
    }
    let state = try await bank.operationState(operation.id)
    #expect(try state.text("status") == (isInTime ? "APPROVED" : "PENDING"))
    #expect(try state.integer("failureCount") == (isInTime ? 0 : 1))
    if case .failure(let failure) = result {
      #expect(!isInTime && failure == .operation(.codeRefused))
    }
    #expect(try await story.token.status().failedAttempts == 0, "the PIN was right")
  }

  @Test func `a missing code costs attempts until the operation fails`() async throws {
    let device = try await TestDevice.active(bank)
    let id = try await open(hasCode: true).text("operationId")
    for failures in 1...4 {
      #expect(try await device.approve(id).verdict == "401 OPERATION_FAILED")
      #expect(try await bank.operationState(id).integer("failureCount") == Int64(failures))
    }
    #expect(try await device.approve(id).verdict == "400 OPERATION_ALREADY_FAILED")
    #expect(try await bank.operationState(id)["proximityLink"] == nil)
  }

  @Test func `a page that wants a code is left out where there is none`() async throws {
    let story = try StoryToken(bank)
    try await story.activate()
    let id = try await open(ui: Self.scan).text("operationId")
    #expect(try await story.token.operation(id: id).ui.preApprovalScreens.isEmpty)
  }
}

extension Result where Failure == TokenFailure {
  fileprivate init(_ body: () async throws(TokenFailure) -> Success) async {
    do throws(TokenFailure) { self = .success(try await body()) } catch { self = .failure(error) }
  }
}
