/// Columns and rows of a terminal or a box; both at least 1.
public struct Size: Equatable, Hashable, Sendable {
  public let columns: Int
  public let rows: Int

  public init(columns: Int, rows: Int) {
    self.columns = max(1, columns)
    self.rows = max(1, rows)
  }
}

/// A cell's place, counted from 0 at the top left.
public struct Position: Equatable, Hashable, Sendable {
  public var column: Int
  public var row: Int

  public init(column: Int, row: Int) {
    self.column = column
    self.row = row
  }
}

/// A box of cells; may be empty, and may reach outside the frame, which clips it.
public struct Rect: Equatable, Hashable, Sendable {
  public var column: Int
  public var row: Int
  public var columns: Int
  public var rows: Int

  public init(column: Int, row: Int, columns: Int, rows: Int) {
    self.column = column
    self.row = row
    self.columns = max(0, columns)
    self.rows = max(0, rows)
  }

  public func contains(_ position: Position) -> Bool {
    (column..<column + columns).contains(position.column)
      && (row..<row + rows).contains(position.row)
  }

  /// The rectangle without `sides` columns left and right and `ends` rows above and below.
  public func inset(sides: Int = 0, ends: Int = 0) -> Rect {
    Rect(
      column: column + sides, row: row + ends,
      columns: columns - 2 * sides, rows: rows - 2 * ends)
  }
}
