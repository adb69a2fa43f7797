import TokenModel

/// A text that counts to the last byte: taken as it comes, and shown so that nothing in it hides.
///
/// What is typed or pasted goes to its end.
struct DataField: Equatable, Sendable {
  private(set) var text = ""

  /// Most bytes; what banks sign is far shorter.
  static let limit = 32 * 1024

  /// False when the key means nothing here.
  @discardableResult
  mutating func take(_ key: Key) -> Bool {
    switch key {
    case .character(let character): insert(String(character))
    case .backspace, .control("h"): if !text.isEmpty { text.removeLast() }
    case .control("u"): text = ""
    case .control, .alt, .function, .enter, .escape, .tab, .backTab, .insert, .delete, .home, .end,
      .left, .right, .up, .down, .pageUp, .pageDown:
      return false
    }
    return true
  }

  /// Appends all of `more`, or nothing: half of it would be another text. False where it is too long.
  @discardableResult
  mutating func insert(_ more: String) -> Bool {
    guard text.utf8.count + more.utf8.count <= Self.limit else { return false }
    text += more
    return true
  }

  /// A blank or a line end at its beginning or its end counts, and nobody sees it.
  var hasBlankEdge: Bool {
    [text.first, text.last].contains { $0?.isWhitespace == true }
  }

  /// Draws its end, where the next character goes; what stands before is cut off with a mark.
  func view(_ canvas: inout Canvas, _ column: Int, _ row: Int, columns: Int, isFocused: Bool) {
    let style = Style(.field, .underline)
    canvas.fill(Rect(column: column, row: row, columns: columns, rows: 1), style)
    // No line holds more than this many scalars that have a width.
    var shown = Array(SignedDataScreen.escaped(String(text.suffix(columns))))
    let isCut = text.count > columns || DisplayWidth.of(String(shown)) >= columns
    while isCut, !shown.isEmpty, DisplayWidth.of(String(shown)) >= columns - 1 {
      shown.removeFirst()
    }
    let end = canvas.text((isCut ? "…" : "") + String(shown), column, row, style, room: columns)
    if isFocused { canvas.cursor(min(end, column + columns - 1), row) }
  }
}
