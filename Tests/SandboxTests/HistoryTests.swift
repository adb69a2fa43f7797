import PowerAuth
import Testing
import TokenModel

@testable import Sandbox

@Suite struct HistoryTests {
  let bank: TestBank

  init() throws { bank = try TestBank() }

  private func history(
    _ device: TestDevice, _ factors: Factors = .possessionKnowledge, pin: Secret = TestDevice.pin
  ) async throws -> SandboxResponse {
    try await device.signed(
      "/api/auth/token/app/operation/history", uriID: "/operation/history", Array("{}".utf8),
      factors, pin: pin)
  }

  private func entries(_ device: TestDevice) async throws -> [JSONValue] {
    guard let list = try await history(device).object()["responseObject"]?.array else {
      throw Absent(what: "responseObject")
    }
    return list
  }

  @Test func `all that was asked is told with what became of it, newest first`() async throws {
    let device = try await TestDevice.active(bank)
    let expired = try await bank.operation("login")
    bank.clock.advance(seconds: 200)
    let approved = try await bank.operation()
    bank.clock.advance(seconds: 1)
    let rejected = try await bank.operation()
    let canceled = try await bank.operation()
    bank.clock.advance(seconds: 1)
    let pending = try await bank.operation()
    _ = try await device.approve(approved)
    _ = try await device.reject(rejected)
    _ = await bank.cloud("DELETE", "operations/\(canceled)?statusReason=FRAUD_CASE")
    let entries = try await entries(device)
    #expect(
      entries.map { $0["id"]?.string } == [pending, canceled, rejected, approved, expired])
    #expect(
      entries.map { $0["status"]?.string } == [
        "PENDING", "CANCELED", "REJECTED", "APPROVED", "EXPIRED",
      ])
    #expect(entries.map { $0["statusReason"]?.string } == [nil, "FRAUD_CASE", nil, nil, nil])
    #expect(try entries[3].object("formData").text("title").isEmpty == false)
  }

  @Test func `the time is not told`() async throws {
    let device = try await TestDevice.active(bank)
    let answer = try await history(device).object()
    #expect(answer["responseObject"] == [])
    #expect(answer["currentTimestamp"] == nil)
  }

  @Test(
    arguments: [
      (.possession, "401 POWERAUTH_AUTH_FAIL"), (.possessionKnowledge, "200"),
      (.possessionKnowledgeBiometry, "401 POWERAUTH_AUTH_FAIL"),
    ] as [(Factors, String)])
  func `two factors are wanted, no more and no less`(
    factors: Factors, verdict: String
  ) async throws {
    let device = try await TestDevice.active(bank)
    try await device.addBiometry()
    #expect(try await history(device, factors).verdict == verdict)
    #expect(try await device.status().failedAttempts == 0)
  }

  @Test func `a wrong PIN is counted, and a token proves nothing here`() async throws {
    let device = try await TestDevice.active(bank)
    #expect(
      try await history(device, pin: TestDevice.wrongPIN).verdict == "401 POWERAUTH_AUTH_FAIL")
    #expect(try await device.status().failedAttempts == 1)
    #expect(try await device.withToken("history").verdict == "401 POWERAUTH_AUTH_FAIL")
  }

  @Test func `nobody sees what another user was asked`() async throws {
    let device = try await TestDevice.active(bank)
    _ = try await bank.operation(userID: "bob")
    #expect(try await entries(device) == [])
  }

  @Test func `one answer has a hundred entries at most`() async throws {
    let device = try await TestDevice.active(bank)
    var last = ""
    for _ in 0..<101 { last = try await bank.operation() }
    let entries = try await entries(device)
    #expect(entries.count == 100)
    #expect(entries.first?["id"]?.string == last)
  }
}
