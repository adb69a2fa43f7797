/// One row of a screen's key table: the handler, the footer, the help page and the palette all
/// read it, so that none of them can disagree with another.
struct KeyBinding<Action: Equatable & Sendable>: Equatable, Sendable {
  /// The first one is the one that is shown.
  let keys: [Key]
  /// The footer's word; empty keeps the row out of the footer.
  let label: String
  /// One sentence for the help page and the palette.
  let help: String
  let action: Action
  /// Why the key does nothing now; nil when it works.
  let whyNot: String?
  let kind: KeyKind

  init(
    _ keys: Key..., label: String = "", help: String, action: Action, whyNot: String? = nil,
    kind: KeyKind = .command
  ) {
    self.init(
      keys: keys, label: label, help: help, action: action, whyNot: whyNot, kind: kind)
  }

  init(
    keys: [Key], label: String = "", help: String, action: Action, whyNot: String? = nil,
    kind: KeyKind = .command
  ) {
    self.keys = keys
    self.label = label
    self.help = help
    self.action = action
    self.whyNot = whyNot
    self.kind = kind
  }

  func map<Other>(_ wrap: (Action) -> Other) -> KeyBinding<Other> {
    KeyBinding<Other>(
      keys: keys, label: label, help: help, action: wrap(action), whyNot: whyNot,
      kind: kind)
  }
}

/// What a key is good for, beside its own handler.
enum KeyKind: Equatable, Sendable {
  /// The palette offers it too.
  case command
  /// Moves through a list or a text.
  case movement
  /// Decides something for good: only its own key does it, never the palette's Enter.
  case decisive
}

extension Key: ExpressibleByUnicodeScalarLiteral {
  public init(unicodeScalarLiteral scalar: Unicode.Scalar) { self = .character(Character(scalar)) }
}
