import TokenModel

/// One row of an operation in safe words; the screens and the command line show the same ones.
public struct OperationRow: Equatable, Sendable {
  /// What the row is, which decides how it is drawn.
  public enum Kind: Equatable, Sendable {
    /// The form's title and message.
    case title, message
    case value, money, note, image, unknown
    /// Level 0 stands above all others.
    case heading(level: Int)
    case alert(Attribute.Alert.Kind)
  }

  /// How the bank's template wants it to be shown.
  public struct Look: Equatable, Sendable {
    public var showsLabel = true
    var canCopy = false
    var isCentered = false
    var folding = Folding.never
    var tone: RowTone?

    static let plain = Look()
  }

  /// Whether the value can be folded away.
  enum Folding: Equatable, Sendable {
    case never
    case open, folded
    /// It is folded, and need not be read: the bank does not show it at all.
    case aside
  }

  public let kind: Kind
  /// Empty where the server sent none.
  public let label: DisplayText
  /// May hold several lines; empty for headings and for types that we do not know.
  public let value: DisplayText
  /// What stands above the value; alerts have it.
  public let title: DisplayText?
  /// An address that belongs to the row, as the server wrote it.
  public let address: String?
  public let look: Look

  init(
    _ kind: Kind, _ label: String, _ value: String = "", title: String? = nil,
    address: String? = nil, look: Look = .plain
  ) {
    self.kind = kind
    self.label = DisplayText(label)
    self.value = DisplayText(value)
    self.title = title.map { DisplayText($0) }
    self.address = address
    self.look = look
  }

  /// The sign and the word that carry an alert's meaning without colour; the check mark is kept for
  /// what this program has verified itself.
  public static func mark(of kind: Attribute.Alert.Kind) -> (sign: Character, word: String) {
    switch kind {
    case .success: ("+", say("attributes.success"))
    case .info: ("i", say("attributes.information"))
    case .warning: ("!", say("attributes.warning"))
    case .error: ("✗", say("attributes.error"))
    }
  }

  /// The alert's first line and what stands below it: title and message, the message alone, or the
  /// label where the bank sent neither.
  public var alertLines: (first: String, rest: String?) {
    if let title { return (title.text, value.text.isEmpty ? nil : value.text) }
    return (value.text.isEmpty ? label.singleLine : value.text, nil)
  }

  /// The value and the address that belongs to it, one below the other.
  public var text: String {
    [value.text, address.map { DisplayText($0).singleLine } ?? ""]
      .filter { !$0.isEmpty }.joined(separator: "\n")
  }

  /// Any of its texts hides characters or mixes alphabets.
  public var isSuspicious: Bool {
    ([label, value] + [title, address.map { DisplayText($0) }].compactMap { $0 })
      .contains { $0.hidesCharacters || $0.mixesScripts }
  }
}

/// Rows that belong together.
public struct OperationSection: Equatable, Sendable {
  /// Nil for the form's own texts and for what no template has placed.
  public let title: DisplayText?
  public let rows: [OperationRow]
}
