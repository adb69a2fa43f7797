import TokenModel

/// One line of text that the user edits; what it holds has passed the gate for shown text.
struct TextField: Equatable, Sendable {
  private(set) var text: String
  /// Clusters before the cursor.
  private(set) var cursor: Int
  /// Most clusters that fit.
  let limit: Int

  init(_ text: String = "", limit: Int = 255) {
    self.text = text
    self.limit = limit
    cursor = text.count
  }

  /// False when the key means nothing to a text field.
  @discardableResult
  mutating func take(_ key: Key) -> Bool {
    switch key {
    case .character(let character): insert(String(character))
    case .backspace, .control("h"): if cursor > 0 { remove(cursor - 1..<cursor) }
    case .delete, .control("d"): if cursor < text.count { remove(cursor..<cursor + 1) }
    case .left, .control("b"): cursor = max(0, cursor - 1)
    case .right, .control("f"): cursor = min(text.count, cursor + 1)
    case .home, .control("a"): cursor = 0
    case .end, .control("e"): cursor = text.count
    case .control("u"): remove(0..<cursor)
    case .control("k"): remove(cursor..<text.count)
    case .control("w"): remove(wordStart..<cursor)
    case .control, .alt, .function, .enter, .escape, .tab, .backTab, .insert, .up, .down, .pageUp,
      .pageDown:
      return false
    }
    return true
  }

  /// Puts text at the cursor, on one line, as much as the limit allows.
  mutating func insert(_ foreign: String) {
    let head = text.prefix(cursor)
    // A combining mark arrives as a key of its own and joins the cluster before the cursor.
    let clean =
      foreign.unicodeScalars.allSatisfy(\.properties.isJoining)
      ? foreign : DisplayText(foreign).singleLine
    let joined = head + clean
    guard joined.count + text.count - cursor <= limit else {
      return insertWhatFits(clean)
    }
    text = String(joined + text.dropFirst(cursor))
    cursor = joined.count
  }

  private mutating func insertWhatFits(_ clean: String) {
    let part = clean.prefix(max(0, limit - text.count))
    text = String(text.prefix(cursor) + part + text.dropFirst(cursor))
    cursor += part.count
  }

  private mutating func remove(_ range: Range<Int>) {
    text = String(text.prefix(range.lowerBound) + text.dropFirst(range.upperBound))
    cursor = range.lowerBound
  }

  private var wordStart: Int {
    let head = text.prefix(cursor)
    let blanks = head.reversed().prefix { $0 == " " }.count
    let word = head.dropLast(blanks).reversed().prefix { $0 != " " }.count
    return cursor - blanks - word
  }

  /// Draws the field over `columns` and sets the hardware cursor when it has the focus; a masked
  /// one shows dots.
  func view(
    _ canvas: inout Canvas, _ column: Int, _ row: Int, columns: Int, isFocused: Bool,
    isMasked: Bool = false
  ) {
    canvas.fill(
      Rect(column: column, row: row, columns: columns, rows: 1), Style(.field, .underline))
    // The part around the cursor stays in sight when the text is longer than the field.
    var shown = isMasked ? Array(repeating: "●", count: text.count) : Array(text)
    var before = cursor
    while before > 0, DisplayWidth.of(String(shown.prefix(before))) >= columns {
      shown.removeFirst()
      before -= 1
    }
    canvas.text(String(shown), column, row, Style(.field, .underline), room: columns)
    if isFocused {
      canvas.cursor(column + DisplayWidth.of(String(shown.prefix(before))), row)
    }
  }
}

extension Unicode.Scalar.Properties {
  fileprivate var isJoining: Bool { generalCategory == .nonspacingMark }
}

/// What input that the key table does not name means to a page with a field.
extension LooseInput {
  /// A key that `field` takes, or a paste; nil for anything else.
  func typed<Action>(
    into field: TextField, edit: (Key) -> Action, paste: (String) -> Action
  ) -> Action? {
    switch self {
    case .key(let key):
      var probe = field
      return probe.take(key) ? edit(key) : nil
    case .paste(let text): return paste(text)
    case .row, .wheel: return nil
    }
  }

  /// The same for a field that shows dots; it answers for each key that is no command.
  func typedInSecret<Action>(
    edit: (Key) -> Action, paste: (String) -> Action
  ) -> Action? {
    switch self {
    case .key(let key):
      var probe = SecretField()
      return probe.take(key) == .ignored ? nil : edit(key)
    case .paste(let text): return paste(text)
    case .row, .wheel: return nil
    }
  }
}
