import FoundationEssentials

/// An amount in the forms in which servers send it: number and sign apart, and both in one.
public struct MoneyFormat: Equatable, Sendable {
  /// More digits are cut off.
  private static let maxFractionDigits = 18

  /// Nil when the text is no number; the others then carry it as it stands.
  public let number: Decimal?
  public let amount: String
  /// The sign, or the code where the language has none.
  public let currency: String
  /// Amount and currency in one.
  public let value: String

  /// `code` is the currency as ISO 4217 has it, or anything else.
  public init(amount text: String, currency code: String, language: Language) {
    let currency = Currency(code: code)
    self.currency = currency.symbol(in: language)
    guard let decimal = ExactDecimal(text) else {
      number = nil
      amount = text
      value = text + " " + code
      return
    }
    let digits = decimal.text(
      in: language, fractionDigits: currency.fractionDigits...Self.maxFractionDigits)
    let sign = decimal.isNegative ? "-" : ""
    number = decimal.number
    amount = sign + digits
    switch language {
    case .english where currency.isOfficial: value = sign + self.currency + digits
    case .english, .czech: value = sign + digits + ExactDecimal.noBreakSpace + self.currency
    }
  }
}

extension ExactDecimal {
  static let noBreakSpace = "\u{A0}"

  /// Without a sign, as the language groups digits: `1,234.50`, or `1 234,50` with no-break spaces.
  public func text(in language: Language, fractionDigits: ClosedRange<Int>) -> String {
    switch language {
    case .english: text(grouping: ",", point: ".", fractionDigits: fractionDigits)
    case .czech: text(grouping: Self.noBreakSpace, point: ",", fractionDigits: fractionDigits)
    }
  }

  /// All digits that it has, and at least as many behind the point as `currency` wants.
  ///
  /// Nothing is cut or rounded: this is for amounts that somebody approves.
  public func text(in language: Language, of currency: Currency) -> String {
    let least = currency.fractionDigits
    return (isNegative ? "-" : "")
      + text(in: language, fractionDigits: least...max(least, Self.mostFractionDigits))
  }

  /// Of a `Decimal`: 38 digits behind an exponent of -128.
  private static let mostFractionDigits = 166
}
