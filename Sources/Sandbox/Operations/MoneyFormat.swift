import TokenModel

/// The languages in which the sandbox writes money; all others read English.
enum MoneyLanguage: Equatable {
  case english, czech

  init(_ language: String) { self = language == "cs" ? .czech : .english }
}

/// An amount in the three forms in which a server sends it.
struct MoneyFormat {
  /// More digits are cut off.
  private static let maxFractionDigits = 18
  private static let noBreakSpace = "\u{A0}"

  /// Nil when the parameter is no number; the texts then carry it as it stands.
  let number: JSONValue?
  let amount: String
  let currency: String
  /// Amount and currency in one.
  let value: String

  init(amount text: String, currency code: String, language: MoneyLanguage) {
    let currency = Currency(code: code)
    self.currency = currency.symbol(in: language)
    guard let decimal = ExactDecimal(text) else {
      number = nil
      amount = text
      value = text + " " + code
      return
    }
    let digits = language.text(
      of: decimal, fractionDigits: currency.fractionDigits...Self.maxFractionDigits)
    let sign = decimal.isNegative ? "-" : ""
    number = decimal.number.map(JSONValue.number)
    amount = sign + digits
    switch language {
    case .english where currency.isOfficial: value = sign + self.currency + digits
    case .english, .czech: value = sign + digits + Self.noBreakSpace + self.currency
    }
  }

  /// The members of an attribute; `prefix` is empty, `source` or `target`.
  func members(prefix: String, currency code: String) -> [String: JSONValue] {
    func name(_ name: String) -> String {
      prefix.isEmpty ? name : prefix + name.prefix(1).uppercased() + name.dropFirst()
    }
    var members: [String: JSONValue] = [
      name("currency"): .string(code),
      name("amountFormatted"): .string(amount),
      name("currencyFormatted"): .string(currency),
      name("valueFormatted"): .string(value),
    ]
    members[name("amount")] = number
    return members
  }
}

extension MoneyLanguage {
  fileprivate func text(of decimal: ExactDecimal, fractionDigits: ClosedRange<Int>) -> String {
    switch self {
    case .english: decimal.text(grouping: ",", point: ".", fractionDigits: fractionDigits)
    case .czech: decimal.text(grouping: "\u{A0}", point: ",", fractionDigits: fractionDigits)
    }
  }
}
