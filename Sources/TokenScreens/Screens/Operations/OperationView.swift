import TokenModel

extension Int {
  /// This many lines wait below, in as many words as the window has room for.
  func wordsBelow(in world: World) -> String {
    let isWide = world.size.columns >= 60
    return isWide ? "▼ \(TimeWords.counted(self, "more line")) below" : "▼ \(self) more below"
  }
}

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
    drawVerdict(state, world, &canvas, text.endRow)
    if footRows(world) == 3 { canvas.rule(text.endRow + 1) }
    drawButtons(state, world, &canvas, area.endRow - 1)
  }

  private static func drawVerdict(
    _ state: OperationScreen.State, _ world: World, _ canvas: inout Canvas, _ row: Int
  ) {
    let end = drawBeyond(state.linesBelow(world), state.read, world, &canvas, row)
    let (long, short, style) = words(state.comparison.verdict)
    let room = end - 2
    canvas.text(DisplayWidth.of(long) <= room ? long : short, 2, row, style, room: room)
  }

  /// What has not been read, at the right end of `row`; returns the column that is free before it.
  static func drawBeyond(
    _ below: Int, _ read: ReadLines, _ world: World, _ canvas: inout Canvas, _ row: Int
  ) -> Int {
    let end = world.area.columns - 2
    let style = read.isComplete ? Style(.muted) : Style(.warning, .bold)
    if below > 0 {
      return canvas.text(below.wordsBelow(in: world), endingAt: end, row, style) - 2
    }
    guard !read.isComplete, read.unread > 0 else { return end }
    return canvas.text("▲ \(read.unread) unread", endingAt: end, row, style) - 2
  }

  private static func words(_ verdict: DataComparison.Verdict) -> (String, String, Style) {
    switch verdict {
    case .matches:
      ("✓ What is signed matches what is shown", "✓ signed as shown", Style(.success))
    case .contradicts:
      (
        "✗ What is signed differs from what is shown", "✗ signed differs",
        Style(.danger, .bold)
      )
    case .missing:
      (
        "! Not all that is signed is shown", "! not all is shown", Style(.warning, .bold)
      )
    case .unclear: ("· d shows exactly what is signed", "· d signed data", Style(.muted))
    }
  }

  /// Reject left and approve right, or the other way round where the bank wants it.
  private static func drawButtons(
    _ state: OperationScreen.State, _ world: World, _ canvas: inout Canvas, _ row: Int
  ) {
    let keys = OperationScreen.keys(state, world)
    let reject = state.fate == .pending ? "Reject" : "Reject: closed"
    let approve = state.isApprovalClosed ? "Approve: closed" : "Approve"
    let buttons = [
      (reject, keys[1], Style(.danger)), (approve, keys[0], Style(.success)),
    ]
    drawButtons(
      state.operation.ui.flipsButtons ? buttons.reversed() : buttons, world, &canvas, row)
  }

  /// Two buttons with what they press, one at each side.
  static func drawButtons<Action>(
    _ buttons: [(label: String, binding: KeyBinding<Action>, style: Style)], _ world: World,
    _ canvas: inout Canvas, _ row: Int
  ) {
    let width = PageFrame.buttonColumns(buttons[1].binding.keys[0], buttons[1].label)
    let columns = [2, world.area.columns - 2 - width]
    for (column, button) in zip(columns, buttons) {
      PageFrame.button(
        button.binding.keys[0], button.label, &canvas, column, row, button.style,
        isOpen: button.binding.whyNot == nil)
    }
  }
}
