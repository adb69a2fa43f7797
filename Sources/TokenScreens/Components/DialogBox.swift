import TokenModel

/// A box at the lower end of the screen, so that what it asks about stays readable above.
struct DialogBox {
  private let title: String
  private var page: TextPage
  /// Rows between the text and the buttons.
  private let fieldRows: Int

  /// Columns between the borders that text may use.
  static func textColumns(_ area: Rect) -> Int { min(64, area.columns - 4) - 4 }

  init(_ title: String, _ page: TextPage, fieldRows: Int = 0) {
    self.title = title
    self.page = page
    self.fieldRows = fieldRows
  }

  /// Draws the box; returns the rows for the fields and the row for the buttons.
  func draw(_ canvas: inout Canvas, _ area: Rect) -> (fields: Rect, buttons: Rect) {
    let room = area.rows - 3 - fieldRows
    let text = min(page.lines.count, max(0, room))
    let rows = text + fieldRows + 3
    let columns = Self.textColumns(area) + 4
    let lift = area.rows >= rows + 4 ? 1 : 0
    let box = Rect(
      column: area.column + (area.columns - columns) / 2, row: area.endRow - rows - lift,
      columns: columns, rows: rows)
    canvas.fill(box)
    border(box, &canvas)
    let inner = box.inset(sides: 2, ends: 1)
    page.view(&canvas, inner.slice(from: 0, rows: text))
    return (
      inner.slice(from: text, rows: fieldRows), inner.slice(from: text + fieldRows, rows: 1)
    )
  }

  private func border(_ box: Rect, _ canvas: inout Canvas) {
    let style = Style(.border)
    for column in box.column..<box.endColumn {
      canvas.glyph("─", column, box.row, style)
      canvas.glyph("─", column, box.endRow - 1, style)
    }
    for row in box.row..<box.endRow {
      canvas.glyph("│", box.column, row, style)
      canvas.glyph("│", box.endColumn - 1, row, style)
    }
    canvas.glyph("┌", box.column, box.row, style)
    canvas.glyph("┐", box.endColumn - 1, box.row, style)
    canvas.glyph("└", box.column, box.endRow - 1, style)
    canvas.glyph("┘", box.endColumn - 1, box.endRow - 1, style)
    canvas.text(
      " \(title) ", box.column + 1, box.row, Style(.title, .bold), room: box.columns - 2)
  }

  /// Cancel left, the deed right.
  static func buttons(
    _ canvas: inout Canvas, _ row: Rect, cancel: (Key, String), accept: (Key, String)?,
    isOpen: Bool = true
  ) {
    PageFrame.button(cancel.0, cancel.1, &canvas, row.column, row.row)
    guard let accept else { return }
    let width = PageFrame.buttonColumns(accept.0, accept.1)
    PageFrame.button(
      accept.0, accept.1, &canvas, row.endColumn - width, row.row, Style(.accent), isOpen: isOpen)
  }
}
