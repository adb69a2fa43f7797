import Testing
import TokenModel

@testable import TokenScreens

/// What is signed against what is shown.
@Suite struct DataComparisonTests {
  static let czech = "CZ5508000000001234567899"
  static let other = "CZ6508000000192000145399"

  private static func operation(_ data: String, _ attributes: JSONValue...) -> UserOperation {
    .make(id: "op", data: data, title: "Payment", attributes: attributes)
  }

  private static func value(_ text: JSONValue) -> JSONValue {
    ["type": "KEY_VALUE", "label": "Value", "value": text]
  }

  private static let hundred = UserOperation.amount("1", "Amount", 100, "CZK", "100,00 Kč")
  private static func note(_ text: String) -> JSONValue {
    ["type": "NOTE", "label": "Note", "note": .string(text)]
  }

  private static let euros = UserOperation.amount("3", "In euros", 4, "EUR", "4,00 €")
  private static let fee = UserOperation.amount("2", "Fee", 5, "CZK", "5,00 Kč")

  static let cases: [(UserOperation, DataComparison.Verdict)] = [
    (operation("A1*A100CZK", hundred), .matches),
    (operation("A1*A100.00CZK", hundred), .matches),
    (operation("A1*A100CZK", fee, hundred), .matches),
    (operation("A1*A100CZK", fee), .contradicts),
    (operation("A1*A100CZK*A5CZK", fee, hundred), .matches),
    (operation("A1*A100CZK", euros, hundred), .matches),
    (operation("A1*A1000CZK", hundred), .contradicts),
    (operation("A1*A100EUR", hundred), .contradicts),
    (operation("A1*A100CZK"), .missing),
    (operation("A1*A100CZK*I\(czech)", hundred, value("CZ55 0800 0000 0012 3456 7899")), .matches),
    (
      operation("A1*A100CZK*I\(czech),GIBACZPX", hundred, value("cz5508000000001234567899")),
      .matches
    ),
    (
      operation("A1*A100CZK*I\(other)", hundred, value("CZ55 0800 0000 0012 3456 7899")),
      .contradicts
    ),
    (operation("A1*A100CZK*I\(other)", hundred, value("Account of Jane")), .missing),
    (operation("A1*A100CZK*ICZ00123", hundred, value(.string(czech))), .contradicts),
    (operation("A1*D20260701", value("1. 7. 2026")), .matches),
    (operation("A1*D20260701", value("July 1, 2026")), .matches),
    (operation("A1*D20260701", value("2 Jul 2026")), .unclear),
    (operation("A1*NRent  for May", value("rent for may")), .matches),
    (operation("A1*Q238400856/0300", value("238400856 / 0300")), .matches),
    (operation("A1*", hundred), .unclear),
    (operation("A2"), .unclear),
    (operation("{\"amount\":1}", hundred), .unclear),
    (operation("A1*Aabc", hundred), .unclear),
    (
      operation(
        "A1*A100CZK",
        [
          "type": "AMOUNT", "label": "Amount", "amountFormatted": "hundred", "currency": "CZK",
        ]), .missing
    ),
    // Free text shows neither an amount nor an account.
    (operation("A1*I\(other)", value("CZ55 0800 0000 0012 3456 7899"), note(other)), .contradicts),
    (operation("A1*I\(other)", note("to \(other)")), .missing),
    (operation("A1*A100CZK", note("100 CZK")), .missing),
    (operation("A1*Q238400856/0300", value("99999999/0300"), note("238400856/0300")), .contradicts),
    // Beside the signed one stands another: the account that pays.
    (operation("A1*I\(czech)", value(.string(czech)), value(.string(other))), .matches),
    (operation("A1*I\(czech)", value(.string("\(czech) \(other)"))), .matches),
    (operation("A1*I\(czech)*I\(other)", value(.string(czech)), value(.string(other))), .matches),
    // The same account in the national form, and with words around it.
    (operation("A1*I\(czech)", value("1234567899/0800")), .matches),
    (operation("A1*I\(other)", value("19-2000145399 / 0800")), .matches),
    (operation("A1*I\(czech)", value("1234567898/0800")), .contradicts),
    (operation("A1*I\(czech)", value(.string("IBAN \(czech), GIBACZPX"))), .matches),
    // A part of a longer number, and a number that only looks like an account.
    (operation("A1*Q23840/0300", value("9923840/0300")), .contradicts),
    (operation("A1*I\(czech)", value("CZ99 0800 0000 0012 3456 7899")), .contradicts),
    (operation("A1*I\(czech)", value(.string(czech)), value("06/2026 · 1. 7. 2026")), .matches),
    // The text is what the eye reads, whatever number comes with it.
    (
      operation("A1*A100CZK", UserOperation.amount("1", "Amount", 100, "CZK", "1,00 Kč")),
      .contradicts
    ),
    (
      operation("A1*A100CZK", UserOperation.amount("1", "Amount", 100, "CZK", "100 USD")),
      .contradicts
    ),
    (
      operation("A1*A1250CZK", UserOperation.amount("1", "Sum", 1250, "CZK", "CZK1,250.00")),
      .matches
    ),
    (operation("A1*A1250CZK", UserOperation.amount("1", "Sum", 1250, "CZK", "1.250 Kč")), .matches),
    // A number that nobody sees vouches for nothing.
    (
      operation("A1*A1000EUR", UserOperation.amount("1", "Sum", 1000, "EUR", "five euros")),
      .missing
    ),
    (operation("A1*A1000EUR", UserOperation.amount("1", "Sum", 1000, "EUR", "٥ EUR")), .missing),
    (operation("A0*x"), .unclear),
  ]

