import TokenModel

/// Draws an operation: its text, a line about what is signed, and the two buttons.
enum OperationView {
  /// Rows below the text: the verdict, a rule where there is room, the buttons.
  static func footRows(_ world: World) -> Int { world.area.rows >= 12 ? 3 : 2 }

  /// Lines of text that fit.
  static func visible(_ world: World) -> Int { max(1, world.area.rows - footRows(world)) }

  static func draw(_ state: OperationScreen.State, _ world: World, _ canvas: inout Canvas) {
    let area = world.area
    let text = Rect(
      column: 2, row: area.row, columns: area.columns - 4, rows: visible(world))
    state.page.view(&canvas, text, from: state.scroller.offset)
    drawPlaces(state, world, &canvas, text)
    drawVerdict(state, world, &canvas, text.endRow)
    if footRows(world) == 3 { canvas.rule(text.endRow + 1) }
    drawButtons(state, world, &canvas, area.endRow - 1)
  }

  /// Where folding and copying happen: a mark on the bar, and a click for each.
  private static func drawPlaces(
    _ state: OperationScreen.State, _ world: World, _ canvas: inout Canvas, _ text: Rect
  ) {
    let shown = state.shownRows(world)
    for index in state.text.places.indices {
      let rows = state.text.rows(of: index).clamped(to: shown)
      guard !rows.isEmpty else { continue }
      let area = Rect(
        column: text.column, row: text.row + rows.lowerBound - shown.lowerBound,
        columns: text.columns, rows: rows.count)
      canvas.target(area, .row(index))
      guard state.place(world) == index else { continue }
      for row in area.row..<area.endRow {
        canvas.glyph("▌", text.column, row, Style(.accent, .bold))
      }
    }
  }

  private static func drawVerdict(
    _ state: OperationScreen.State, _ world: World, _ canvas: inout Canvas, _ row: Int
  ) {
    let end = drawFolded(state, world, &canvas, row)
    let (long, short, style) = PageWords.verdict(state.comparison)
    let room = end - 2
    canvas.text(DisplayWidth.of(long) <= room ? long : short, 2, row, style, room: room)
  }

  /// What has not been read, else what is folded; returns the column that is free before it.
  private static func drawFolded(
    _ state: OperationScreen.State, _ world: World, _ canvas: inout Canvas, _ row: Int
  ) -> Int {
    let below = state.linesBelow(world)
    let count = state.text.foldedCount
    guard count > 0, below == 0, state.unreadOpen == 0 else {
      return drawBeyond(below, state.read, unread: state.unreadOpen, world, &canvas, row)
    }
    let style = state.read.isComplete ? Style(.muted) : Style(.warning, .bold)
    let words = "▸ " + say("templates.folded-parts", count: count)
    return canvas.text(words, endingAt: world.area.columns - 2, row, style) - 2
  }

  /// What has not been read, at the right end of `row`; returns the column that is free before it.
  static func drawBeyond(
    _ below: Int, _ read: ReadLines, unread: Int? = nil, _ world: World,
    _ canvas: inout Canvas, _ row: Int
  ) -> Int {
    let unread = unread ?? read.unread
    let end = world.area.columns - 2
    let style = read.isComplete ? Style(.muted) : Style(.warning, .bold)
    if below > 0 {
      return canvas.text(below.wordsBelow(in: world), endingAt: end, row, style) - 2
    }
    guard !read.isComplete, unread > 0 else { return end }
    let words = "▲ " + say("page.unread", count: unread)
    return canvas.text(words, endingAt: end, row, style) - 2
  }

  /// Reject left and approve right, or the other way round where the bank wants it.
  private static func drawButtons(
    _ state: OperationScreen.State, _ world: World, _ canvas: inout Canvas, _ row: Int
  ) {
    let keys = OperationScreen.keys(state, world)
    let reject = state.fate == .pending ? say("page.reject") : say("page.reject-closed")
    let approve =
      state.isApprovalClosed ? say("page.approve-is-closed") : say("page.approve")
    // Flipped, the looks of the first choice go with the place.
    let isFlipped = state.operation.ui.flipsButtons
    let buttons = [
      (reject, keys[1], isFlipped ? Style(.danger, .bold) : Style(.danger)),
      (approve, keys[0], Style(isFlipped ? .muted : .success)),
    ]
    drawButtons(isFlipped ? buttons.reversed() : buttons, world, &canvas, row)
  }

  /// Two buttons with what they press, one at each side.
  static func drawButtons<Action>(
    _ buttons: [(label: String, binding: KeyBinding<Action>, style: Style)], _ world: World,
    _ canvas: inout Canvas, _ row: Int
  ) {
    let widths = buttons.map { PageFrame.buttonColumns($0.binding.keys[0], $0.label) }
    let columns = [2, world.area.columns - 2 - widths[1]]
    let isRoomy = 2 + widths[0] < columns[1]
    // Where they have no room beside each other, the page says why they are closed.
    for (column, button) in zip(columns, buttons) where isRoomy || button.binding.whyNot == nil {
      PageFrame.button(
        button.binding.keys[0], button.label, &canvas, column, row, button.style,
        isOpen: button.binding.whyNot == nil)
    }
  }
}
