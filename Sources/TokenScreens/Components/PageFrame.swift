import TokenModel

/// How the calm pages of a flow are laid out.
enum PageFrame {
  /// Text is read best in lines of at most this many columns.
  static let readable = 76

  /// The column of text within `area`: two blanks at the sides, in the middle of a wide window.
  static func column(_ area: Rect) -> Rect {
    let width = min(readable, area.columns - 4)
    let top = area.rows >= 12 ? 1 : 0
    return Rect(
      column: area.column + max(2, (area.columns - width) / 2), row: area.row + top,
      columns: width, rows: area.rows - top)
  }

  /// Draws a page from where it is scrolled to, and says what lies beyond.
  static func draw(
    _ page: TextPage, _ scroller: Scroller, _ canvas: inout Canvas, _ area: Rect
  ) {
    let column = column(area)
    var scroller = scroller
    scroller.settle(lines: page.lines.count, visible: column.rows)
    page.view(&canvas, column, from: scroller.offset)
    marks(
      above: scroller.offset,
      below: scroller.below(lines: page.lines.count, visible: column.rows), &canvas, area)
  }

  /// What lies beyond `area`, on the rules above and below it: `▼ 12 more`.
  static func marks(above: Int, below: Int, _ canvas: inout Canvas, _ area: Rect) {
    let clip = canvas.clip
    canvas.clip = canvas.frame.bounds
    if above > 0 {
      canvas.text(
        " " + say("frame.above", ["count": String(above)]) + " ", endingAt: area.endColumn - 1,
        area.row - 1, Style(.muted))
    }
    if below > 0 {
      canvas.text(
        " " + say("frame.below", ["count": String(below)]) + " ", endingAt: area.endColumn - 1,
        area.endRow, Style(.muted))
    }
    canvas.clip = clip
  }

  /// A button that a click presses: `[ a  Approve ]`. Returns the column behind it.
  @discardableResult
  static func button(
    _ key: Key, _ label: String, _ canvas: inout Canvas, _ column: Int, _ row: Int,
    _ style: Style = .plain, isOpen: Bool = true
  ) -> Int {
    let shown = isOpen ? style : Style(.muted, .dim)
    var end = canvas.text("[ ", column, row, shown)
    end = canvas.text(key.name, end, row, isOpen ? Style(.key, .bold) : shown)
    end = canvas.text("  \(label) ]", end, row, shown)
    canvas.target(Rect(column: column, row: row, columns: end - column, rows: 1), .key(key))
    return end
  }

  static func buttonColumns(_ key: Key, _ label: String) -> Int {
    DisplayWidth.of(key.name) + DisplayWidth.of(label) + 6
  }
}

extension TextPage {
  /// What happened, what it means and what to do.
  mutating func failure(_ failure: TokenFailure, in context: FailureContext? = nil) {
    words(
      context.map { FailureWords(failure, in: $0) } ?? FailureWords(failure),
      Style(.danger, .bold))
  }

  mutating func words(_ words: FailureWords, _ style: Style, sign: String = "✗") {
    text(words.happened, style, sign: sign)
    for sentence in [words.means, words.next] where !sentence.isEmpty { text(sentence, indent: 2) }
  }
}
