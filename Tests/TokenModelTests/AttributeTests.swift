import FoundationEssentials
import Testing

@testable import TokenModel

/// Attributes as servers of all ages send them.
@Suite struct AttributeTests {
  private static func form(_ attributes: [JSONValue]) throws -> OperationForm {
    try #require(OperationForm(["title": "T", "attributes": .array(attributes)]))
  }

  private static func content(_ json: String) throws -> Attribute.Content? {
    let json = try JSONValue(parsing: Array(json.utf8))
    return try form([json]).attributes.first?.content
  }

  private static func money(_ members: String) throws -> Money? {
    guard case .amount(let money) = try content("{\"type\":\"AMOUNT\",\(members)}") else {
      return nil
    }
    return money
  }

  /// What arrives, and what it reads as in English and in Czech; `_` stands for U+00A0.
  @Test(arguments: [
    // The server's own texts, untouched.
    (
      #""amount":1234.5,"currency":"CZK","amountFormatted":"1 234,50","currencyFormatted":"Kč","#
        + #""valueFormatted":"1 234,50 Kč""#, "1 234,50 Kč", "1 234,50 Kč"
    ),
    (
      #""amount":1,"currency":"USD","amountFormatted":"1.00","currencyFormatted":"$""#, "1.00 $",
      "1.00 $"
    ),
    (#""currency":"EUR","amountFormatted":"about 5""#, "about 5 EUR", "about 5 EUR"),
    (#""amountFormatted":"5""#, "5", "5"),
    (#""valueFormatted":"5 Kč""#, "5 Kč", "5 Kč"),
    // A number alone, as old servers send it.
    (#""amount":1234.5,"currency":"CZK""#, "1,234.50_CZK", "1_234,50_CZK"),
    (#""amount":1234.5,"currency":"JPY""#, "1,234.5_JPY", "1_234,5_JPY"),
    (#""amount":1234,"currency":"JPY""#, "1,234_JPY", "1_234_JPY"),
    (#""amount":1.5,"currency":"KWD""#, "1.500_KWD", "1,500_KWD"),
    (#""amount":-0.005,"currency":"EUR""#, "-0.005_EUR", "-0,005_EUR"),
    (#""amount":5,"currency":"eur""#, "5.00_eur", "5,00_eur"),
    (#""amount":5,"currency":"XBT""#, "5_XBT", "5_XBT"),
    (#""amount":5"#, "5", "5"),
    (#""amount":0,"currency":"EUR""#, "0.00_EUR", "0,00_EUR"),
    (#""amount":1e3,"currency":"EUR""#, "1,000.00_EUR", "1_000,00_EUR"),
    (#""amount":"1234.50","currency":"EUR""#, "1,234.50_EUR", "1_234,50_EUR"),
    (#""amount":1234.5,"currency":"CZK","currencyFormatted":"Kč""#, "1,234.50_Kč", "1_234,50_Kč"),
    // Blank texts say nothing.
    (
      #""amount":2,"currency":"EUR","amountFormatted":" ","valueFormatted":"""#, "2.00_EUR",
      "2,00_EUR"
    ),
    // Eighteen digits and more, to the last one.
    (
      #""amount":123456789012345678.91,"currency":"EUR""#, "123,456,789,012,345,678.91_EUR",
      "123_456_789_012_345_678,91_EUR"
    ),
    (
      #""amount":0.567567567567567567567,"currency":"XBT""#, "0.567567567567567567567_XBT",
      "0,567567567567567567567_XBT"
    ),
    (
      #""amount":99999999999999999999999999999999999999,"currency":"JPY""#,
      "99,999,999,999,999,999,999,999,999,999,999,999,999_JPY",
      "99_999_999_999_999_999_999_999_999_999_999_999_999_JPY"
    ),
  ])
  func `an amount reads in the language's form where the server formatted none`(
    members: String, english: String, czech: String
  ) throws {
    let money = try #require(try Self.money(members))
    func text(_ language: Language) -> String {
      Language.$current.withValue(language) { money.text.replacing("\u{A0}", with: "_") }
    }
    #expect(text(.english) == english)
    #expect(text(.czech) == czech)
  }

  @Test(arguments: [
    #""currency":"EUR""#, #""amount":null,"currency":"EUR""#, #""amount":"about 5""#,
    #""amount":true"#, #""currencyFormatted":"€","amountFormatted":7"#, #""amount":[1]"#,
  ])
  func `an amount without a number and without a text is left out`(members: String) throws {
    #expect(try Self.money(members) == nil)
  }

  @Test(
    arguments: [
      (#"{"type":"KEY_VALUE","value":"v"}"#, .keyValue("v")),
      (#"{"type":"KEY_VALUE","value":""}"#, .keyValue("")),
      (#"{"type":"NOTE","note":"a\r\nb"}"#, .note("a\r\nb")),
      (#"{"type":"HEADING"}"#, .heading(level: 0)),
      (#"{"type":"HEADING","level":2}"#, .heading(level: 2)),
      (#"{"type":"HEADING","level":-3}"#, .heading(level: 0)),
      (#"{"type":"HEADING","level":"1"}"#, .heading(level: 0)),
      (#"{"type":"HEADING","level":9223372036854775807}"#, .heading(level: 9)),
      (#"{"type":"ALERT"}"#, .alert(.init(kind: .info, title: nil, message: nil))),
      (
        #"{"type":"ALERT","alertType":"ERROR","title":"t","message":null}"#,
        .alert(.init(kind: .error, title: "t", message: nil))
      ),
      (
        #"{"type":"ALERT","alertType":"SUCCESS","message":"m"}"#,
        .alert(.init(kind: .success, title: nil, message: "m"))
      ),
      (
        #"{"type":"ALERT","alertType":"warning","title":7,"message":"m"}"#,
        .alert(.init(kind: .info, title: nil, message: "m"))
      ),
      (
        #"{"type":"PARTY_INFO","partyInfo":{}}"#,
        .party(.init(name: nil, description: nil, websiteURL: nil, logoURL: nil))
      ),
      (
        #"{"type":"PARTY_INFO","partyInfo":{"name":"Tesco","description":null,"logoUrl":1}}"#,
        .party(.init(name: "Tesco", description: nil, websiteURL: nil, logoURL: nil))
      ),
      (
        #"{"type":"IMAGE","thumbnailUrl":"https://a.example/t"}"#,
        .image(thumbnail: "https://a.example/t", original: nil)
      ),
      (
        #"{"type":"IMAGE","thumbnailUrl":"https://a.example/t","originalUrl":7}"#,
        .image(thumbnail: "https://a.example/t", original: nil)
      ),
      (
        #"{"type":"IMAGE","thumbnailUrl":"a","originalUrl":"b"}"#,
        .image(thumbnail: "a", original: "b")
      ),
      (#"{"type":"HOLOGRAM","label":"l"}"#, .unknown(type: "HOLOGRAM")),
      (#"{"label":"l"}"#, .unknown(type: "")),
      (#"{"type":7}"#, .unknown(type: "")),
    ] as [(String, Attribute.Content)])
  func `a type reads what it promises, and no more`(
    json: String, expected: Attribute.Content
  ) throws {
    #expect(try Self.content(json) == expected)
  }

  @Test(arguments: [
    #"{"type":"KEY_VALUE"}"#, #"{"type":"KEY_VALUE","value":null}"#,
    #"{"type":"KEY_VALUE","value":7}"#, #"{"type":"NOTE","note":{}}"#, #"{"type":"PARTY_INFO"}"#,
    #"{"type":"PARTY_INFO","partyInfo":"x"}"#, #"{"type":"IMAGE","originalUrl":"b"}"#,
    #"{"type":"IMAGE","thumbnailUrl":null}"#, #"{"type":"AMOUNT"}"#,
    #"{"type":"AMOUNT_CONVERSION","sourceAmount":1}"#, "7", "null", #""text""#, "[]",
  ])
  func `a bad attribute is left out alone, and counted`(json: String) throws {
    let bad = try JSONValue(parsing: Array("[\(json)]".utf8)).array?.first ?? .null
    let good: JSONValue = ["type": "HEADING", "label": "Still here"]
    let form = try Self.form([good, bad, good])
    #expect(form.attributes.map(\.label) == ["Still here", "Still here"])
    #expect(form.unreadable == 1)
  }

  @Test(arguments: [#""attributes":null"#, #""attributes":{}"#, #""attributes":7"#, #""x":1"#])
  func `a form without rows has none`(member: String) throws {
    let form = try OperationForm(JSONValue(parsing: Array(#"{"title":"T",\#(member)}"#.utf8)))
    #expect(form?.attributes.isEmpty == true)
    #expect(form?.unreadable == 0)
  }

  @Test func `a conversion of an old server has two amounts in the language's form`() throws {
    let content = try Self.content(
      #"{"type":"AMOUNT_CONVERSION","dynamic":"yes","sourceAmount":100,"sourceCurrency":"USD","#
        + #""targetAmount":2199.4,"targetCurrency":"CZK"}"#)
    guard case .conversion(let source, let target, let isDynamic) = content else {
      Issue.record("not a conversion")
      return
    }
    #expect(source.text == "100.00\u{A0}USD")
    #expect(target.text == "2,199.40\u{A0}CZK")
    #expect(!isDynamic)
  }
}
