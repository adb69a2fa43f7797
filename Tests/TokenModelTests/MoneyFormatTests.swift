import FoundationEssentials
import Testing
import TokenModel

/// Amounts in the forms in which servers send them.
@Suite struct MoneyFormatTests {
  /// Amounts as the public enrollment server's own tests have them; `_` stands for U+00A0.
  @Test(arguments: [
    ("1710.9867", "CZK", "en", "1,710.9867", "CZK1,710.9867"),
    ("1710.9867", "CZK", "cs", "1_710,9867", "1_710,9867_Kč"),
    ("1710", "CZK", "cs", "1_710,00", "1_710,00_Kč"),
    ("1710", "USD", "en", "1,710.00", "$1,710.00"),
    ("1710", "USD", "cs", "1_710,00", "1_710,00_US$"),
    ("1710.1", "EUR", "cs", "1_710,10", "1_710,10_€"),
    ("1710.1", "EUR", "en", "1,710.10", "€1,710.10"),
    ("1710", "JPY", "en", "1,710", "¥1,710"),
    ("1710", "JPY", "cs", "1_710", "1_710_JP¥"),
    ("1", "BTC", "en", "1", "1_BTC"),
    ("1.1", "BTC", "en", "1.1", "1.1_BTC"),
    ("0.567567567567567567567", "BTC", "en", "0.567567567567567567", "0.567567567567567567_BTC"),
    ("1", "...", "en", "1", "1_..."),
    ("1000000000.00", "EUR", "en", "1,000,000,000.00", "€1,000,000,000.00"),
    ("-1234.5", "USD", "en", "-1,234.50", "-$1,234.50"),
    ("-1234.5", "CZK", "cs", "-1_234,50", "-1_234,50_Kč"),
    ("1.5", "KWD", "en", "1.500", "KWD1.500"),
    ("0.005", "EUR", "en", "0.005", "€0.005"),
    (
      "12345.678901234567890123", "BTC", "cs", "12_345,678901234567890123",
      "12_345,678901234567890123_BTC"
    ),
    ("1e3", "USD", "en", "1,000.00", "$1,000.00"),
    ("15E-1", "USD", "en", "1.50", "$1.50"),
    ("007.10", "USD", "de", "7.10", "$7.10"),
    ("about 5", "EUR", "cs", "about 5", "about 5 EUR"),
    ("", "EUR", "en", "", " EUR"),
    ("1,5", "EUR", "en", "1,5", "1,5 EUR"),
  ])
  func `an amount reads as on the real server`(
    text: String, currency: String, language: String, amount: String, value: String
  ) {
    let money = MoneyFormat(
      amount: text, currency: currency, language: Language(rawValue: language) ?? .english)
    #expect(money.amount.replacing("\u{A0}", with: "_") == amount)
    #expect(money.value.replacing("\u{A0}", with: "_") == value)
  }

  @Test(arguments: [
    "0.1", "-12.34", "10000000000000000000.000000000000000001", "0",
    "123456789012345678901234567890",
  ])
  func `the number beside the text is exact`(text: String) throws {
    let number = try #require(ExactDecimal(text)?.number)
    #expect(number == Decimal(string: text))
    #expect(JSONValue.number(number).bytes() == Array(text.utf8))
  }

  @Test(arguments: ["", ".", "-", "1.2.3", "1e", "e5", "1e999", "٣", "NaN", " 1", "0x1"])
  func `what is no number has none`(text: String) {
    #expect(ExactDecimal(text) == nil)
  }
}
