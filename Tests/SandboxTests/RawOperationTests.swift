import PowerAuth
import Testing
import TokenModel

@testable import Sandbox

@Suite struct RawOperationTests {
  let bank: TestBank

  init() throws { bank = try TestBank() }

  private static let form: JSONValue = [
    "title": "Order", "message": "Please check.",
    "attributes": [["id": "1", "type": "KEY_VALUE", "label": "Goods", "value": "Tea"]],
  ]

  /// What the bank asks for, sent; the token's view of it.
  private func sent(
    _ members: [String: JSONValue], language: String = "en"
  ) async throws -> JSONValue? {
    let device = try await TestDevice.active(bank)
    _ = try await order(members)
    return try await device.operations(language: language).first
  }

  @discardableResult
  private func order(_ members: [String: JSONValue]) async throws -> JSONValue {
    let body = members.merging(["userId": "alice"]) { given, _ in given }
    return try await bank.cloud("POST", "operations", .object(body)).object()
  }

  @Test func `an operation needs no template when the bank says everything itself`() async throws {
    let ui: JSONValue = ["flipButtons": true, "preApprovalScreens": [["id": "a", "type": "INFO"]]]
    let operation = try await sent([
      "formData": Self.form, "ui": ui, "data": "A9*X ", "operationType": "order",
      "signatureTypes": ["possession_biometry"], "expiresInSeconds": 20, "maxFailures": 2,
    ])
    #expect(operation?["formData"] == Self.form)
    #expect(operation?["ui"] == ui)
    #expect(operation?["data"] == "A9*X ")
    #expect(operation?["name"] == "order")
    #expect(
      operation?["allowedSignatureType"] == ["type": "2FA", "variants": ["possession_biometry"]])
    #expect(operation?["operationExpires"] == "2026-01-09T23:07:00+0000")
  }

  @Test(arguments: [("en", "Order"), ("cs", "Objednávka"), ("de", "Order")])
  func `texts may be given by language`(language: String, title: String) async throws {
    let operation = try await sent(
      [
        "formData": [
          "en": ["title": "Order", "message": "M"], "cs": ["title": "Objednávka", "message": "M"],
        ]
      ], language: language)
    #expect(operation?["formData"]?["title"]?.string == title)
  }

  @Test func `a template's rows and screens give way to the bank's own`() async throws {
    let operation = try await sent([
      "template": "payment", "parameters": ["amount": "1", "currency": "EUR", "iban": "X"],
      "attributes": [["id": "h", "type": "HEADING", "label": "Only this"]],
      "ui": ["postApprovalScreen": ["type": "GENERIC", "payload": ["a": [1, .null]]]],
    ])
    #expect(operation?["formData"]?["title"] == "Payment")
    #expect(operation?["formData"]?["attributes"]?.array?.count == 1)
    #expect(operation?["ui"]?["postApprovalScreen"]?["payload"] == ["a": [1, .null]])
  }

  @Test(
    arguments: [
      (["formData": ["title": "T"]], "formData.message"),
      (["formData": ["en": ["message": "M"]]], "formData.en.title"),
      (["formData": "T"], "formData"),
      (
        ["formData": ["title": "T", "message": "M", "attributes": [["type": "SONG"]]]],
        "formData.attributes[0].type"
      ),
      (
        ["template": "login", "attributes": [["type": "NOTE", "id": "1", "label": "N"]]],
        "attributes[0].note"
      ),
      (["template": "login", "ui": []], "ui"),
      (
        ["template": "login", "ui": ["preApprovalScreens": [[:]]]], "ui.preApprovalScreens[0].type"
      ),
      (["template": "login", "signatureTypes": ["voice"]], "signatureTypes"),
      (["template": "login", "expiresInSeconds": -1], "expiresInSeconds"),
      (["template": "login", "document": [:]], "verbatim"),
      ([:], "template"),
    ] as [([String: JSONValue], String)])
  func `broken content is refused by its field`(
    members: [String: JSONValue], field: String
  ) async throws {
    let body = members.merging(["userId": "alice"]) { given, _ in given }
    let answer = await bank.cloud("POST", "operations", .object(body))
    #expect(answer.verdict == "400 ERROR_REQUEST")
    let violation = answer.json?["responseObject"]?["violations"]?.array?.first
    #expect(violation?["fieldName"]?.string == field)
  }

  @Test func `verbatim sends what no bank may send`() async throws {
    let device = try await TestDevice.active(bank)
    try await order([
      "formData": Self.form, "verbatim": true, "omit": ["data", "ui"],
      "document": ["operationCreated": 1_768_000_000_000, "status": .null],
    ])
    try await order(["verbatim": true, "document": "no operation"])
    let operations = try await device.operations()
    #expect(operations[0] == "no operation")
    #expect(operations[1].object?["status"] == .null)
    #expect(operations[1].object?["data"] == nil)
    #expect(operations[1]["operationCreated"] == 1_768_000_000_000)
  }

  @Test func `an operation of nobody is in no list, but may be read`() async throws {
    let device = try await TestDevice.active(bank)
    let answer = try await bank.cloud("POST", "operations", ["template": "login"]).object()
    #expect(answer["userId"] == nil)
    let id = try answer.text("operationId")
    #expect(try await device.operations().isEmpty)
    let detail = try await device.withToken("detail", #"{"requestObject":{"id":"\#(id)"}}"#)
    #expect(try detail.object().object("responseObject").text("id") == id)
  }

  @Test func `an operation for one device or flag is not seen by others`() async throws {
    let first = try await TestDevice.active(bank)
    let second = try await TestDevice.active(bank)
    try await order([
      "userId": .null, "template": "login", "registrationId": .string(first.record.activationID),
    ])
    #expect(try await first.operations().count == 1)
    #expect(try await second.operations().isEmpty)
    try await order(["template": "login", "activationFlag": "VIP"])
    #expect(try await second.operations().isEmpty)
    let path = "registrations/\(second.record.activationID)/flags"
    _ = await bank.cloud("PUT", path, ["flags": ["VIP"]])
    #expect(try await second.operations().count == 1)
    let foreign = await bank.cloud(
      "POST", "operations",
      [
        "userId": "bob", "template": "login",
        "registrationId": .string(first.record.activationID),
      ])
    #expect(foreign.verdict == "400 ERROR_REGISTRATION_NOT_FOUND")
  }

  @Test func `content in the books is the content that was given`() {
    let content = OperationContent(
      formData: Self.form, ui: ["a": .null], isVerbatim: true, document: .null, omitted: ["x"])
    #expect(OperationContent(content.json) == content)
    #expect(OperationContent(OperationContent().json) == OperationContent())
  }
}
