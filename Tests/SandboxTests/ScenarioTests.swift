import PowerAuth
import Testing
import TokenModel

@testable import Sandbox

@Suite struct ScenarioTests {
  private static let login = Scenario.Action.operation(["template": "login"])

  private static func scenario(
    _ steps: [Scenario.Step], maxPending: Int = 6, repeats: Bool = true
  ) throws(Scenario.Fault) -> Scenario {
    try Scenario(
      userID: "demo", maxPending: maxPending, repeats: repeats, fillsInbox: false, steps: steps)
  }

  @Test func `each step waits for its time after the one before`() throws {
    var progress = ScenarioProgress(
      try Self.scenario([
        .init(after: 2, Self.login), .init(after: 3, Self.login), .init(after: 0, Self.login),
      ]))
    let times = (0..<12).filter { progress.next(at: .seconds($0), pending: 0) != nil }
    #expect(times == [2, 5, 6, 8, 11])
  }

  @Test func `a scenario that does not repeat ends`() throws {
    var progress = ScenarioProgress(
      try Self.scenario([.init(after: 1, Self.login)], repeats: false))
    let times = (0..<9).filter { progress.next(at: .seconds($0), pending: 0) != nil }
    #expect(times == [1])
  }

  @Test func `an operation waits for room, a message does not`() throws {
    let message = Scenario.Action.message(
      ["subject": "A subject", "summary": "A summary", "body": "Some body"], about: nil)
    var progress = ScenarioProgress(
      try Self.scenario([.init(after: 0, message), .init(after: 1, Self.login)], maxPending: 2))
    #expect(progress.next(at: 0, pending: 2)?.action == message)
    #expect(progress.next(at: .seconds(9), pending: 2) == nil)
    #expect(progress.next(at: .seconds(10), pending: 1)?.action == Self.login)
  }

  @Test(
    arguments: [
      ([], .noSteps),
      ([.init(after: 1, .cancel("a", reason: nil))], .unknownName("a", step: 0)),
      (
        [.init(name: "a", after: 1, login), .init(after: 1, .expire("b"))],
        .unknownName("b", step: 1)
      ),
      (
        [.init(after: 1, .operation(["formData": ["title": "T"]]))],
        .refused(field: "formData.message", rule: "must be a text", step: 0)
      ),
      (
        [.init(after: 1, .message(["subject": "short"], about: nil))],
        .refused(field: "subject", rule: "must have 8 to 255 characters", step: 0)
      ),
      (
        [
          .init(name: "a", after: 1, login),
          .init(after: 1, .cancel("a", reason: String(repeating: "x", count: 33))),
        ], .refused(field: "statusReason", rule: "must have at most 32 characters", step: 1)
      ),
    ] as [([Scenario.Step], Scenario.Fault)])
  func `what the bank would refuse is refused before it begins`(
    steps: [Scenario.Step], fault: Scenario.Fault
  ) {
    #expect(throws: fault) { try Self.scenario(steps) }
  }

  @Test func `the runner waits for the commit, then does one step after the other`() async throws {
    let bank = try TestBank()
    let scenario = try Self.scenario(
      [
        .init(name: "first", after: 1, Self.login),
        .init(
          after: 1,
          .message(
            ["subject": "A subject", "summary": "A summary", "body": "It is ${id}."],
            about: "first")),
        .init(after: 1, .cancel("first", reason: "WITHDRAWN")),
        .init(name: "second", after: 1, Self.login), .init(after: 1, .expire("second")),
      ], repeats: false)
    let runner = ScenarioRunner(sandbox: bank.sandbox, scenario: scenario)
    var progress = ScenarioProgress(scenario)
    let code = try await bank.sandbox.createDemoActivation()
    let device = try await TestDevice.activated(bank, code)
    progress = await runner.advance(progress)
    #expect(progress.operationIDs.isEmpty)
    bank.clock.advance(seconds: 1)
    var seen: [Int] = []
    for _ in 0..<6 {
      bank.clock.advance(seconds: 1)
      progress = await runner.advance(progress)
      seen.append(try await device.operations().count)
    }
    #expect(seen == [0, 1, 1, 0, 1, 0])
    let first = try #require(progress.operationIDs["first"])
    let state = try await bank.operationState(first)
    #expect(try state.text("status") == "CANCELED")
    #expect(try state.text("statusReason") == "WITHDRAWN")
    let second = try #require(progress.operationIDs["second"])
    #expect(try await bank.operationState(second).text("status") == "EXPIRED")
  }

  @Test func `a message about an operation tells its link, its number and its code`() async throws {
    let bank = try TestBank()
    let story = try StoryToken(bank)
    try await story.activate()
    let operation = try await bank.cloud(
      "POST", "operations",
      [
        "userId": "alice", "template": "payment_nearby", "proximityCheckEnabled": true,
        "parameters": ["amount": "1", "currency": "EUR", "iban": "X"],
      ]
    ).object().text("operationId")
    let id = try await bank.cloud(
      "POST", "inbox/messages",
      [
        "userId": "alice", "operationId": .string(operation), "subject": "A subject",
        "summary": "A summary", "body": "${id}\n${link}\n${otp}\n${offline}",
      ]
    ).object().text("id")
    let body = try #require(try await story.token.message(id: id).body)
    let lines = body.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    #expect(lines[0] == operation)
    let link = try OperationLink(parsing: lines[1])
    #expect(link.operationID == operation)
    #expect(link.otp == Secret(lines[2].utf8))
    #expect(lines[2].wholeMatch(of: /\d{8}/) != nil)
    let offline = try await story.token.offlineOperation(lines[3...].joined(separator: "\n"))
    #expect(offline.id == operation)
    _ = await bank.cloud("DELETE", "operations/\(operation)")
    let after = try #require(try await story.token.message(id: id).body)
    #expect(after == "\(operation)\n–\n–\n–")
  }

  @Test(arguments: ["en", "cs"])
  func `every embedded template has texts and screens that the bank itself would take`(
    language: String
  ) throws {
    let templates = try OperationTemplates()
    for name in templates.names {
      let type = try #require(templates[name]?.type)
      let texts = try #require(templates.texts(ofType: type, language: language))
      try ContentRules.check(OperationContent(ui: texts.ui))
      #expect(!texts.title.isEmpty && !texts.attributes.isEmpty, "\(name)")
      let other = templates.texts(ofType: type, language: language == "en" ? "cs" : "en")
      #expect(texts.title != other?.title, "\(name) is said in one language only")
    }
  }

  @Test func `embedded templates cover every screen and row`() throws {
    let templates = try OperationTemplates()
    let texts = templates.names.compactMap { name in
      templates[name].flatMap { templates.texts(ofType: $0.type, language: "en") }
    }
    let rows = Set(texts.flatMap(\.attributes).compactMap { $0["type"]?.string })
    #expect(
      rows == [
        "AMOUNT", "AMOUNT_CONVERSION", "KEY_VALUE", "NOTE", "HEADING", "ALERT", "PARTY_INFO",
        "IMAGE",
      ])
    let screens = texts.compactMap(\.ui)
    let types = screens.flatMap { ui in
      [ui["preApprovalScreen"]] + (ui["preApprovalScreens"]?.array ?? [])
    }.compactMap { $0?["type"]?.string }
    #expect(Set(types) == ["WARNING", "INFO", "QR_SCAN"])
    let ends = screens.compactMap { $0["postApprovalScreen"]?["type"]?.string }
    #expect(Set(ends) == ["REVIEW", "MERCHANT_REDIRECT", "GENERIC"])
    #expect(screens.contains { $0["templates"] != nil })
  }
}
