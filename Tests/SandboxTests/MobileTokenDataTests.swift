import PowerAuth
import Testing
import TokenModel

@testable import Sandbox

/// What a token tells beside its decision, from its recorder to the bank's own page.
@Suite struct MobileTokenDataTests {
  private static let data: JSONValue = [
    "preApprovalScreens": [["screen": "a", "timestampOpened": "2026-01-01T00:00:00.000Z"]]
  ]

  private static func story() async throws -> (StoryToken, UserOperation) {
    let story = try StoryToken(try TestBank())
    try await story.activate()
    let id = try await story.bank.operation("payment_risk")
    return (story, try await story.token.operation(id: id))
  }

  private static func told(_ story: StoryToken, _ operation: UserOperation) async throws
    -> JSONValue?
  {
    let answer = try await story.bank.cloud("GET", "operations/\(operation.id)").object()
    return answer["additionalData"]?["mobileTokenData"]
  }

  @Test func `an approval's record of pages reaches the bank`() async throws {
    let (story, operation) = try await Self.story()
    let page = try #require(operation.ui.preApprovalScreens.first)
    // The risk flag F sends a page without any text.
    #expect(page.heading == nil && page.message == nil)
    #expect(page.controls.approve.kind == .slider)
    var visits = ScreenVisits()
    visits.begin(page.id, at: await story.token.serverNow())
    visits.end(page.id, .proceed, at: await story.token.serverNow())
    let data = visits.mobileTokenData(at: await story.token.serverNow())
    try await story.token.approve(
      operation, with: story.factor, evidence: ApprovalEvidence(mobileTokenData: data))
    let told = try #require(try await Self.told(story, operation))
    #expect(told == data)
    #expect(told["preApprovalScreens"]?.array?.first?["screen"] == "WARNING")
  }

  @Test func `a rejection's record reaches it, too`() async throws {
    let (story, operation) = try await Self.story()
    try await story.token.reject(operation, reason: .preApproval, mobileTokenData: Self.data)
    #expect(try await Self.told(story, operation) == Self.data)
    let answer = try await story.bank.cloud("GET", "operations/\(operation.id)").object()
    #expect(answer["additionalData"]?["rejectReason"] == "PREAPPROVAL")
  }

  @Test func `a decision without a record tells nothing`() async throws {
    let (story, operation) = try await Self.story()
    try await story.token.approve(operation, with: story.factor)
    #expect(try await Self.told(story, operation) == nil)
  }

  @Test(arguments: [JSONValue.array([]), "text", 7, true])
  func `what is no object is refused, and decides nothing`(data: JSONValue) async throws {
    let (story, operation) = try await Self.story()
    await #expect(throws: TokenFailure.self) {
      try await story.token.approve(
        operation, with: story.factor, evidence: ApprovalEvidence(mobileTokenData: data))
    }
    let answer = try await story.bank.cloud("GET", "operations/\(operation.id)").object()
    #expect(answer["status"] == "PENDING")
  }
}
