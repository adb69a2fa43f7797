import TokenModel

/// One row of an operation in safe words; the screens and the command line show the same ones.
public struct OperationRow: Equatable, Sendable {
  public enum Kind: Equatable, Sendable {
    case value, money, note, heading, image, unknown
    case alert(Attribute.Alert.Kind)
  }

  public let kind: Kind
  /// Empty where the server sent none.
  public let label: DisplayText
  /// May hold several lines; empty for headings and for types that we do not know.
  public let value: DisplayText

  init(_ kind: Kind, _ label: String, _ value: String = "") {
    self.kind = kind
    self.label = DisplayText(label)
    self.value = DisplayText(value)
  }

  /// The sign and the word that carry an alert's meaning without colour; the check mark is kept for
  /// what this program has verified itself.
  public static func mark(of kind: Attribute.Alert.Kind) -> (sign: Character, word: String) {
    switch kind {
    case .success: ("+", "Success")
    case .info: ("i", "Information")
    case .warning: ("!", "Warning")
    case .error: ("✗", "Error")
    }
  }
}

/// Turns attributes into rows.
public enum OperationText {
  /// In the server's order, each attribute one row.
  public static func rows(_ operation: UserOperation) -> [OperationRow] {
    operation.form.attributes.map(row)
  }

  /// The amount, or what comes closest to it, for a list.
  public static func amount(_ operation: UserOperation) -> DisplayText? {
    for attribute in operation.form.attributes {
      switch attribute.content {
      case .amount(let money): return DisplayText(money.text)
      case .conversion(let source, let target, _):
        return DisplayText("\(source.text) → \(target.text)")
      case .keyValue, .note, .heading, .alert, .party, .image, .unknown: continue
      }
    }
    return nil
  }

  /// A few lines for a list: the message and the amount.
  public static func highlights(_ operation: UserOperation) -> [String] {
    [DisplayText(operation.form.message), amount(operation)]
      .compactMap { $0?.singleLine }.filter { !$0.isEmpty }
  }

  /// True when any text of the operation hides characters or mixes alphabets.
  public static func isSuspicious(_ operation: UserOperation) -> Bool {
    let texts =
      [DisplayText(operation.form.title), DisplayText(operation.form.message)]
      + rows(operation).flatMap { [$0.label, $0.value] }
    return texts.contains { $0.hidesCharacters || $0.mixesScripts }
  }

  private static func row(_ attribute: Attribute) -> OperationRow {
    let label = attribute.label
    switch attribute.content {
    case .amount(let money):
      return OperationRow(.money, label, money.text)
    case .conversion(let source, let target, let isDynamic):
      let rate = isDynamic ? "  (rate may change)" : ""
      return OperationRow(.money, label, "\(source.text) → \(target.text)\(rate)")
    case .keyValue(let value): return OperationRow(.value, label, value)
    case .note(let note): return OperationRow(.note, label, note)
    case .heading: return OperationRow(.heading, label)
    case .alert(let alert):
      let lines = [alert.title, alert.message].compactMap { $0 }
      return OperationRow(.alert(alert.kind), label, lines.joined(separator: "\n"))
    case .party(let party):
      let lines = [party.name, party.description, party.websiteURL].compactMap { $0 }
      return OperationRow(.value, label, lines.joined(separator: "\n"))
    case .image(let thumbnail, let original):
      return OperationRow(.image, label, original ?? thumbnail)
    case .unknown: return OperationRow(.unknown, label)
    }
  }
}
