import TokenModel

/// The ten digits of a PUK, shown as on the card that they come from.
struct PUKField: Equatable, Sendable {
  static let length = 10

  private var field = TextField(limit: length)
  /// Why the latest character or paste was not taken.
  private var hint: String?

  /// Nil until all digits are there.
  var puk: String? { field.text.count == Self.length ? field.text : nil }

  var whyNot: String? { puk == nil ? say("fields.puk-ten") : nil }

  func takes(_ key: Key) -> Bool {
    var probe = field
    return probe.take(key)
  }

  mutating func take(_ key: Key) {
    hint = nil
    guard case .character(let character) = key else {
      field.take(key)
      return
    }
    insert(String(character))
  }

  /// Blanks and dashes between the digits do not count.
  mutating func paste(_ text: String) {
    hint = nil
    insert(text.filter { !$0.isWhitespace && $0 != "-" })
  }

  private mutating func insert(_ text: String) {
    guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
      hint = say("fields.puk-digits")
      return
    }
    guard field.text.count + text.count <= Self.length else {
      hint = say("fields.puk-full")
      return
    }
    field.insert(text)
  }

  /// Two groups of five cells.
  func view(_ canvas: inout Canvas, _ column: Int, _ row: Int, isFocused: Bool) {
    let digits = Array(field.text)
    for place in 0..<Self.length {
      let cell = column + place + place / 5
      canvas.glyph(
        place < digits.count ? digits[place] : "_", cell, row,
        place < digits.count ? Style(.field, .bold) : Style(.field))
    }
    guard isFocused else { return }
    let cursor = min(field.cursor, Self.length - 1)
    canvas.cursor(column + cursor + cursor / 5, row)
  }

  func verdict(into page: inout TextPage) {
    if let hint { return page.text(hint, Style(.warning), sign: "!") }
    let count = field.text.count
    guard count < Self.length else {
      return page.text(say("fields.puk-complete"), Style(.success), sign: "✓")
    }
    page.text(
      say("fields.digits", ["count": String(count), "whole": String(Self.length)]), Style(.muted),
      sign: "·")
  }
}
