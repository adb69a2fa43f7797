import FoundationEssentials

/// One field of the data of an offline operation, by the letter before it.
public enum OfflineField: Equatable, Sendable {
  /// `A`: exact; `digits` as they were written, up to 38 of them, a leading `-` among them.
  case amount(Decimal, digits: String, currency: String)
  /// `I`: an IBAN, and a BIC where there is one.
  case iban(String, bic: String?)
  /// `Q`: an account in any other form.
  case account(String)
  /// `D`: a day of the Gregorian calendar, as `2026-06-29`.
  case date(String)
  /// `R`
  case reference(String)
  /// `N`
  case note(String)
  /// `T`
  case text(String)
  /// A letter that this version does not know.
  case other(letter: Character, String)
  /// Nothing between two asterisks: keeps a place, and is not shown.
  case empty
}

/// Reads the line of operation data.
enum OfflineData {
  private static let fieldLimit = 6

  static func parse(
    _ line: String
  ) throws(OfflineFault) -> (OfflineOperation.Template, [OfflineField]) {
    let items = split(line)
    guard let head = items.first, !line.isEmpty else { throw .noOperationData }
    let template = try template(head)
    guard items.count - 1 <= fieldLimit else { throw .tooManyFields(items.count - 1) }
    var fields: [OfflineField] = []
    for (number, item) in items.dropFirst().enumerated() {
      guard let field = OfflineField(item) else { throw .invalidField(number + 1) }
      fields.append(field)
    }
    return (template, fields)
  }

  /// At each `*` that no backslash protects; an escaped backslash protects nothing.
  private static func split(_ line: String) -> [String] {
    var items = [String.UnicodeScalarView()]
    var isEscaped = false
    for scalar in line.unicodeScalars {
      if scalar == "*", !isEscaped {
        items.append(String.UnicodeScalarView())
      } else {
        items[items.count - 1].append(scalar)
      }
      isEscaped = scalar == "\\" && !isEscaped
    }
    return items.map { String($0) }
  }

  private static func template(_ head: String) throws(OfflineFault) -> OfflineOperation.Template {
    guard let version = head.unicodeScalars.first, ("A"..."Z").contains(version) else {
      throw .invalidVersion
    }
    let digits = head.utf8.dropFirst()
    guard (1...2).contains(digits.count), digits.allSatisfy(\.isDigit),
      let number = Int(Substring(digits))
    else { throw .invalidTemplate }
    return OfflineOperation.Template(version: Character(version), number: number)
  }
}

extension OfflineField {
  /// Nil for a content that its letter does not allow.
  init?(_ item: String) {
    guard let letter = item.unicodeScalars.first else {
      self = .empty
      return
    }
    let content = String(item.unicodeScalars.dropFirst())
    switch letter {
    case "A":
      guard let amount = Self.amount(content) else { return nil }
      self = amount
    case "I":
      guard let account = Self.iban(content) else { return nil }
      self = account
    case "D":
      guard let date = Self.date(content) else { return nil }
      self = .date(date)
    case "Q": self = .account(Self.plain(content))
    case "R": self = .reference(Self.plain(content))
    case "N": self = .note(Self.plain(content))
    case "T": self = .text(Self.plain(content))
    default: self = .other(letter: Character(letter), Self.plain(content))
    }
  }

  private static func plain(_ content: String) -> String {
    OfflineText.unescaped(content, isField: true)
  }

  /// Digits that a `Decimal` holds without loss.
  private static let exactDigits = 38

  private static func amount(_ content: String) -> OfflineField? {
    let bytes = Array(content.utf8)
    guard bytes.count >= 4 else { return nil }
    let (digits, currency) = (bytes.dropLast(3), bytes.suffix(3))
    guard currency.allSatisfy(\.isLetter) else { return nil }
    let isNegative = digits.first == UInt8(ascii: "-")
    let parts = digits.dropFirst(isNegative ? 1 : 0)
      .split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    // `.5` and `5.` are numbers to the phone's parsers, too; a lone point is none to us.
    guard (1...2).contains(parts.count), parts.joined().allSatisfy(\.isDigit),
      (1...exactDigits).contains(parts.reduce(0) { $0 + $1.count })
    else { return nil }
    let texts = parts.map { String(decoding: $0, as: UTF8.self) }
    let fraction = texts.dropFirst().filter { !$0.isEmpty }
    let whole = (isNegative ? "-" : "") + (texts[0].isEmpty ? "0" : texts[0])
    let text = ([whole] + fraction).joined(separator: ".")
    return Decimal(string: text).map {
      .amount($0, digits: text, currency: String(decoding: currency, as: UTF8.self).uppercased())
    }
  }

  /// A comma with nothing behind it is an account without BIC; nothing before it is no account.
  private static func iban(_ content: String) -> OfflineField? {
    let parts = content.utf8.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), !parts[0].isEmpty,
      parts.joined().allSatisfy({ $0.isDigit || $0.isCapital })
    else { return nil }
    let bic = parts.count == 2 && !parts[1].isEmpty ? String(Substring(parts[1])) : nil
    return .iban(String(Substring(parts[0])), bic: bic)
  }

  private static func date(_ content: String) -> String? {
    guard content.utf8.count == 8, content.utf8.allSatisfy(\.isDigit) else { return nil }
    let day = "\(content.prefix(4))-\(content.dropFirst(4).prefix(2))-\(content.suffix(2))"
    return ServerDate.parse(day + "T00:00") == nil ? nil : day
  }
}

extension UInt8 {
  fileprivate var isDigit: Bool { (0x30...0x39).contains(self) }
  fileprivate var isCapital: Bool { (0x41...0x5A).contains(self) }
  fileprivate var isLetter: Bool { isCapital || (0x61...0x7A).contains(self) }
}
