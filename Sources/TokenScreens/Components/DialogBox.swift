import TokenModel

/// A box at the lower end of the screen, so that what it asks about stays readable above.
///
/// The rows that it takes are cleared as a whole: no torn words stand beside it.
struct DialogBox {
  private let title: String
  private let page: TextPage
  /// Rows above the text.
  private let fieldRows: Int
  /// Rows that the text takes at least, so that the box does not jump when words come and go.
  private let textRows: Int

  private static let widest = 68

  /// Columns between the borders that text may use.
  static func textColumns(_ area: Rect) -> Int { min(widest, area.columns - 2) - 4 }

  init(_ title: String, _ page: TextPage, fieldRows: Int = 0, textRows: Int = 0) {
    self.title = title
    self.page = page
    self.fieldRows = fieldRows
    self.textRows = textRows
  }

  /// Draws the box; returns the rows for the fields and the row for the buttons.
  func draw(_ canvas: inout Canvas, _ area: Rect) -> (fields: Rect, buttons: Rect) {
    let room = max(0, area.rows - 3 - fieldRows)
    let text = min(max(page.lines.count, textRows), room)
    let gap = textRows == 0 && text < room && area.rows >= 12 ? 1 : 0
    let rows = fieldRows + text + gap + 3
    let columns = Self.textColumns(area) + 4
    let box = Rect(
      column: area.column + (area.columns - columns) / 2, row: area.endRow - rows,
      columns: columns, rows: rows)
    canvas.fill(Rect(column: area.column, row: box.row, columns: area.columns, rows: rows))
    border(box, &canvas)
    let inner = box.inset(sides: 2, ends: 1)
    page.view(&canvas, inner.slice(from: fieldRows, rows: text))
    return (inner.slice(from: 0, rows: fieldRows), inner.slice(from: inner.rows - 1, rows: 1))
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

  /// Cancel left, the deed right, and another way to it beside that.
  ///
  /// Where three have no room, cancel goes: the footer names it all the same.
  static func buttons(
    _ canvas: inout Canvas, _ row: Rect, cancel: (Key, String), other: (Key, String)? = nil,
    accept: (Key, String)?, isOpen: Bool = true
  ) {
    var end = row.endColumn
    if let accept {
      end -= PageFrame.buttonColumns(accept.0, accept.1)
      PageFrame.button(
        accept.0, accept.1, &canvas, end, row.row, Style(.accent), isOpen: isOpen)
      end -= 1
    }
    if let other {
      end -= PageFrame.buttonColumns(other.0, other.1)
      PageFrame.button(other.0, other.1, &canvas, end, row.row, Style(.accent))
      end -= 1
    }
    guard row.column + PageFrame.buttonColumns(cancel.0, cancel.1) <= end else { return }
    PageFrame.button(cancel.0, cancel.1, &canvas, row.column, row.row)
  }
}
