import FoundationEssentials
import TokenModel

/// An amount as the eye reads it: the server's text counts, not the number that it sent beside.
struct ShownMoney {
  let text: String
  let currency: String
  /// Nil when the text tells none: a number that nobody sees vouches for nothing.
  let number: Decimal?
  /// The text is another amount than the number behind it.
  let saysTwoThings: Bool

  init(_ money: Money) {
    let text = money.text
    self.text = text
    let codes = Self.codes(text)
    currency = money.currency.isEmpty ? codes.first ?? "" : money.currency.uppercased()
    let read = WrittenNumber(text).readings(Currency(code: currency))
    number = read.isEmpty ? nil : money.number ?? read.first
    let isOther = money.number.map { !read.isEmpty && !read.contains($0) } ?? false
    saysTwoThings = isOther || Self.namesAnotherCurrency(text, than: currency)
  }

  func isEqual(to field: SignedTemplate.Field) -> Bool {
    guard case .amount(let signed, let currency, _) = field else { return false }
    return number == signed && self.currency == currency
  }

  /// Signs that one currency has for itself.
  private static let signs = [
    "€": "EUR", "£": "GBP", "Kč": "CZK", "zł": "PLN", "₴": "UAH", "₹": "INR", "₩": "KRW",
    "₺": "TRY", "₽": "RUB", "₪": "ILS", "₫": "VND",
  ]

  /// True for a code such as `USD`, or a sign that one currency has for itself.
  private static func namesAnotherCurrency(_ text: String, than currency: String) -> Bool {
    codes(text).contains { $0 != currency }
      || signs.contains { text.contains($0.key) && $0.value != currency }
  }

  private static func codes(_ text: String) -> [String] {
    text.split { !$0.isLetter }.map(String.init).filter { word in
      word.count == 3 && word.allSatisfy { ("A"..."Z").contains($0) }
    }
  }
}

/// The digits of a text, and what the marks between them may mean.
struct WrittenNumber {
  private let isNegative: Bool
  /// From the first digit to the last one; empty where the text holds no plain digits, or words
  /// between them.
  private let characters: [Character]

  init(_ text: String) {
    guard let first = text.firstIndex(where: SignedTemplate.isDigit),
      let last = text.lastIndex(where: SignedTemplate.isDigit),
      text[first...last].allSatisfy({ !$0.isLetter })
    else {
      (isNegative, characters) = (false, [])
      return
    }
    isNegative = text[..<first].contains { "-\u{2212}".contains($0) }
    characters = Array(text[first...last])
  }

  /// The likeliest one first. A group of three digits behind the only mark is read both ways, unless
  /// what stands before it cannot be a group, as in `1 234,500` or `0.005`.
  func readings(_ currency: Currency) -> [Decimal] {
    guard !characters.isEmpty else { return [] }
    let whole = String(characters.filter(SignedTemplate.isDigit))
    let marks = characters.indices.filter { ".,".contains(characters[$0]) }
    guard let mark = marks.last else { return [decimal(whole, fraction: 0)].compactMap { $0 } }
    let behind = characters.count - 1 - mark
    let both = [decimal(whole, fraction: 0), decimal(whole, fraction: behind)].compactMap { $0 }
    let isRepeated = marks.dropLast().contains { characters[$0] == characters[mark] }
    if isRepeated { return Array(both.prefix(1)) }
    let head = characters[..<mark]
    let canBeGroup =
      behind == 3 && head.count <= 3 && head.allSatisfy(SignedTemplate.isDigit)
      && head.contains { $0 != "0" }
    if !canBeGroup { return Array(both.suffix(1)) }
    return currency.fractionDigits == 3 ? both.reversed() : both
  }

  private func decimal(_ digits: String, fraction count: Int) -> Decimal? {
    Decimal(
      string: (isNegative ? "-" : "") + digits.dropLast(count) + "." + digits.suffix(count) + "0")
  }
}
