import TokenScreens

/// Cells of a new frame that differ from what the terminal shows.
enum FrameDiff {
  /// A glyph to draw, with the cells it covers: 1, or 2 for a wide one.
  struct Change: Equatable {
    let column: Int
    let row: Int
    let columns: Int
    let cell: Cell
  }

  /// The changes from `old` to `new` in the part of `new` that lies within `size`.
  ///
  /// A wide glyph and its continuation change together. A continuation without a glyph before it
  /// becomes a blank. Without `old`, or with one of another size, every cell is a change.
  static func changes(from old: Frame?, to new: Frame, within size: Size) -> [Change] {
    let old = old?.size == new.size ? old : nil
    var changes: [Change] = []
    for row in 0..<min(size.rows, new.size.rows) {
      if let old, isSame(row, old, new) { continue }
      append(to: &changes, row: row, columns: min(size.columns, new.size.columns), old, new)
    }
    return changes
  }

  /// Most rows are the same most of the time; this finds it out without a subscript per cell.
  private static func isSame(_ row: Int, _ old: Frame, _ new: Frame) -> Bool {
    let start = row * new.size.columns
    let end = start + new.size.columns
    return old.cells.withUnsafeBufferPointer { old in
      new.cells.withUnsafeBufferPointer { new in
        (start..<end).allSatisfy { old[$0] == new[$0] }
      }
    }
  }

  private static func append(
    to changes: inout [Change], row: Int, columns: Int, _ old: Frame?, _ new: Frame
  ) {
    var column = 0
    while column < columns {
      let cell = new[column, row]
      let width = width(at: column, row, in: new, limit: columns)
      let isShown =
        if let old {
          old[column, row] == cell && self.width(at: column, row, in: old, limit: columns) == width
            && (width == 1 || old[column + 1, row] == new[column + 1, row])
        } else {
          false
        }
      if !isShown {
        let drawn = cell.isContinuation ? Cell(" ", cell.style) : cell
        changes.append(Change(column: column, row: row, columns: width, cell: drawn))
      }
      column += width
    }
  }

  private static func width(at column: Int, _ row: Int, in frame: Frame, limit: Int) -> Int {
    let isWide =
      column + 1 < limit && frame[column + 1, row].isContinuation
      && !frame[column, row].isContinuation
    return isWide ? 2 : 1
  }
}
