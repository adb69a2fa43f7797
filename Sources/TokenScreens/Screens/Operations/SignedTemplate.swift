import FoundationEssentials
import TokenModel

/// Structured operation data such as `A1*A100CZK*ICZ55…*D20190629*NRent` (operation data format of
/// the Mobile Token documentation): a version letter, a template number, and typed fields.
struct SignedTemplate: Equatable, Sendable {
  enum Field: Equatable, Sendable {
    /// `written` is the number as it was signed, with its zeros.
    case amount(Decimal, currency: String, written: String)
    case account(iban: String, bic: String?)
    case date(year: Int, month: Int, day: Int)
    /// Account of any form, reference, note or other text, by its type character.
    case text(Character, String)
  }

  let fields: [Field]

  /// Nil for data of any other form; such data is shown, but cannot be compared.
  init?(_ data: String) {
    let parts = Self.split(data)
    let head = parts[0]
    guard let letter = head.first, ("A"..."Z").contains(letter),
      (1...2).contains(head.dropFirst().count), head.dropFirst().allSatisfy(Self.isDigit)
    else { return nil }
    var fields: [Field] = []
    for part in parts.dropFirst() where !part.isEmpty {
      guard let field = Field(part) else { return nil }
      fields.append(field)
    }
    self.fields = fields
  }

  /// Splits at `*`; a backslash escapes an asterisk or itself, and `\n` is a line break.
  private static func split(_ data: String) -> [String] {
    var parts = [""]
    var isEscaped = false
    for character in data {
      switch (isEscaped, character) {
      case (false, "\\"): isEscaped = true
      case (false, "*"): parts.append("")
      case (false, _): parts[parts.count - 1].append(character)
      case (true, _):
        parts[parts.count - 1].append(character == "n" ? "\n" : character)
        isEscaped = false
      }
    }
    return parts
  }

  static func isDigit(_ character: Character) -> Bool { ("0"..."9").contains(character) }
}

extension SignedTemplate.Field {
  /// Nil when the content does not have the form that its type character promises.
  init?(_ part: String) {
    let value = String(part.dropFirst())
    switch part.first {
    case "A"?: self.init(amount: value)
    case "I"?: self.init(account: value)
    case "D"?: self.init(date: value)
    case let type?: self = .text(type, value)
    case nil: return nil
    }
  }

  private init?(amount value: String) {
    let number = value.dropLast(3)
    let currency = value.suffix(3).uppercased()
    let digits = number.hasPrefix("-") ? number.dropFirst() : number
    let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
    guard currency.count == 3, currency.allSatisfy({ ("A"..."Z").contains($0) }),
      (1...2).contains(parts.count),
      parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy(SignedTemplate.isDigit) }),
      let decimal = Decimal(string: String(number))
    else { return nil }
    self = .amount(decimal, currency: currency, written: String(number))
  }

  private init?(account value: String) {
    let parts = value.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    let isPlain = parts.allSatisfy { part in
      part.allSatisfy { SignedTemplate.isDigit($0) || ("A"..."Z").contains($0) }
    }
    guard (1...2).contains(parts.count), !parts[0].isEmpty, isPlain else { return nil }
    self = .account(iban: parts[0], bic: parts.count == 2 ? parts[1] : nil)
  }

  private init?(date value: String) {
    guard value.count == 8, value.allSatisfy(SignedTemplate.isDigit),
      let year = Int(value.prefix(4)), let month = Int(value.dropFirst(4).prefix(2)),
      let day = Int(value.suffix(2)), (1...12).contains(month), (1...31).contains(day)
    else { return nil }
    self = .date(year: year, month: month, day: day)
  }

  /// The content as it was signed, not yet safe for a terminal.
  var content: String {
    switch self {
    case .amount(_, let currency, let written): "\(written) \(currency)"
    case .account(let iban, let bic): [iban, bic].compactMap { $0 }.joined(separator: ", ")
    case .date(let year, let month, let day):
      "\(year)-\(month / 10)\(month % 10)-\(day / 10)\(day % 10)"
    case .text(_, let text): text
    }
  }
}
