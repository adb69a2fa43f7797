import TokenModel

extension TextPage {
  /// A recovery code and its PUK, in wide letters where there is room: they are copied by hand.
  mutating func recoveryCodes(_ codes: RecoveryCodes, isRoomy: Bool) {
    let (code, puk) = codes.reveal()
    item(say("fields.code"), DisplayText(code).singleLine, isRoomy)
    item(say("fields.puk"), DisplayText(puk).singleLine, isRoomy)
  }

  private mutating func item(_ label: String, _ value: String, _ isRoomy: Bool) {
    let style = Style(.accent, .bold)
    guard isRoomy else { return pair(label, value, style, labelColumns: 7) }
    let wide =
      value.count == PUKField.length
      ? Self.spaced(value.prefix(5)) + "   " + Self.spaced(value.suffix(5))
      : Self.spaced(value[...])
    text(label, Style(.muted))
    text(DisplayWidth.of(wide) + 4 <= width ? wide : value, style, indent: 4)
    blank()
  }

  private static func spaced(_ text: Substring) -> String {
    text.map(String.init).joined(separator: " ")
  }
}
