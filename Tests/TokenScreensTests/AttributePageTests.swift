import Testing
import TokenModel

@testable import TokenScreens

/// Rows of an operation on its page, whatever a server puts into them.
@Suite struct AttributePageTests {
  private static func detail(
    _ attributes: JSONValue..., columns: Int = 80, rows: Int = 24
  ) -> Stage {
    .detail(
      .make(id: "op", title: "Title", attributes: attributes), columns: columns, rows: rows)
  }

  private static func value(_ label: JSONValue, _ value: JSONValue) -> JSONValue {
    ["type": "KEY_VALUE", "label": label, "value": value]
  }

  private static func note(_ text: String) -> JSONValue {
    ["type": "NOTE", "label": "Note", "note": .string(text)]
  }

  /// The lines of the page behind the server's bar, with nothing but their text.
  private static func lines(_ attributes: [JSONValue], width: Int = 76) -> [String] {
    let operation = UserOperation.make(id: "op", title: "Title", attributes: attributes)
    let page = FormPage(OperationText.sections(operation), width: width).page
    return page.lines.map { spans in
      spans.reduce("") { line, span in
        line + String(repeating: " ", count: max(0, span.column - DisplayWidth.of(line)))
          + span.text
      }
    }
  }

  @Test func `levels of headings differ without colours`() {
    let headings: [JSONValue] = (0...3).map {
      ["type": "HEADING", "label": "Part", "level": .number(.init($0))]
    }
    #expect(
      Self.lines(headings) == [
        "│ Title", "│", "│ PART", "│", "│ Part", "│", "│   Part", "│", "│     Part",
      ])
  }

  @Test(arguments: [
    ("SUCCESS", "│ + Success: m"), ("INFO", "│ i Information: m"), ("WARNING", "│ ! Warning: m"),
    ("ERROR", "│ ✗ Error: m"), ("PANIC", "│ i Information: m"),
  ])
  func `an alert has its sign and its word`(kind: String, line: String) {
    let alert = UserOperation.alert(kind, message: "m")
    #expect(Self.lines([alert]).last == line)
  }

  @Test func `an alert without a message is no less an alert`() {
    #expect(
      Self.lines([UserOperation.alert("WARNING", title: "t", message: "m")]).suffix(2)
        == ["│ ! Warning: t", "│   m"])
    #expect(Self.lines([UserOperation.alert("WARNING", title: "t")]).last == "│ ! Warning: t")
    #expect(Self.lines([UserOperation.alert("ERROR")]).last == "│ ✗ Error: Notice")
  }

  @Test func `a website stands on a line of its own and can be followed`() throws {
    let stage = Self.detail([
      "type": "PARTY_INFO", "label": "Payee",
      "partyInfo": ["name": "Tesco", "websiteUrl": "https://itesco.cz/"],
    ])
    let place = try #require(stage.position(of: "https://itesco.cz/"))
    let frame = stage.frame
    #expect(frame.link(of: frame[place.column, place.row])?.address == "https://itesco.cz/")
  }

  @Test(arguments: ["javascript:alert(1)", "http://itesco.cz", "https://bank@evil.example"])
  func `an address that is not safe is shown and leads nowhere`(address: String) throws {
    let stage = Self.detail([
      "type": "PARTY_INFO", "label": "Payee", "partyInfo": ["websiteUrl": .string(address)],
    ])
    let place = try #require(stage.position(of: address))
    #expect(stage.frame.link(of: stage.frame[place.column, place.row]) == nil)
  }

  @Test func `a party of which nothing is known says so`() {
    #expect(
      Self.lines([["type": "PARTY_INFO", "label": "Payee", "partyInfo": [:]]]).last
        == "│ Payee           nothing was sent")
  }

  @Test(arguments: [76, 36, 34, 30])
  func `an amount is never broken while there is room for it`(width: Int) {
    let amount = UserOperation.amount("1", "Amount", 1, "EUR", "123 456 789 012 345.67 EUR")
    #expect(
      Self.lines([amount], width: width).contains { $0.contains("123 456 789 012 345.67 EUR") })
  }

  @Test func `a conversion breaks before its arrow only`() {
    let conversion: JSONValue = [
      "type": "AMOUNT_CONVERSION", "label": "Exchange", "dynamic": true,
      "sourceValueFormatted": "100\u{A0}000.00 USD",
      "targetValueFormatted": "2\u{A0}199\u{A0}000.00 CZK",
    ]
    #expect(
      Self.lines([conversion], width: 36).suffix(3) == [
        "│ Exchange  100 000.00 USD", "│           → 2 199 000.00 CZK",
        "│           (rate may change)",
      ])
  }

  @Test func `a rate that may change is asked for again with a key`() {
    var stage = Stage.detail(.conversion)
    #expect(stage.shows("The rate may change until you approve"))
    stage.press("r")
    #expect(stage.effects == [.refreshOperations])
  }

  @Test func `in Czech our own words and forms are Czech, and the bank's stay`() {
    var stage = Stage.operations([.everyKind], in: Stage.czech)
    stage.press(.enter)
    #expect(stage.shows("Confirm Payment"))
    #expect(stage.shows("✗ Chyba: Limit exceeded"))
    #expect(stage.shows("123 456 789 012 345 678,91 EUR"))
    #expect(stage.shows("✓ Podepisuje se to, co se zobrazuje"))
    #expect(stage.shows("[ x  Zamítnout ]"))
  }

  @Test func `what could not be read is counted`() {
    let stage = Self.detail(Self.value("A", "1"), "nonsense", ["type": "NOTE"])
    #expect(stage.shows("! 2 details of this operation could not be read."))
  }

  @Test func `a thousand rows are all there, and all of them are read`() {
    let rows = (1...1000).map { Self.value(.string("Row \($0)"), .string("Value \($0)")) }
    var stage = Stage.operations([.make(id: "op", title: "Many", attributes: rows)])
    stage.press(.enter)
    #expect(stage.shows("▼ 985 more lines below"))
    stage.press(.end)
    #expect(stage.shows("Value 1000"))
    stage.press("a")
    #expect(stage.shows("above never stood here"))
    stage.press(.home)
    stage.readOn()
    stage.press("a")
    #expect(stage.shows("PIN  ○"))
  }

  @Test(arguments: [
    String(repeating: "word ", count: 13_108), String(repeating: "x", count: 65_536),
    String(repeating: "\r\n", count: 32_768), String(repeating: "語", count: 21_846),
  ])
  func `a note of 64 KiB stays within its lines`(note: String) {
    let lines = Self.lines([Self.note(note)])
    #expect(lines.count > 10 || note.contains("\r\n"))
    #expect(lines.allSatisfy { DisplayWidth.of($0) <= 76 })
    #expect(lines.allSatisfy { $0.hasPrefix("│") })
  }

  @Test func `right-to-left text stays in its row, and cannot turn others round`() {
    let lines = Self.lines([
      Self.value("מוטב", "דוד לוי"), Self.value("Amount", "\u{202E}0001 EUR"),
      Self.note("שלום\nעולם"),
    ])
    #expect(lines.contains("│ מוטב            דוד לוי"))
    #expect(lines.contains("│ Amount          \u{FFFD}0001 EUR"))
    #expect(lines.contains("│ Note            שלום"))
  }

  @Test func `wide and combining characters keep the columns`() {
    let lines = Self.lines([
      Self.value("東京", "電力"), Self.value("Cafe\u{301}", "e\u{301}\u{302}\u{303}\u{304}\u{305}x"),
      Self.value("Plain", "value"),
    ])
    #expect(lines.contains("│ 東京            電力"))
    #expect(lines.contains("│ Cafe\u{301}            e\u{301}\u{302}\u{303}x"))
    #expect(lines.contains("│ Plain           value"))
  }

  @Test func `line breaks of all kinds are breaks, and stay in their column`() {
    #expect(
      Self.lines([Self.value("Address", "Long Street\r\nPrague\rCzechia\u{2028}Europe")]).suffix(4)
        == [
          "│ Address         Long Street", "│                 Prague",
          "│                 Czechia", "│                 Europe",
        ])
    #expect(Self.lines([Self.value("Two\r\nlines", "v")]).last == "│ Two lines       v")
  }

  @Test func `a label that is too long stands above its value`() {
    let label = String(repeating: "long label ", count: 9)
    let lines = Self.lines([Self.value(.string(label), "value")])
    #expect(lines.last == "│   value")
    #expect(lines.allSatisfy { DisplayWidth.of($0) <= 76 })
  }
}
