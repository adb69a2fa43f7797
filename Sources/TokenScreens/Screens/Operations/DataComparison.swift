import FoundationEssentials
import TokenModel

/// Whether what is signed is what is shown, as far as that can be told.
///
/// Careful in both directions: it speaks of a contradiction only where an amount or an account is
/// shown and another one is signed, and of a match only when every signed field was found.
struct DataComparison: Equatable, Sendable {
  enum Finding: Equatable, Sendable {
    case shown, notFound
    /// Something of the same kind is shown, and it is not this.
    case contradicted(shown: String)
  }

  enum Verdict: Equatable, Sendable { case matches, contradicts, unclear }

  struct Row: Equatable, Sendable {
    let field: SignedTemplate.Field
    let finding: Finding
  }

  /// Empty for data that has no fields or no known form.
  let rows: [Row]

  init(_ operation: UserOperation) {
    let shown = ShownValues(operation)
    rows =
      SignedTemplate(operation.data)?.fields.map { field in
        Row(field: field, finding: shown.finding(field))
      } ?? []
  }

  var verdict: Verdict {
    if !contradictions.isEmpty { return .contradicts }
    return !rows.isEmpty && rows.allSatisfy { $0.finding == .shown } ? .matches : .unclear
  }

  var contradictions: [Row] {
    rows.filter { if case .contradicted = $0.finding { true } else { false } }
  }
}

/// The values that an operation shows, in comparable forms.
private struct ShownValues {
  private var money: [Money] = []
  /// Without blanks, in upper case.
  private var texts: [String] = []
  private var dates: [Set<String>] = []

  init(_ operation: UserOperation) {
    var values = [operation.form.message]
    for attribute in operation.form.attributes {
      switch attribute.content {
      case .amount(let amount): money.append(amount)
      case .conversion(let source, let target, _): money += [source, target]
      case .keyValue(let value): values.append(value)
      case .note(let note): values.append(note)
      case .party(let party): values += [party.name, party.description].compactMap { $0 }
      case .heading, .alert, .image, .unknown: continue
      }
    }
    texts = values.map(Self.packed)
    dates = values.map(Self.tokens)
  }

  func finding(_ field: SignedTemplate.Field) -> DataComparison.Finding {
    switch field {
    case .amount(let number, let currency, _): finding(number, currency)
    case .account(let iban, _): finding(account: iban)
    case .date(let year, let month, let day): finding(year, month, day)
    case .text(_, let text):
      texts.contains { $0.contains(Self.packed(text)) } ? .shown : .notFound
    }
  }

  private func finding(_ number: Decimal, _ currency: String) -> DataComparison.Finding {
    let known = money.filter { $0.number != nil }
    if known.contains(where: { $0.number == number && $0.currency.uppercased() == currency }) {
      return .shown
    }
    // An amount that came as text only may be the one that is signed.
    guard let other = known.first, known.count == money.count else { return .notFound }
    return .contradicted(shown: other.text)
  }

  private func finding(account iban: String) -> DataComparison.Finding {
    if texts.contains(where: { $0.contains(iban) }) { return .shown }
    guard IBAN.isValid(iban), let other = texts.first(where: IBAN.isValid) else {
      return .notFound
    }
    return .contradicted(shown: other)
  }

  private func finding(_ year: Int, _ month: Int, _ day: Int) -> DataComparison.Finding {
    let names = [
      "JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC",
    ]
    let isShown = dates.contains { tokens in
      tokens.contains(String(year)) && tokens.contains(String(day))
        && (tokens.contains(String(month)) || tokens.contains { $0.hasPrefix(names[month - 1]) })
    }
    return isShown ? .shown : .notFound
  }

  private static func packed(_ text: String) -> String {
    String(text.filter { !$0.isWhitespace }).uppercased()
  }

  /// Words and numbers, the latter without leading zeros.
  private static func tokens(_ text: String) -> Set<String> {
    Set(
      text.uppercased().split { !$0.isLetter && !$0.isNumber }.map { token in
        Int(token).map(String.init) ?? String(token)
      })
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
