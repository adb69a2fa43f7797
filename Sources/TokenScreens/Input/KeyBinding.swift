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
  /// Decides something for good: only its own key does it, never the palette's Enter.
  let isDecisive: Bool

  init(
    _ keys: Key..., label: String = "", help: String, action: Action, whyNot: String? = nil,
    isDecisive: Bool = false
  ) {
    self.init(
      keys: keys, label: label, help: help, action: action, whyNot: whyNot, isDecisive: isDecisive)
  }

  init(
    keys: [Key], label: String = "", help: String, action: Action, whyNot: String? = nil,
    isDecisive: Bool = false
  ) {
    self.keys = keys
    self.label = label
    self.help = help
    self.action = action
    self.whyNot = whyNot
    self.isDecisive = isDecisive
  }

  func map<Other>(_ wrap: (Action) -> Other) -> KeyBinding<Other> {
    KeyBinding<Other>(
      keys: keys, label: label, help: help, action: wrap(action), whyNot: whyNot,
      isDecisive: isDecisive)
  }
}

extension Key: ExpressibleByUnicodeScalarLiteral {
  public init(unicodeScalarLiteral scalar: Unicode.Scalar) { self = .character(Character(scalar)) }
}
