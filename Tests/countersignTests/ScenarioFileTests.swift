import Resources
import Sandbox
import Testing
import TokenModel

@testable import countersign

@Suite struct ScenarioFileTests {
  private static func scenario(_ text: String) throws(ConfigurationFault) -> Scenario {
    try ScenarioFile(text, file: "s.toml").scenario()
  }

  @Test func `the built-in scenario is one that a bank takes, and shows every kind`() throws {
    let scenario = try ScenarioFile.scenario(nil)
    #expect(scenario.userID == "demo")
    #expect(scenario.maxPending == 6)
    #expect(scenario.repeats)
    let templates = scenario.steps.compactMap { step -> String? in
      guard case .operation(let members) = step.action else { return nil }
      return members["template"]?.string ?? members["operationType"]?.string
    }
    for kind in [
      "login", "payment", "conversion", "payment_checked", "payment_guarded", "payment_nearby",
      "login_web", "card_payment", "order_review", "order_shop", "order_ticket", "payment_risk",
      "hostile", "all_rows", "payment_informed",
    ] {
      #expect(templates.contains(kind), "\(kind)")
    }
    #expect(scenario.steps.contains { if case .cancel = $0.action { true } else { false } })
  }

  @Test func `the messages and notes of the built-in scenario are there in Czech`() throws {
    for step in try ScenarioFile.scenario(nil).steps {
      switch step.action {
      case .message(let members, _):
        let czech = members["translations"]?["cs"]?.object ?? [:]
        #expect(Set(czech.keys) == ["subject", "summary", "body"], "\(members)")
      case .operation(let members):
        guard members["parameters"]?["note"] != nil else { continue }
        #expect(members["translations"]?["cs"]?["note"]?.string != nil, "\(members)")
      case .cancel, .expire: continue
      }
    }
  }

  @Test func `every key is read`() throws {
    let scenario = try Self.scenario(
      """
      user = "alice"
      every = 7
      max_pending = 3
      repeat = false
      inbox = false
      [[step]]
      name = "a"
      [step.operation]
      template = "login"
      parameters = {device = "Firefox"}
      [[step]]
      after = 0
      cancel = "a"
      reason = "NO"
      [[step]]
      expire = "a"
      [[step]]
      about = "a"
      message = {subject = "A subject", summary = "A summary", body = "Some body"}
      """)
    #expect(
      scenario
        == (try Scenario(
          userID: "alice", maxPending: 3, repeats: false, fillsInbox: false,
          steps: [
            .init(
              name: "a", after: 7,
              .operation(["template": "login", "parameters": ["device": "Firefox"]])),
            .init(after: 0, .cancel("a", reason: "NO")), .init(after: 7, .expire("a")),
            .init(
              after: 7,
              .message(
                ["subject": "A subject", "summary": "A summary", "body": "Some body"], about: "a")
            ),
          ])))
  }

  @Test(arguments: [
    ("", "s.toml: It has no steps"),
    ("evry = 1", "s.toml:1 evry: There is no such key; Did you mean every?"),
    ("every = -1", "s.toml:1 every: It is no number that fits; A whole number from 0 to 86400."),
    ("repeat = 1", "s.toml:1 repeat: It is neither true nor false"),
    ("user = ", "s.toml:1: It is not TOML"),
    ("[[step]]\nafter = 1", "s.toml:1 step 1: A step does exactly one thing"),
    (
      "[[step]]\ncancel = \"x\"\nexpire = \"x\"", "s.toml:3 step 1, expire: A step does exactly"
    ),
    (
      "[[step]]\noperation = {template = \"login\"}\n\n[[step]]\n  cancel = \"x\"",
      "s.toml:5 step 2, cancel: No step before it is named x"
    ),
    ("[[step]]\noperation = 1", "s.toml:2 step 1, operation: It is no table"),
    ("[[step]]\nname = 1\nexpire = \"x\"", "s.toml:2 step 1, name: It is no text"),
    (
      "[[step]]\n[step.operation]\ntemplate = \"none\"",
      "s.toml:3 step 1, template: The bank would refuse it; It must be one of all_rows"
    ),
    (
      "[[step]]\n[step.operation]\n[step.operation.formData]\ntitle = \"T\"",
      "s.toml:3 step 1, formData.message: The bank would refuse it; It must be a text."
    ),
  ])
  func `a fault names file, line and key, and the rule`(text: String, expected: String) {
    let fault = #expect(throws: ConfigurationFault.self) { try Self.scenario(text) }
    let told = fault.map { fault in
      fault.place.file + (fault.place.line.map { ":\($0)" } ?? "")
        + (fault.key.map { " \($0)" } ?? "") + ": \(fault.problem); \(fault.remedy)"
    }
    #expect(told?.hasPrefix(expected) == true, "\(told ?? "")")
  }
}
