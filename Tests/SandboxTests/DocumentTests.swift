import PowerAuth
import Testing
import TokenModel

@testable import Sandbox

@Suite struct DocumentTests {
  let bank: TestBank

  init() throws { bank = try TestBank() }

  @Test func `an operation carries everything that the token needs`() async throws {
    let device = try await TestDevice.active(bank)
    let id = try await bank.operation(
      parameters: [
        "amount": "1234.50", "currency": "CZK", "iban": "CZ55", "note": "Line one\nline two",
        "alertTitle": "Careful", "alertType": "warning", "partyName": "Shop",
        "thumbnailUrl": "https://a.example/i.png",
      ])
    let answer = try await device.withToken("detail", #"{"requestObject":{"id":"\#(id)"}}"#)
    let json = try answer.object()
    #expect(try json.text("currentTimestamp").hasSuffix("+0000"))
    let operation = try json.object("responseObject")
    #expect(try operation.text("name") == "authorize_payment")
    #expect(try operation.text("data") == "A1*A1234.50CZK*ICZ55")
    #expect(try operation.text("status") == "PENDING")
    #expect(try operation.text("operationCreated") == "2026-01-09T23:06:40+0000")
    #expect(try operation.text("operationExpires") == "2026-01-09T23:11:40+0000")
    #expect(
      operation["allowedSignatureType"] == [
        "type": "2FA", "variants": ["possession_knowledge", "possession_biometry"],
      ])
    let rows = try operation.object("formData")["attributes"]?.array ?? []
    #expect(
      rows.map { $0["type"]?.string } == [
        "ALERT", "AMOUNT", "KEY_VALUE", "PARTY_INFO", "HEADING", "NOTE", "IMAGE",
      ])
    #expect(rows[0]["alertType"] == "WARNING")
    #expect(rows[1]["amount"]?.decimal?.description == "1234.5")
    #expect(rows[1]["valueFormatted"] == "CZK1,234.50")
    #expect(rows[3]["partyInfo"] == ["name": "Shop"])
    #expect(rows[5]["note"] == "Line one\nline two")
    #expect(
      try operation.object("formData").object("resultTexts").text("success")
        == "The payment of 1234.50 CZK is on its way.")
    #expect(operation["ui"] == nil)
  }

  @Test func `the places of a template are the token's to fill, those of a page the bank's`()
    async throws
  {
    let device = try await TestDevice.active(bank)
    let values: [String: JSONValue] = [
      "amount": "89.00", "currency": "EUR", "shop": "Ceramics", "card": "5168", "note": "None",
    ]
    _ = try await bank.operation("card_payment", parameters: values)
    let json = try #require(try await device.operations().first)
    #expect(json["ui"]?["templates"]?["list"]?["title"] == "${amount}")
    let entry = try UserOperation(json).listEntry
    #expect(entry.title == "€89.00")
    #expect(entry.header == "Ceramics")
    #expect(entry.message == "with 5168")
  }

  @Test func `a login is of one factor, without variants`() async throws {
    let device = try await TestDevice.active(bank)
    _ = try await bank.operation("login", parameters: ["device": "Firefox"])
    let operation = try #require(try await device.operations().first)
    #expect(operation["allowedSignatureType"] == ["type": "1FA", "variants": []])
    #expect(operation["formData"]?["attributes"]?.array?.count == 1)
  }

  @Test(arguments: [
    ("cs", "Platba", "1\u{A0}234,50\u{A0}Kč"), ("en", "Payment", "CZK1,234.50"),
    ("de", "Payment", "CZK1,234.50"), ("en;q=0.5, cs-CZ", "Platba", "1\u{A0}234,50\u{A0}Kč"),
  ])
  func `texts and money follow the caller's language`(
    language: String, title: String, value: String
  ) async throws {
    let device = try await TestDevice.active(bank)
    _ = try await bank.operation(parameters: ["amount": "1234.5", "currency": "CZK", "iban": "1"])
    let form = try #require(try await device.operations(language: language).first?["formData"])
    #expect(try form.text("title") == title)
    let amount = form["attributes"]?.array?.first { $0["id"] == "amount" }
    #expect(amount?["valueFormatted"]?.string == value)
  }

  @Test func `a conversion has two amounts`() async throws {
    let device = try await TestDevice.active(bank)
    _ = try await bank.operation(
      "conversion",
      parameters: [
        "sourceAmount": "500", "sourceCurrency": "EUR", "targetAmount": "12532.5",
        "targetCurrency": "CZK", "dynamic": "TRUE",
      ])
    let form = try #require(try await device.operations().first?["formData"])
    let row = try #require(form["attributes"]?.array?.first)
    #expect(row["dynamic"] == true)
    #expect(row["sourceValueFormatted"] == "€500.00")
    #expect(row["targetAmountFormatted"] == "12,532.50")
    #expect(row["targetCurrency"] == "CZK")
  }

  @Test func `risk flags and the texts' own screen become the ui`() async throws {
    let device = try await TestDevice.active(bank)
    _ = try await bank.operation("payment_risk")
    #expect(
      try await device.operations().first?["ui"] == [
        "flipButtons": true, "blockApprovalOnCall": true,
        "preApprovalScreen": ["type": "WARNING", "approvalType": "SLIDER"],
      ])
    _ = try await bank.operation("payment_checked")
    let ui = try #require(try await device.operations().first?["ui"])
    #expect(ui["preApprovalScreen"]?["items"]?.array?.count == 3)
  }

  @Test(arguments: [
    ("en", "Ticket", "from"), ("cs", "Jízdenka", "od"), ("de", "Ticket", "from"),
  ])
  func `a text may be given by language wherever it stands`(
    language: String, title: String, begin: String
  ) throws {
    let texts = try OperationTemplates().texts(ofType: "order_ticket", language: language)
    #expect(texts?.title == title)
    #expect(texts?.attributes.first?["text"] == (language == "cs" ? "Částka" : "Amount"))
    let payload = texts?.ui?["postApprovalScreen"]?["payload"]
    let ticket = payload?["ticket"] ?? payload?["jízdenka"]
    #expect((ticket?["validity"] ?? ticket?["platnost"])?[begin] == "12:00")
  }

  @Test func `a screen that wants a proximity code is left out`() throws {
    let templates = try OperationTemplates(
      templates: """
        [{"name": "n", "type": "t", "data": "A0", "signatureTypes": ["possession"],
          "expiresInSeconds": 1, "maxFailures": 1}]
        """,
      texts: """
        {"t": {"en": {"title": "T", "message": "M ${x} ${y}", "ui": {"flipButtons": false,
          "preApprovalScreen": {"type": "QR_SCAN", "heading": "H", "message": "M"}}}}}
        """)
    let operation = StoredOperation(
      id: "1", userID: "u", template: "n", type: "t", data: "A0", parameters: ["x": "${y}"],
      signatureTypes: [.possession], riskFlags: "", maxFailures: 1, createdAt: 0, expiresAt: 1)
    let json = try #require(OperationDocument.json(operation, templates, language: "fr"))
    #expect(json["ui"] == ["flipButtons": false])
    #expect(json["formData"]?["message"] == "M ${y} ${y}")
  }

  @Test func `the list has at most a hundred, newest first`() async throws {
    let device = try await TestDevice.active(bank)
    var last = ""
    for _ in 1...101 { last = try await bank.operation() }
    let operations = try await device.operations()
    #expect(operations.count == 100)
    #expect(try operations[0].text("id") == last)
  }
}
