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
  private static let fee = UserOperation.amount("2", "Fee", 5, "CZK", "5,00 Kč")

  static let cases: [(UserOperation, DataComparison.Verdict)] = [
    (operation("A1*A100CZK", hundred), .matches),
    (operation("A1*A100.00CZK", hundred), .matches),
    (operation("A1*A100CZK", fee, hundred), .matches),
    (operation("A1*A1000CZK", hundred), .contradicts),
    (operation("A1*A100EUR", hundred), .contradicts),
    (operation("A1*A100CZK"), .unclear),
    (operation("A1*A100CZK*I\(czech)", hundred, value("CZ55 0800 0000 0012 3456 7899")), .matches),
    (
      operation("A1*A100CZK*I\(czech),GIBACZPX", hundred, value("cz5508000000001234567899")),
      .matches
    ),
    (
      operation("A1*A100CZK*I\(other)", hundred, value("CZ55 0800 0000 0012 3456 7899")),
      .contradicts
    ),
    (operation("A1*A100CZK*I\(other)", hundred, value("Account of Jane")), .unclear),
    (operation("A1*A100CZK*ICZ00123", hundred, value(.string(czech))), .unclear),
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
        ]), .unclear
    ),
  ]

  @Test(arguments: cases)
  func `a verdict is given only where it is certain`(
    operation: UserOperation, verdict: DataComparison.Verdict
  ) {
    #expect(DataComparison(operation).verdict == verdict)
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
