import FoundationEssentials
import PowerAuth
import Testing
import TokenCore
import TokenModel

@testable import Sandbox

/// What servers send on their bad days, by the sandbox's raw JSON to the token itself.
@Suite struct BadInputTests {
  let bank: TestBank
  let story: StoryToken

  init() throws {
    bank = try TestBank()
    story = try StoryToken(bank)
  }

  private static let form: JSONValue = ["title": "Title", "message": "Message"]

  @discardableResult
  private func send(_ members: [String: JSONValue]) async throws -> String {
    let body = members.merging([
      "userId": "alice", "verbatim": true, "formData": Self.form,
    ]) { given, _ in given }
    return try await bank.cloud("POST", "operations", .object(body)).object().text("operationId")
  }

  /// The only operation of the list, read by the token.
  private func received(_ members: [String: JSONValue]) async throws -> UserOperation {
    try await story.activate()
    try await send(members)
    return try #require(try await story.token.operations().operations.first)
  }

  private func received(rows: [JSONValue]) async throws -> [Attribute] {
    try await received(["attributes": .array(rows)]).form.attributes
  }

  // MARK: - The list

  @Test(
    arguments: [
      "no object", 7, .null, [], [:],
      ["id": 1, "name": "n", "data": "d", "formData": ["title": "T"]],
    ] as [JSONValue])
  func `a broken operation never hides the others`(broken: JSONValue) async throws {
    try await story.activate()
    let first = try await send([:])
    bank.clock.advance(seconds: 1)
    try await send(["document": broken, "omit": broken == [:] ? ["id"] : []])
    bank.clock.advance(seconds: 1)
    let last = try await send([:])
    let list = try await story.token.operations()
    #expect(list.operations.map(\.id) == [last, first])
    #expect(list.unreadable == 1)
  }

