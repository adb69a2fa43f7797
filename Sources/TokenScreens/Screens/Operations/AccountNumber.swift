/// Account numbers as they stand in a text: IBANs (ISO 13616), and numbers with a bank code behind
/// a slash (`19-2000145399/0800`), as Czech and Slovak banks write them.
enum AccountNumber {
  struct Found: Equatable {
    /// Without blanks, in upper case.
    let text: String
    let range: Range<Int>
  }

  /// All of them, from left to right; `value` is in upper case.
  static func all(in value: [Character]) -> [Found] {
    var found: [Found] = []
    var start = 0
    while start < value.count {
      let isStart = start == 0 || !(value[start - 1].isLetter || value[start - 1].isNumber)
      if isStart, let one = iban(in: value, from: start) ?? national(in: value, from: start) {
        found.append(one)
        start = one.range.upperBound
      } else {
        start += 1
      }
    }
    return found
  }

  /// True for the same account in two forms, too.
  static func areEqual(_ one: String, _ other: String) -> Bool {
    let (one, other) = (packed(one), packed(other))
    // Two IBANs that differ in their check digits only are not the same to the eye.
    return one == other
      || (!(hasHead(one) && hasHead(other)) && canonical(one) == canonical(other))
  }

  /// In groups of four where it is an IBAN.
  static func grouped(_ account: String) -> String { groups(account).joined(separator: " ") }

  /// `CZ55 0800 … 7899`, enough to know it again by.
  static func short(_ account: String) -> String {
    let groups = groups(account)
    guard groups.count > 4 else { return account }
    return groups.prefix(2).joined(separator: " ") + " … " + account.suffix(4)
  }

  private static func groups(_ account: String) -> [String] {
    guard hasHead(String(account.prefix(4))), account.allSatisfy(isPlain) else { return [account] }
    return stride(from: 0, to: account.count, by: 4).map {
      String(account.dropFirst($0).prefix(4))
    }
  }

  /// The longest run of groups that reads as an IBAN: its check digits hold, or it looks like one.
  private static func iban(in value: [Character], from start: Int) -> Found? {
    var text = ""
    var end = start
    var longest: Found?
    while end < value.count, text.count < 34 {
      let character = value[end]
      guard character == " " || character == "\u{A0}" || isPlain(character) else { break }
      if isPlain(character) { text.append(character) }
      end += 1
      let isEnd = end == value.count || !isPlain(value[end])
      if isEnd, isPlain(character), IBAN.isValid(text) || looksLikeIBAN(text) {
        longest = Found(text: text, range: start..<end)
      }
      if text.count >= 4, !hasHead(text) { return nil }
    }
    return longest
  }

  private static func hasHead(_ text: String) -> Bool {
    let head = Array(text.prefix(4))
    return head.count == 4 && head[..<2].allSatisfy(\.isLetter)
      && head[2...].allSatisfy(SignedTemplate.isDigit)
  }

  /// Wrong check digits make it no less an account to the eye.
  private static func looksLikeIBAN(_ text: String) -> Bool {
    text.count >= 15 && hasHead(text) && text.dropFirst(4).allSatisfy(SignedTemplate.isDigit)
  }

  /// `123456-1234567890/0800`, blanks around the marks allowed; five digits at least before the
  /// slash, so that no month is an account.
  private static func national(in value: [Character], from start: Int) -> Found? {
    var text = ""
    var end = start
    for character in value[start...] {
      guard SignedTemplate.isDigit(character) || " -/\u{A0}".contains(character) else { break }
      if !character.isWhitespace { text.append(character) }
      end += 1
      let parts = text.split(separator: "/", omittingEmptySubsequences: false)
      guard parts.count == 2, parts[1].count == 4 else { continue }
      let isEnd = end == value.count || !SignedTemplate.isDigit(value[end])
      let digits = parts[0].filter(SignedTemplate.isDigit).count
      return isEnd && (5...16).contains(digits) ? Found(text: text, range: start..<end) : nil
    }
    return nil
  }

  /// Bank code, prefix of six and number of ten digits: what a Czech or Slovak IBAN holds.
  private static func canonical(_ text: String) -> String {
    if text.count == 24, ["CZ", "SK"].contains(text.prefix(2)) { return String(text.dropFirst(4)) }
    let parts = text.split(separator: "/")
    guard parts.count == 2, parts[1].count == 4 else { return text }
    let halves = parts[0].split(separator: "-")
    guard (1...2).contains(halves.count), let number = halves.last, number.count <= 10,
      halves.allSatisfy({ $0.allSatisfy(SignedTemplate.isDigit) })
    else { return text }
    let prefix = halves.count == 2 ? halves[0] : ""
    guard prefix.count <= 6 else { return text }
    return parts[1] + String(repeating: "0", count: 6 - prefix.count) + prefix
      + String(repeating: "0", count: 10 - number.count) + number
  }

  private static func packed(_ text: String) -> String {
    String(text.uppercased().filter { !$0.isWhitespace })
  }

  private static func isPlain(_ character: Character) -> Bool {
    SignedTemplate.isDigit(character) || ("A"..."Z").contains(character)
  }
}

/// International bank account numbers (ISO 13616).
enum IBAN {
  /// 15 to 34 characters without blanks whose check digits hold (ISO 7064, modulus 97).
  static func isValid(_ text: String) -> Bool {
    let characters = Array(text.utf8)
    guard (15...34).contains(characters.count),
      characters.allSatisfy({ value($0) != nil }),
      characters.prefix(2).allSatisfy({ $0 >= 0x41 }),
      characters[2...3].allSatisfy({ $0 < 0x41 })
    else { return false }
    return (characters[4...] + characters[..<4]).reduce(0) { rest, character in
      let value = value(character) ?? 0
      return (rest * (value > 9 ? 100 : 10) + value) % 97
    } == 1
  }

  /// 0 to 9 for digits, 10 to 35 for capital letters.
  private static func value(_ character: UInt8) -> Int? {
    switch character {
    case 0x30...0x39: Int(character) - 0x30
    case 0x41...0x5A: Int(character) - 0x41 + 10
    default: nil
    }
  }
}
