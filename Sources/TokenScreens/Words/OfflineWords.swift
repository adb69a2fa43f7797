import TokenModel

/// An offline operation in safe words; the screens and the command line show the same ones.
public enum OfflineWords {
  /// Said before a PIN is asked for and beside each code.
  public static var wrongPIN: String { say("offline.wrong-pin") }

  /// What a refused code means, after `wrongPIN`.
  public static var refused: String { say("offline.refused") }

  /// Why the bank should be asked before more codes are made; nil as long as it need not be.
  public static func unseen(_ code: OfflineCode) -> String? {
    guard code.isFarAhead else { return nil }
    return say(
      "offline.unseen", count: code.unseen, ["followed": String(OfflineCode.followed)])
  }

  public static var newerFormat: String { say("offline.newer") }

  /// Who has signed the text, which has been verified.
  public static func signer(_ operation: OfflineOperation) -> String {
    switch operation.signer {
    case .master: say("offline.signer-master")
    case .personalized: say("offline.signer-personal")
    }
  }

  /// The same where there is little room.
  static func shortSigner(_ operation: OfflineOperation) -> String {
    switch operation.signer {
    case .master: say("offline.signer-master-short")
    case .personalized: say("offline.signer-personal-short")
    }
  }

  /// The bank's title, else what the kind of the data amounts to.
  public static func title(_ operation: OfflineOperation) -> String {
    guard operation.title.allSatisfy(\.isWhitespace) else { return operation.title }
    return switch operation.template.number {
    case 1: say("offline.title-payment")
    case 2: say("offline.title-login")
    default: say("offline.title-operation")
    }
  }

  /// One row for each field that shows something, in the bank's order.
  public static func rows(_ operation: OfflineOperation) -> [OperationRow] {
    operation.fields.enumerated().flatMap { rows($1, number: $0 + 1) }
  }

  /// What the bank wants to be considered before the approval, and what we have noticed.
  public static func warnings(_ operation: OfflineOperation) -> [String] {
    var warnings = risks(operation.flags)
    if operation.isNewerFormat { warnings.append(newerFormat) }
    if !operation.template.isKnownVersion {
      warnings.append(say("offline.unknown-version"))
    }
    return warnings
  }

  /// The risks that the bank has flagged; empty for none.
  static func risks(_ flags: OfflineFlags, isShort: Bool = false) -> [String] {
    var risks: [String] = []
    if flags.warnsOfFraud {
      risks.append(
        isShort
          ? say("offline.fraud-short")
          : say("offline.fraud"))
    }
    if flags.blocksOnCall {
      risks.append(
        isShort ? say("offline.call-short") : OperationText.onCall)
    }
    return risks
  }

  /// True when any text of the operation hides characters or mixes alphabets.
  public static func isSuspicious(_ operation: OfflineOperation) -> Bool {
    let texts =
      [DisplayText(title(operation)), DisplayText(operation.message)]
      + rows(operation).flatMap { [$0.label, $0.value] }
    return texts.contains { $0.hidesCharacters || $0.mixesScripts }
  }

  /// The amount, else the title, on one line.
  static func deed(_ operation: OfflineOperation) -> String {
    let amount = rows(operation).first { $0.kind == .money }?.value
    return (amount ?? DisplayText(title(operation))).singleLine
  }

  private static func rows(_ field: OfflineField, number: Int) -> [OperationRow] {
    let other = say("offline.attribute", ["number": String(number)])
    return switch field {
    case .amount(_, let digits, let currency):
      [OperationRow(.money, say("offline.amount"), "\(thousands(digits)) \(currency)")]
    case .iban(let iban, let bic):
      [OperationRow(.value, say("offline.account"), groups(iban, of: 4))]
        + (bic.map { [OperationRow(.value, say("offline.bic"), $0)] } ?? [])
    case .account(let account): [OperationRow(.value, say("offline.account"), account)]
    case .date(let date): [OperationRow(.value, say("offline.date"), DateForm.day(date))]
    case .reference(let text): [OperationRow(.value, say("offline.reference"), text)]
    case .note(let text): [OperationRow(.note, say("offline.note"), text)]
    case .text(let text): [OperationRow(.note, other, text)]
    case .other(_, let text): [OperationRow(.note, other, text)]
    case .empty: []
    }
  }

  /// `123 456 789.00`, in Czech `123 456 789,00`: long amounts are read by their groups.
  private static func thousands(_ digits: String) -> String {
    let sign = digits.hasPrefix("-") ? "-" : ""
    let parts = digits.dropFirst(sign.count).split(separator: ".")
    let whole = String((parts.first ?? "").reversed())
    let grouped = String(groups(whole, of: 3).reversed())
    return ([sign + grouped] + parts.dropFirst().map(String.init))
      .joined(separator: Language.current == .czech ? "," : ".")
  }

  /// The text with a blank after each `count` characters.
  static func groups(_ text: String, of count: Int) -> String {
    var rest = text[...]
    var groups: [Substring] = []
    while !rest.isEmpty {
      groups.append(rest.prefix(count))
      rest = rest.dropFirst(count)
    }
    return groups.joined(separator: " ")
  }
}