  @Test(arguments: ["id", "name", "data", "formData"])
  func `an operation without a required member is told as unreadable`(
    member: String
  ) async throws {
    try await story.activate()
    let id = try await send(["omit": [.string(member)]])
    try await send(["document": .object([member: .null])])
    let list = try await story.token.operations()
    #expect(list.operations.isEmpty)
    #expect(list.unreadable == 2)
    guard member != "id" else { return }
    let failure = await #expect(throws: TokenFailure.self) {
      try await story.token.operation(id: id)
    }
    guard case .untrustedAnswer(.missing) = failure else {
      Issue.record("\(String(describing: failure))")
      return
    }
  }

  @Test(arguments: [
    "status", "statusReason", "operationCreated", "operationExpires", "ui",
    "allowedSignatureType",
  ])
  func `absent, null and of another type are the same`(member: String) async throws {
    try await story.activate()
    try await send(["omit": [.string(member)]])
    try await send(["document": .object([member: .null])])
    try await send(["document": .object([member: [7]])])
    let operations = try await story.token.operations().operations
    #expect(operations.count == 3)
    #expect(Set(operations.map(\.expires)).count == 1)
    #expect(operations.allSatisfy { $0.status == .pending })
    #expect(operations.allSatisfy { $0.ui == operations[0].ui })
    #expect(operations.allSatisfy { $0.allowedSignature == operations[0].allowedSignature })
  }

  @Test func `types that nobody knows yet hide nothing`() async throws {
    let operation = try await received([
      "attributes": [
        ["type": "SONG", "id": "s", "label": "A song", "notes": [1, 2]],
        ["type": "KEY_VALUE", "id": "k", "label": "L", "value": "V"], [:], "row", .null,
        ["type": "KEY_VALUE", "id": "b", "label": "no value"],
      ],
      "ui": [
        "preApprovalScreen": ["type": "DANCE", "heading": "H", "message": "M"],
        "postApprovalScreen": 3, "templates": "none", "flipButtons": "yes", "new": [:],
      ],
      "document": [
        "status": "DREAMING", "future": ["a": 1],
        "allowedSignatureType": ["type": "9FA", "variants": ["possession_smell", 7]],
      ],
    ])
    #expect(operation.status == .unknown("DREAMING"))
    #expect(operation.form.attributes.contains { $0.id == "k" && $0.content == .keyValue("V") })
    #expect(operation.form.attributes.contains { $0.label == "A song" })
    #expect(!operation.form.attributes.contains { $0.id == "b" })
    #expect(operation.allowedSignature.approval == .unavailable)
  }

  // MARK: - Values

  @Test(
    arguments: [
      "2026-06-29T14:43:13+0000", "2026-06-29T14:43:13+00:00", "2026-06-29T14:43:13Z",
      "2026-06-29T14:43:13.000Z", "2026-06-29T14:43:13.000+0000", "2026-06-29T14:43:13.000+00:00",
      "2026-06-29T16:43:13+0200", "2026-06-29T16:43:13.000+02:00", 1_782_744_193_000,
    ] as [JSONValue])
  func `a date may have any form that servers have`(date: JSONValue) async throws {
    let operation = try await received(["document": ["operationExpires": date]])
    #expect(operation.expires == Date(timeIntervalSince1970: 1_782_744_193))
  }

  @Test(arguments: ["", "tomorrow", "2026-13-01T00:00:00Z", "2026-06-29", true] as [JSONValue])
  func `a date that is none is no date`(date: JSONValue) async throws {
    let operation = try await received(["document": ["operationExpires": date]])
    #expect(operation.expires == nil)
  }

  @Test(arguments: [
    "123456789012345678", "-123456789012345678", "0.123456789012345678", "123456789.012345678",
    "999999999999999999.99",
  ])
  func `amounts of eighteen digits are exact`(digits: String) async throws {
    let number = try JSONValue(parsing: Array(digits.utf8))
    let rows = try await received(rows: [
      ["type": "AMOUNT", "id": "a", "label": "A", "amount": number, "currency": "XTS"]
    ])
    guard case .amount(let money) = rows.first?.content else {
      Issue.record("no amount")
      return
    }
    #expect(money.number?.description == digits)
  }

  @Test func `an amount of which nothing is known is left out`() async throws {
    let rows = try await received(rows: [
      ["type": "AMOUNT", "id": "a", "label": "A", "currency": "CZK"],
      ["type": "AMOUNT", "id": "b", "label": "B", "amount": "7", "currency": "CZK"],
      ["type": "AMOUNT", "id": "c", "label": "C", "amountFormatted": "7,00", "currency": "CZK"],
      ["type": "AMOUNT", "id": "d", "label": "D", "amount": 7],
    ])
    #expect(rows.map(\.id).contains("c"))
    #expect(rows.map(\.id).contains("d"))
    #expect(!rows.map(\.id).contains("a"))
  }

  @Test func `a thousand attributes are a thousand rows`() async throws {
    let rows = try await received(
      rows: (1...1000).map {
        ["type": "KEY_VALUE", "id": .string("\($0)"), "label": "Row", "value": .string("\($0)")]
      })
    #expect(rows.count == 1000)
    #expect(rows.last?.content == .keyValue("1000"))
  }

  @Test func `a note of 64 KiB is read to its end`() async throws {
    let note = String(repeating: "All work. ", count: 6553) + "It ends"
    #expect(note.utf8.count > 65_000)
    let rows = try await received(
      rows: [["type": "NOTE", "id": "n", "label": "Note", "note": .string(note)]])
    #expect(rows.first?.content == .note(note))
  }

  @Test func `text that turns round is kept as it was signed, and shown with its marks`()
    async throws
  {
    let title = "Pay \u{202E}EUR 1\u{202C} \u{5E9}\u{5DC}\u{5D5}\u{5DD} \u{1B}[2J\u{200B}"
    let operation = try await received([
      "formData": ["title": .string(title), "message": "\u{2067}\u{645}\u{2069}\u{0}"],
      "data": .string(title),
    ])
    #expect(operation.data == title)
    #expect(operation.form.message.unicodeScalars.last == "\u{0}")
    let texts = operation.form.title + operation.form.message
    let shown = DisplayText(texts).text.unicodeScalars
    for hidden: Unicode.Scalar in ["\u{202E}", "\u{202C}", "\u{1B}", "\u{200B}", "\u{0}"] {
      #expect(!shown.contains(hidden))
    }
    #expect(shown.contains("\u{5E9}"))
    try await story.token.approve(operation, with: story.factor)
    #expect(try await bank.operationState(operation.id).text("status") == "APPROVED")
  }

  @Test(arguments: [
    "A1*A100CZK", " leading and trailing ", "e\u{301} and \u{E9}", "line\nline\r\nline",
    "\u{1F469}\u{200D}\u{1F4BB}", "quote \" backslash \\ slash /", "tab\tand bell\u{7}",
  ])
  func `the data is signed to the byte`(data: String) async throws {
    let operation = try await received(["data": .string(data)])
    #expect(Array(operation.data.utf8) == Array(data.utf8))
    try await story.token.approve(operation, with: story.factor)
    #expect(try await bank.operationState(operation.id).text("status") == "APPROVED")
  }

  @Test(arguments: [true, false])
  func `Base64 is read with padding and without, where the bank's page may drop it`(
    isPadded: Bool
  ) async throws {
    try await story.activate()
    let id = try await bank.operation()
    let token = try OperationLink(
      parsing: "e30."
        + Base64.encode(Array(#"{"oid":"\#(id)","potp":"1"}"#.utf8))
        .trimmed(isPadded) + ".")
    #expect(token.operationID == id)
    let registration = try #require(try await story.token.localActivation()?.activationID)
    let text = try await bank.cloud(
      "GET", "operations/\(id)/offline/qr?registrationId=\(registration)"
    ).object().text("operationQrCodeData")
    let offline = try await story.token.offlineOperation(text.trimmed(isPadded))
    #expect(offline.id == id)
    let crlf = try await story.token.offlineOperation(
      text.trimmed(isPadded).replacing("\n", with: "\r\n") + "\r\n")
    #expect(crlf.id == id)
  }
}

extension String {
  /// Without the padding at the end unless it is to stay.
  fileprivate func trimmed(_ isPadded: Bool) -> String {
    isPadded ? self : String(self[..<(lastIndex { $0 != "=" }.map(index(after:)) ?? endIndex)])
  }
}
