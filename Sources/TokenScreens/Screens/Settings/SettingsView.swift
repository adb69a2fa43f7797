import TokenModel

/// Draws the rows of the settings: in groups where there is room, else one below the other.
enum SettingsView {
  private static let rows = SettingsRow.allCases

  /// All rows with a blank line above each group.
  private static let groupedRows = rows.count + rows.count(where: \.beginsGroup)

  static func visible(_ world: World) -> Int {
    min(rows.count, PageFrame.column(world.area).rows)
  }

  static func draw(_ state: SettingsScreen.State, _ world: World, _ canvas: inout Canvas) {
    let column = PageFrame.column(world.area)
    let isGrouped = column.rows >= groupedRows
    var line = 0
    for index in rows.indices.dropFirst(state.cursor.offset).prefix(visible(world)) {
      if isGrouped, rows[index].beginsGroup { line += 1 }
      let area = column.slice(from: line, rows: 1)
      draw(rows[index], isSelected: index == state.cursor.index, world, &canvas, area)
      canvas.target(area, .row(index))
      line += 1
    }
    PageFrame.marks(
      above: state.cursor.offset, below: rows.count - state.cursor.offset - visible(world),
      &canvas, world.area)
  }

  private static func draw(
    _ row: SettingsRow, isSelected: Bool, _ world: World, _ canvas: inout Canvas, _ area: Rect
  ) {
    if isSelected {
      canvas.fill(area, Style(.selection))
      canvas.cursor(area.column, area.row)
    }
    let isWide = area.columns >= 60
    let (text, style) = row.value(world)
    let start = area.column + 2
    canvas.text(isSelected ? "▌" : " ", area.column, area.row, selected(.plain, isSelected))
    canvas.text(row.label, start, area.row, selected(Style(.muted), isSelected))
    var end = area.endColumn
    if let key = row.key, isWide {
      end =
        canvas.text(
          key.name, endingAt: end - 1, area.row, selected(Style(.key), isSelected)) - 2
    }
    let value = start + (isWide ? 16 : 13)
    canvas.text(text, value, area.row, selected(style, isSelected), room: end - value)
  }

  /// A selected row has the colours of the selection, and the emphasis of what it says.
  private static func selected(_ style: Style, _ isSelected: Bool) -> Style {
    isSelected ? Style(.selection, style.emphasis) : style
  }
}
