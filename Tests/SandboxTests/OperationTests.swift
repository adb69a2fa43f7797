import Testing
import TokenModel

@testable import Sandbox

@Suite struct OperationTests {
  let bank: TestBank

  init() throws { bank = try TestBank() }

  @Test func `the tutorial's payment example, which says login, is a login`() async throws {
    let body: JSONValue = [
      "userId": "alice", "template": "login", "language": "en",
      "parameters": [
        "amount": "1000000000.00", "currency": "EUR", "iban": "CZ5508000000001234567899",
      ],
    ]
    let operation = try await bank.cloud("POST", "operations", body).object()
    #expect(try operation.text("operationType") == "login")
    #expect(try operation.text("status") == "PENDING")
    #expect(try operation.integer("maxFailureCount") == 5)
    #expect(try operation.object("parameters").text("iban") == "CZ5508000000001234567899")
    let life = try operation.integer("timestampExpires") - operation.integer("timestampCreated")
    #expect(life == 120_000)
  }

  @Test func `a payment waits five minutes, then it is expired`() async throws {
    let id = try await bank.operation()
    bank.clock.advance(seconds: 299.9)
    #expect(try await bank.operationState(id).text("status") == "PENDING")
    bank.clock.advance(seconds: 0.1)
    #expect(try await bank.operationState(id).text("status") == "EXPIRED")
    #expect(
      await bank.cloud("DELETE", "operations/\(id)").verdict == "400 ERROR_OPERATION_STATE_CHANGE")
  }

  @Test func `a canceled operation keeps the reason`() async throws {
    let id = try await bank.operation()
    let answer = await bank.cloud("DELETE", "operations/\(id)?statusReason=FRAUD_CASE")
    #expect(answer.json == ["status": "OK"])
    let state = try await bank.operationState(id)
    #expect(try state.text("status") == "CANCELED")
    #expect(try state.text("statusReason") == "FRAUD_CASE")
  }

  @Test(
    arguments: [
      ("POST", "operations", ["template": "login", "userId": " "], "400 ERROR_REQUEST"),
      ("POST", "operations", ["userId": "a", "template": "nothing"], "400 ERROR_REQUEST"),
      (
        "POST", "operations", ["userId": "a", "template": "login", "parameters": "x"],
        "400 ERROR_REQUEST"
      ),
      (
        "POST", "operations", ["userId": "a", "template": "login", "parameters": ["x": []]],
        "400 ERROR_REQUEST"
      ),
      (
        "POST", "operations",
        ["userId": "a", "template": "login", "parameters": ["x": "a\u{1B}[m"]],
        "400 ERROR_REQUEST"
      ),
      (
        "POST", "operations",
        ["userId": "a", "template": "login", "translations": ["note": "x"]], "400 ERROR_REQUEST"
      ),
      (
        "POST", "operations",
        ["userId": "a", "template": "login", "translations": ["cs": ["x": "a\u{1B}[m"]]],
        "400 ERROR_REQUEST"
      ),
      ("GET", "operations/none", nil, "400 ERROR_OPERATION_NOT_FOUND"),
      ("DELETE", "operations/none", nil, "400 ERROR_OPERATION_NOT_FOUND"),
    ] as [(String, String, JSONValue?, String)])
  func `bad input is refused by its rule`(
    method: String, path: String, body: JSONValue?, verdict: String
  ) async {
    #expect(await bank.cloud(method, path, body).verdict == verdict)
  }

  @Test func `parameters are read in the language of the token, and signed in one`() async throws {
    let device = try await TestDevice.active(bank)
    let members: JSONValue = [
      "userId": "alice", "template": "payment",
      "parameters": ["amount": "5.00", "currency": "EUR", "iban": "X", "note": "Advance"],
      "translations": ["cs": ["note": "Záloha", "amount": "9.00"]],
    ]
    let answer = try await bank.cloud("POST", "operations", members).object()
    #expect(answer["translations"] == members["translations"])
    for (language, note) in [("en", "Advance"), ("cs-CZ", "Záloha"), ("de", "Advance")] {
      let operation = try #require(try await device.operations(language: language).first)
      let rows = operation["formData"]?["attributes"]?.array ?? []
      #expect(rows.first { $0["id"] == "note" }?["note"]?.string == note)
      #expect(operation["data"] == "A1*A5.00EUR*IX")
    }
  }

  @Test func `parameters are escaped in the operation's data`() async throws {
    let device = try await TestDevice.active(bank)
    _ = try await bank.operation(
      parameters: ["amount": 100, "currency": "CZK", "iban": "a*b\\c\nd"])
    #expect(try await device.operations().first?.text("data") == #"A1*A100CZK*Ia\*b\\c\nd"#)
  }
}