  @Test func `a decision is named by the amount that is signed`() {
    let honest = Self.operation(
      "A1*A1250CZK", UserOperation.amount("1", "Sum", 1250, "CZK", "1.250 Kč"))
    #expect(honest.decidedAmount == "1.250 Kč")
    let torn = Self.operation(
      "A1*A1000.00EUR", UserOperation.amount("1", "Sum", 1, "EUR", "1.00 EUR"))
    #expect(torn.decidedAmount == "1000.00 EUR")
  }

  @Test(arguments: cases)
  func `a verdict is given only where it is certain`(
    operation: UserOperation, verdict: DataComparison.Verdict
  ) {
    #expect(DataComparison(operation).verdict == verdict)
  }

  private static func money(_ number: String, _ currency: JSONValue, _ text: JSONValue) -> JSONValue
  {
    [
      "type": "AMOUNT", "label": "Amount", "amount": JSONValue(number: number),
      "currency": currency, "valueFormatted": text,
    ]
  }

  /// What the marks in an amount mean, and what our own form of a number says.
  static let amounts: [(UserOperation, DataComparison.Verdict)] = [
    (operation("A1*A1234.50CZK", money("1234.5", "CZK", "1\u{A0}234,50\u{A0}Kč")), .matches),
    (operation("A1*A1234.50CZK", money("1234.5", "CZK", "1\u{202F}234,50 Kč")), .matches),
    (operation("A1*A1234.50CHF", money("1234.5", "CHF", "CHF 1’234.50")), .matches),
    (operation("A1*A1234.50CZK", money("1234.5", "CZK", .null)), .matches),
    (operation("A1*A-1234.50CZK", money("-1234.5", "CZK", .null)), .matches),
    (operation("A1*A1.5KWD", money("1.5", "KWD", .null)), .matches),
    (operation("A1*A1.5KWD", money("1.5", "KWD", "1,500 KWD")), .matches),
    (operation("A1*A1.5KWD", money("null", "KWD", "1,500 KWD")), .matches),
    (operation("A1*A1500CZK", money("null", "CZK", "1,500 CZK")), .matches),
    (operation("A1*A1500JPY", money("1500", "JPY", .null)), .matches),
    (operation("A1*A0.005EUR", money("0.005", "EUR", "0,005 €")), .matches),
    (
      operation(
        "A1*A123456789012345678.91EUR", money("123456789012345678.91", "EUR", .null)), .matches
    ),
    (
      operation(
        "A1*A123456789012345678.92EUR", money("123456789012345678.91", "EUR", .null)), .contradicts
    ),
    // Read by eye, a mark that comes twice groups; the number beside may say what it likes.
    (operation("A1*A1234.5EUR", money("1234.5", "EUR", "1,234,500 EUR")), .contradicts),
    (operation("A1*A1234.5EUR", money("1234.5", "EUR", "1.234.500 EUR")), .contradicts),
    (operation("A1*A5EUR", money("5", "EUR", "0.005 EUR")), .contradicts),
    (operation("A1*A100CZK", money("100", "CZK", "100 zł")), .contradicts),
    // An amount that is no number says nothing.
    (operation("A1*A5EUR", money("null", "EUR", "five EUR")), .missing),
  ]

  @Test(arguments: amounts, Language.allCases)
  func `amounts are compared as they are read, in each language`(
    amount: (operation: UserOperation, verdict: DataComparison.Verdict), language: Language
  ) {
    Language.$current.withValue(language) {
      #expect(DataComparison(amount.operation).verdict == amount.verdict)
    }
  }

  @Test func `both sides of a conversion count as shown`() {
    #expect(DataComparison(.conversion).verdict == .matches)
  }

  @Test(arguments: [
    ("A1*NOne\\*Two*R7", ["One*Two", "7"]), ("A1*NOne\\\\*R7", ["One\\", "7"]),
    ("A1*NOne\\nTwo", ["One\nTwo"]), ("A10**D20260101", ["2026-01-01"]),
  ])
  func `escapes are undone in one pass`(data: String, contents: [String]) {
    #expect(SignedTemplate(data)?.fields.map(\.content) == contents)
  }

  @Test(arguments: [
    "", "A", "1A*", "a1*A1CZK", "A123*A1CZK", "A1*A1.CZK", "A1*A.5CZK", "A1*A1,5CZK", "A1*A1 CZK",
    "A1*ACZK", "A1*Icz55", "A1*D2026071", "A1*D20261301", "A1*I",
  ])
  func `data of another form is no template`(data: String) {
    #expect(SignedTemplate(data) == nil)
  }

  @Test(arguments: [
    (czech, true), (other, true), ("GB82WEST12345698765432", true),
    ("CZ5508000000001234567898", false),
    ("CZ55", false), ("", false), ("1234567890123456", false),
  ])
  func `an account number is checked by its digits`(text: String, isValid: Bool) {
    #expect(IBAN.isValid(text) == isValid)
  }
}
