import FoundationEssentials
import TokenModel

/// An amount as the eye reads it: the server's text counts, not the number that it sent beside.
struct ShownMoney {
  let text: String
  let currency: String
  /// Nil when neither the server nor the text tells a number.
  let number: Decimal?
  /// The text is another amount than the number behind it.
  let saysTwoThings: Bool

  init(_ money: Money) {
    text = money.text
    let codes = Self.codes(money.text)
    currency = money.currency.isEmpty ? codes.first ?? "" : money.currency.uppercased()
    let read = Self.readings(money.text)
    number = money.number ?? read.first
    let isOther = money.number.map { !read.isEmpty && !read.contains($0) } ?? false
    saysTwoThings = isOther || Self.namesAnotherCurrency(money.text, than: currency)
  }

  func isEqual(to field: SignedTemplate.Field) -> Bool {
    guard case .amount(let signed, let currency, _) = field else { return false }
    return number == signed && self.currency == currency
  }

  /// What the digits of `text` may mean; a group of three behind a mark is read both ways. Empty
  /// where it holds no plain digits, or words between them.
  private static func readings(_ text: String) -> [Decimal] {
    guard let first = text.firstIndex(where: SignedTemplate.isDigit),
      let last = text.lastIndex(where: SignedTemplate.isDigit)
    else { return [] }
    let digits = text[first...last]
    guard digits.allSatisfy({ !$0.isLetter }) else { return [] }
    let isNegative = text[..<first].contains { "-\u{2212}".contains($0) }
    let sign = isNegative ? "-" : ""
    let whole = String(digits.filter(SignedTemplate.isDigit))
    var readings = [Decimal(string: sign + whole)]
    if let mark = digits.lastIndex(where: { ".,".contains($0) }) {
      let behind = digits[digits.index(after: mark)...].count
      let split = Decimal(string: "\(sign)\(whole.dropLast(behind)).\(whole.suffix(behind))")
      readings = behind == 3 ? readings + [split] : [split]
    }
    return readings.compactMap { $0 }
  }

  /// True for a code such as `USD`, or a sign that one currency has for itself.
  private static func namesAnotherCurrency(_ text: String, than currency: String) -> Bool {
    let signs = ["€": "EUR", "£": "GBP", "Kč": "CZK"]
    return codes(text).contains { $0 != currency }
      || signs.contains { text.contains($0.key) && $0.value != currency }
  }

  private static func codes(_ text: String) -> [String] {
    text.split { !$0.isLetter }.map(String.init).filter { word in
      word.count == 3 && word.allSatisfy { ("A"..."Z").contains($0) }
    }
  }
}
