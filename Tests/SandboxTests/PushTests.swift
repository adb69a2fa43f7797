import PowerAuth
import Testing
import TokenCore
import TokenModel

@testable import Sandbox

/// The token registers, the bank's messages are logged, the token's parser reads them.
@Suite struct PushTests {
  let bank: TestBank

  init() throws { bank = try TestBank() }

  private func log() async throws -> [JSONValue] {
    try await bank.cloud("GET", "push/log?userId=alice").object()["messages"]?.array ?? []
  }

  private func registered(
    _ platform: PushRegistration.Platform = .fcm, token: String = "abc"
  ) async throws -> StoryToken {
    let story = try StoryToken(bank)
    try await story.activate()
    try await story.token.registerPush(
      try PushRegistration(
        platform: platform, environment: platform == .apns ? .development : nil, token: token))
    return story
  }

  @Test(arguments: PushRegistration.Platform.allCases)
  func `every service's message can be read`(platform: PushRegistration.Platform) async throws {
    let story = try await registered(platform)
    let id = try await bank.operation("login", parameters: ["device": "Firefox"])
    let operation = try await story.token.operation(id: id)
    try await story.token.approve(operation, with: nil)
    let message = try await bank.cloud(
      "POST", "inbox/messages",
      ["userId": "alice", "subject": "A subject", "summary": "A summary", "body": "Some body"]
    ).object().text("id")
    let entries = try await log()
    let messages = try entries.map { try PushMessage($0["message"] ?? .null) }
    #expect(
      messages == [
        .operationInit(id: id, name: "login", content: messages[0].content),
        .operationFinished(id: id, name: "login", result: .success),
        .newInboxMessage(id: message),
      ])
    #expect(messages[0].content?.title == "Sign-in")
    #expect(entries.allSatisfy { $0["platform"]?.string == platform.rawValue })
  }

  @Test func `each end of an operation is told`() async throws {
    let story = try await registered()
    let rejected = try await story.token.operation(id: try await bank.operation())
    try await story.token.reject(rejected, reason: .unknown)
    let canceled = try await bank.operation()
    _ = await bank.cloud("DELETE", "operations/\(canceled)")
    let expired = try await bank.operation()
    bank.clock.advance(seconds: 301)
    _ = try await bank.operationState(expired)
    let results = try await log().compactMap {
      $0["message"]?["data"]?["mtokenOperationResult"]?.string
    }
    #expect(results == ["operation.canceled", "operation.canceled", "operation.timeout"])
  }

  @Test func `a device is registered once, and a removed one is sent nothing`() async throws {
    let story = try await registered(.apns, token: "00ff")
    try await story.token.registerPush(
      try PushRegistration(platform: .fcm, token: "https://push.example/endpoint"))
    let devices = try await bank.cloud("GET", "push/devices").object()["devices"]?.array ?? []
    #expect(devices.count == 1)
    #expect(devices.first?["token"] == "https://push.example/endpoint")
    #expect(devices.first?["environment"] == nil)
    try await story.token.remove(with: story.factor)
    _ = try await bank.operation()
    #expect(try await log().isEmpty)
  }

  @Test func `a silent message says nothing to the system`() async throws {
    _ = try await registered(.apns)
    _ = await bank.cloud(
      "POST", "inbox/messages",
      [
        "userId": "alice", "subject": "A subject", "summary": "A summary", "body": "Some body",
        "silent": true,
      ])
    #expect(try await log().first?["message"]?["aps"] == ["content-available": 1])
    _ = await bank.cloud("DELETE", "push/log")
    #expect(try await log().isEmpty)
  }

  @Test(arguments: [
    (#"{"platform":"fcm","token":" "}"#, "400 INVALID_REQUEST"),
    (#"{"token":"a"}"#, "400 INVALID_REQUEST"), (#"{"platform":"fcm"}"#, "400 INVALID_REQUEST"),
    (#"{"platform":"web","token":"a"}"#, "500 ERROR_GENERIC"),
    (#"{"platform":"apns","token":"a","environment":"test"}"#, "500 ERROR_GENERIC"),
    (
      #"{"platform":"fcm","token":"\#(String(repeating: "a", count: 256))"}"#,
      "400 PUSH_REGISTRATION_FAILED"
    ),
    (#"{"platform":"huawei","token":"a"}"#, "200"),
  ])
  func `a registration is checked as servers do`(body: String, verdict: String) async throws {
    let device = try await TestDevice.active(bank)
    let answer = try await device.pushed(#"{"requestObject":\#(body)}"#)
    #expect(answer.verdict == verdict)
  }

  @Test func `a push server that is out of order is told in words`() async throws {
    let story = try StoryToken(bank)
    try await story.activate()
    bank.sandbox.faults.refusesPush = true
    await #expect(throws: TokenFailure.push(.registrationFailed)) {
      try await story.token.registerPush(try PushRegistration(platform: .hms, token: "a"))
    }
    bank.sandbox.faults.missingEndpoints = ["/device/register/token"]
    let failure = await #expect(throws: TokenFailure.self) {
      try await story.token.registerPush(try PushRegistration(platform: .hms, token: "a"))
    }
    guard case .serverCannot(.push, _) = failure else {
      Issue.record("\(String(describing: failure))")
      return
    }
  }

  @Test func `without a token nobody is registered`() async {
    let answer = await bank.mobile(
      "/api/push/device/register", Array(#"{"requestObject":{"platform":"fcm"}}"#.utf8))
    #expect(answer.verdict == "401 POWERAUTH_AUTH_FAIL")
  }
}

extension TestDevice {
  fileprivate func pushed(_ body: String) async throws -> SandboxResponse {
    let header = TokenHeader(
      try await createToken(), version: version, timestamp: bank.milliseconds)
    return await bank.mobile(
      "/api/push/device/register/token", Array(body.utf8),
      headers: [(TokenHeader.name, header.value)])
  }
}

extension PushMessage {
  fileprivate var content: Content? {
    if case .operationInit(_, _, let content) = self { content } else { nil }
  }
}
