import TokenModel

extension RejectionScreen {
  static func headline(
    _ state: State, _ world: World, _ canvas: inout Canvas, endingAt column: Int
  ) -> Int {
    ValidityBar.headline(state.operation, world, &canvas, endingAt: column)
  }

  static func nextChange(_ state: State, _ world: World) -> Int64? {
    ValidityBar.nextChange(CollectionOfOne(state.operation), at: world.now)
  }

  static func view(_ state: State, _ world: World, _ canvas: inout Canvas) {
    let column = PageFrame.column(world.area)
    canvas.text(say("decision.reject"), column.column, column.row, Style(.title, .bold))
    let deed = state.operation.deed
    let start = deedStart(deed, column)
    canvas.text(
      deed, column.column + (start ?? 0), column.row + (start == nil ? 1 : 0),
      Style(.money, .bold), room: column.columns - (start ?? 0))
    switch state.phase {
    case .choosing, .writing: drawReasons(state, &canvas, column, top(state, column))
    case .confirming(let reason): drawConfirmation(reason, state, world, &canvas, column)
    }
  }

  /// Columns before the deed where it stands beside the title; nil where it stands below it.
  private static func deedStart(_ deed: String, _ column: Rect) -> Int? {
    let head = DisplayWidth.of(say("decision.reject")) + 3
    return DisplayWidth.of(deed) <= column.columns - head ? head : nil
  }

  /// The row below title and deed.
  private static func top(_ state: State, _ column: Rect) -> Int {
    column.row + (deedStart(state.operation.deed, column) == nil ? 2 : 1)
      + (column.rows >= 9 ? 1 : 0)
  }

  private static func drawReasons(
    _ state: State, _ canvas: inout Canvas, _ column: Rect, _ top: Int
  ) {
    let labels = state.presets.map(\.words) + [say("decision.another")]
    for (index, label) in labels.enumerated() {
      let row = top + index
      let isSelected = index == state.cursor.index
      let style = isSelected ? Style(.selection, .bold) : Style(.text)
      let area = Rect(column: column.column, row: row, columns: column.columns, rows: 1)
      if isSelected { canvas.fill(area, Style(.selection)) }
      canvas.text("\(isSelected ? "▌" : " ")\(index + 1)  \(label)", area.column, row, style)
      canvas.target(area, .row(index))
      if isSelected, state.phase == .choosing { canvas.cursor(area.column, row) }
    }
    let field = top + labels.count
    if state.phase == .writing {
      state.text.view(
        &canvas, column.column + 4, field, columns: column.columns - 4, isFocused: true)
      canvas.text(
        say("decision.left", count: state.left), column.column + 4, field + 1,
        Style(state.left > 0 ? .muted : .warning))
    } else {
      canvas.text(say("decision.once-more"), column.column + 4, field + 1, Style(.muted))
    }
  }

  /// What is confirmed, and where it stands: the last row belongs to the buttons.
  static func confirmation(
    _ reason: RejectionReason, _ state: State, _ column: Rect
  ) -> (page: TextPage, area: Rect) {
    var page = TextPage(width: column.columns)
    page.text(say("decision.reason", ["reason": reason.words]))
    page.text(say("decision.for-good"))
    let first = top(state, column) - column.row
    return (page, column.slice(from: first, rows: column.rows - 1 - first))
  }

  private static func drawConfirmation(
    _ reason: RejectionReason, _ state: State, _ world: World, _ canvas: inout Canvas,
    _ column: Rect
  ) {
    let (page, area) = confirmation(reason, state, column)
    let count = page.lines.count
    var scroller = state.scroller
    scroller.settle(lines: count, visible: area.rows)
    page.view(&canvas, area, from: scroller.offset)
    let row = min(column.endRow - 1, area.row + count + 1)
    let next = PageFrame.button(
      .escape, say("decision.other-reason").sentence, &canvas, column.column, row)
    PageFrame.button("y", say("decision.reject"), &canvas, next + 3, row, Style(.danger))
    PageFrame.marks(
      above: scroller.offset, below: scroller.below(lines: count, visible: area.rows), &canvas,
      world.area)
  }
}
