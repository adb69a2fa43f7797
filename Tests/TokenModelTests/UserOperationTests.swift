import FoundationEssentials
import Testing
@testable import TokenModel

@Suite struct UserOperationTests {
  static let minimal: JSONValue = [
    "id": "7", "name": "login", "data": "A2", "formData": ["title": "Login"],
  ]

  static func operation(_ member: String, _ value: JSONValue) throws -> UserOperation {
    try UserOperation(minimal.setting(member, to: value))
  }

  @Test func `four members are enough`() throws {
    let operation = try UserOperation(Self.minimal)
    #expect(operation.status == .pending)
    #expect(operation.form.attributes.isEmpty)
    #expect(operation.allowedSignature.approval == .unavailable)
    #expect(operation.expires == nil)
  }

  @Test(arguments: ["id", "name", "data", "formData"])
  func `a missing member is named`(member: String) {
    let expected = member == "formData" ? "formData.title" : member
    for value in [JSONValue.null, 7, [:]] {
      let error = #expect(throws: UserOperation.Fault.self) {
        try Self.operation(member, value)
      }
      #expect(error?.member == expected)
    }
  }

  @Test func `one bad entry never hides the others`() {
    let list = OperationList([Self.minimal, ["id": "8"], .null, Self.minimal])
    #expect(list.operations.count == 2)
    #expect(list.unreadable == 2)
  }

  @Test func `data is kept to the last byte`() throws {
    let data = " A1*\u{65}\u{301}\u{A0}\r\n "
    #expect(Array(try Self.operation("data", .string(data)).data.utf8) == Array(data.utf8))
  }

  @Test(
    arguments: [
      ("1FA", [], .confirmation), ("1FA", ["possession"], .confirmation),
      ("1FA", ["possession_knowledge"], .pin), ("2FA", ["possession_knowledge"], .pin),
      ("2FA", ["possession_biometry"], .unavailable), ("2FA", [], .unavailable),
      ("ECDSA", [], .unavailable), ("9FA", ["quantum", "possession_knowledge"], .pin),
    ] as [(String, [String], AllowedSignature.Approval)])
  func `factors follow the server's list`(
    type: String, variants: [String], approval: AllowedSignature.Approval
  ) {
    #expect(AllowedSignature(type: type, variants: variants).approval == approval)
  }

  @Test(
    arguments: [
      ("1FA", [], true, true), ("2FA", ["possession_knowledge"], true, false),
      ("2FA", ["possession_biometry"], false, true),
      ("2FA", ["possession_knowledge", "possession_biometry"], true, true),
      ("2FA", ["possession_knowledge_biometry"], false, false),
    ] as [(String, [String], Bool, Bool)])
  func `what is closed to the PIN may be open to biometry, and the other way round`(
    type: String, variants: [String], pin: Bool, biometry: Bool
  ) throws {
    let operation = try Self.operation(
      "allowedSignatureType",
      ["type": .string(type), "variants": .array(variants.map { .string($0) })])
    let obstacle = ApprovalObstacle.noUsableFactors(variants: variants)
    #expect(operation.approvalObstacle(proximity: nil) == (pin ? nil : obstacle))
    #expect(
      operation.approvalObstacle(byBiometry: true, proximity: nil) == (biometry ? nil : obstacle))
  }

  @Test func `amounts never pass through a binary float`() throws {
    let json = try JSONValue(
      parsing: Array(
        #"{"type":"AMOUNT","id":"a","label":"Sum","amount":123456789012345678.91,"currency":"EUR"}"#
          .utf8))
    let attribute = try #require(Self.attributes([json]).first)
    guard case .amount(let money) = attribute.content else {
      Issue.record("not an amount")
      return
    }
    #expect(money.text == "123,456,789,012,345,678.91\u{A0}EUR")
  }

  static func attributes(_ list: [JSONValue]) throws -> [Attribute] {
    try operation("formData", ["title": "T", "attributes": .array(list)]).form.attributes
  }

  @Test func `a bad attribute is left out alone`() throws {
    let attributes = try Self.attributes([
      ["type": "AMOUNT", "id": "1", "label": "No value"],
      ["type": "KEY_VALUE", "id": "2", "label": "Key", "value": "Value"],
      "nonsense",
      ["type": "HOLOGRAM", "id": "3", "label": "New kind"],
      ["type": "NOTE", "id": "4", "label": "Note", "note": .null],
      ["type": "ALERT", "id": "5", "alertType": "PANIC", "message": "m"],
    ])
    #expect(
      attributes.map(\.content) == [
        .keyValue("Value"), .unknown(type: "HOLOGRAM"),
        .alert(.init(kind: .info, title: nil, message: "m")),
      ])
  }

  @Test func `the server's own formatting wins over the number`() throws {
    let attributes = try Self.attributes([
      [
        "type": "AMOUNT_CONVERSION", "dynamic": true, "sourceAmount": 100, "sourceCurrency": "USD",
        "sourceValueFormatted": "$100.00", "targetAmountFormatted": "2 199,40",
        "targetCurrencyFormatted": "Kč",
      ]
    ])
    guard case .conversion(let source, let target, let isDynamic) = attributes.first?.content
    else {
      Issue.record("not a conversion")
      return
    }
    #expect(source.text == "$100.00")
    #expect(target.text == "2 199,40 Kč")
    #expect(isDynamic)
  }

  @Test func `a pre-approval page without texts is kept`() throws {
    let ui = try Self.operation(
      "ui", ["preApprovalScreen": ["type": "WARNING", "approvalType": "SLIDER"]]
    ).ui
    #expect(ui.preApprovalScreens.map(\.kind) == [.warning])
    #expect(ui.preApprovalScreens.map(\.controls.approve.kind) == [.slider])
  }

  @Test func `the plural of pre-approval pages replaces the singular`() throws {
    let ui = try Self.operation(
      "ui",
      [
        "flipButtons": true, "preApprovalScreen": ["type": "INFO"],
        "preApprovalScreens": [["type": "QR_SCAN"], ["type": "RIDDLE", "heading": "?"]],
      ]
    ).ui
    #expect(ui.flipsButtons)
    #expect(ui.preApprovalScreens.map(\.kind) == [.qrScan, .unknown("RIDDLE")])
  }

  @Test(
    arguments: [
      (nil, .pending), (.null, .pending), (7, .pending), ("PENDING", .pending),
      ("APPROVED", .approved), ("REJECTED", .rejected), ("CANCELED", .canceled),
      ("EXPIRED", .expired), ("FAILED", .failed), ("ON_HOLD", .unknown("ON_HOLD")),
      ("pending", .unknown("pending")), ("", .pending),
    ] as [(JSONValue?, OperationStatus)])
  func `a status is read as it is, and an absent or empty one is pending`(
    wire: JSONValue?, status: OperationStatus
  ) throws {
    let json = wire.map { Self.minimal.setting("status", to: $0) } ?? Self.minimal
    #expect(try UserOperation(json).status == status)
  }

  @Test func `absent and null are the same for every member that is not required`() throws {
    let members = [
      "status", "statusReason", "operationCreated", "operationExpires", "ui",
      "allowedSignatureType",
    ]
    let bare = try UserOperation(Self.minimal)
    let nulls = try UserOperation(
      members.reduce(Self.minimal) { $0.setting($1, to: .null) }.setting(
        "formData",
        to: ["title": "Login", "message": .null, "attributes": .null, "resultTexts": .null]))
    #expect(nulls.status == bare.status)
    #expect(nulls.statusReason == nil)
    #expect([nulls.created, nulls.expires] == [nil, nil])
    #expect(nulls.ui == bare.ui)
    #expect(nulls.allowedSignature == bare.allowedSignature)
    #expect(nulls.form == bare.form)
  }

  @Test func `members of the wrong type are as good as absent`() throws {
    let json = [
      "statusReason": 7, "operationCreated": [], "operationExpires": "soon", "ui": "flat",
      "allowedSignatureType": ["type": 2, "variants": [1, "possession_knowledge", .null]],
    ].reduce(Self.minimal) { $0.setting($1.key, to: $1.value) }
    let operation = try UserOperation(json)
    #expect(operation.statusReason == nil)
    #expect([operation.created, operation.expires] == [nil, nil])
    #expect(operation.allowedSignature.variants == ["possession_knowledge"])
  }

  @Test func `unknown members and types hide nothing`() throws {
    let operation = try UserOperation(
      Self.minimal.setting("hologram", to: ["depth": 3]).setting("proximityCheck", to: "later"))
    #expect(operation.id == "7")
    #expect(operation.source["hologram"] != nil)
  }

  @Test func `the bank's words for the result may each be missing`() throws {
    let form: JSONValue = [
      "title": "T", "resultTexts": ["success": "Done.", "reject": 7, "failure": .null],
    ]
    let texts = try Self.operation("formData", form).form.resultTexts
    #expect(texts.success == "Done.")
    #expect([texts.reject, texts.failure] == [nil, nil])
    let none = try Self.operation("formData", ["title": "T", "resultTexts": "all"])
    #expect(none.form.resultTexts.success == nil)
  }

  @Test(arguments: [
    ("UNKNOWN", RejectionReason.unknown), ("INCORRECT_DATA", .incorrectData),
    ("UNEXPECTED_OPERATION", .unexpectedOperation), ("PREAPPROVAL", .preApproval),
    ("Not mine", .other("Not mine")), ("preapproval", .other("preapproval")),
  ])
  func `a reason keeps its word on the wire`(wire: String, reason: RejectionReason) {
    #expect(RejectionReason(wire: wire) == reason)
    #expect(reason.wire == wire)
  }
}
