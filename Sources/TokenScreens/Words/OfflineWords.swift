import TokenModel

/// An offline operation in safe words; the screens and the command line show the same ones.
public enum OfflineWords {
  /// Said before a PIN is asked for and beside each code.
  public static let wrongPIN = "A wrong PIN gives a wrong code, and nobody can notice it here."

  /// What a refused code means, after `wrongPIN`.
  public static let refused =
    "If your bank refuses the code, it counts an attempt. Then start again with the right PIN."

  public static let newerFormat =
    "The text has parts that this version does not know. What it knows is shown."

  /// Who has signed the text, which has been verified.
  public static func signer(_ operation: OfflineOperation) -> String {
    switch operation.signer {
    case .master: "Signed by your bank, for any of its tokens"
    case .personalized: "Signed by your bank for this device"
    }
  }

  /// The same where there is little room.
  static func shortSigner(_ operation: OfflineOperation) -> String {
    switch operation.signer {
    case .master: "signed for all"
    case .personalized: "signed for you"
    }
  }

  /// The bank's title, else what the kind of the data amounts to.
  public static func title(_ operation: OfflineOperation) -> String {
    guard operation.title.allSatisfy(\.isWhitespace) else { return operation.title }
    return switch operation.template.number {
    case 1: "Payment"
    case 2: "Login"
    default: "Operation"
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
      warnings.append("The data have a version that is not known here: look at the signed data.")
    }
    return warnings
  }

  /// The risks that the bank has flagged; empty for none.
  static func risks(_ flags: OfflineFlags, isShort: Bool = false) -> [String] {
    var risks: [String] = []
    if flags.warnsOfFraud {
      risks.append(
        isShort
          ? "Your bank sees a risk of fraud."
          : "Your bank sees a risk of fraud here. Approve only what you wanted yourself.")
    }
    if flags.blocksOnCall {
      risks.append(
        isShort ? "Does somebody on the phone want this? Stop." : OperationText.onCall)
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
    let other = "Attribute \(number)"
    return switch field {
    case .amount(_, let digits, let currency):
      [OperationRow(.money, "Amount", "\(thousands(digits)) \(currency)")]
    case .iban(let iban, let bic):
      [OperationRow(.value, "Account", groups(iban, of: 4))]
        + (bic.map { [OperationRow(.value, "Bank (BIC)", $0)] } ?? [])
    case .account(let account): [OperationRow(.value, "Account", account)]
    case .date(let date): [OperationRow(.value, "Date", date)]
    case .reference(let text): [OperationRow(.value, "Reference", text)]
    case .note(let text): [OperationRow(.note, "Note", text)]
    case .text(let text): [OperationRow(.note, other, text)]
    case .other(_, let text): [OperationRow(.note, other, text)]
    case .empty: []
    }
  }

  /// `123 456 789.00`: long amounts are read by their groups.
  private static func thousands(_ digits: String) -> String {
    let sign = digits.hasPrefix("-") ? "-" : ""
    let parts = digits.dropFirst(sign.count).split(separator: ".")
    let whole = String((parts.first ?? "").reversed())
    let grouped = String(groups(whole, of: 3).reversed())
    return ([sign + grouped] + parts.dropFirst().map(String.init)).joined(separator: ".")
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
