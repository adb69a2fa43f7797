import FoundationEssentials
import TokenModel

/// The values that an operation shows, in comparable forms.
struct ShownValues {
  private let money: [ShownMoney]
  private let accounts: ShownAccounts
  /// All texts without blanks, in upper case.
  private let texts: [String]
  private let dates: [Set<String>]
  private let signed: [SignedTemplate.Field]

  init(_ operation: UserOperation, signed: [SignedTemplate.Field]) {
    var money: [Money] = []
    var values: [String] = []
    // A message that the bank keeps off the page shows nothing.
    var texts = operation.showsTitleAndMessage ? [operation.form.message] : []
    for attribute in operation.form.attributes {
      switch attribute.content {
      case .amount(let amount): money.append(amount)
      case .conversion(let source, let target, _): money += [source, target]
      case .keyValue(let value): values.append(value)
      case .note(let note): texts.append(note)
      case .party(let party): texts += [party.name, party.description].compactMap { $0 }
      case .heading, .alert, .image, .unknown: continue
      }
    }
    self.signed = signed
    self.money = money.map(ShownMoney.init)
    accounts = ShownAccounts(values)
    self.texts = (values + texts).map(Self.packed)
    dates = (values + texts).map(Self.tokens)
  }

  func finding(_ field: SignedTemplate.Field) -> DataComparison.Finding {
    switch field {
    case .amount: finding(amount: field)
    case .account(let account, _), .text("Q", let account): finding(account: account)
    case .date(let year, let month, let day): finding(year, month, day)
    case .text(_, let text):
      finding(text: Self.packed(text))
    }
  }

  private func finding(amount field: SignedTemplate.Field) -> DataComparison.Finding {
    if let torn = money.first(where: \.saysTwoThings) { return .contradicted(shown: torn.text) }
    // A fee or a balance may stand beside the signed amount; a warning at each would wear out.
    if money.contains(where: { $0.isEqual(to: field) }) { return .shown }
    let other = money.first { one in
      one.number != nil && !signed.contains { one.isEqual(to: $0) }
    }
    guard let other, money.allSatisfy({ $0.number != nil }) else { return .notFound }
    return .contradicted(shown: other.text)
  }

  /// A text of nothing but blanks is in every other one, which says nothing.
  private func finding(text: String) -> DataComparison.Finding {
    !text.isEmpty && texts.contains { $0.contains(text) } ? .shown : .notFound
  }

  private func finding(account: String) -> DataComparison.Finding {
    // The account that pays may stand beside the one that is paid.
    if accounts.show(account) { return .shown }
    let known = signed.compactMap(\.accountNumber)
    return accounts.others(than: known).map { .contradicted(shown: $0) } ?? .notFound
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

extension SignedTemplate.Field {
  /// The account that it signs, of any form.
  var accountNumber: String? {
    switch self {
    case .account(let account, _), .text("Q", let account): account
    case .amount, .date, .text: nil
    }
  }
}
