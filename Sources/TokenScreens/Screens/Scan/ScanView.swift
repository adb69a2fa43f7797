import TokenModel

/// How the choice of a picture, and of one of its codes, is laid out.
enum ScanView {
  static func visible(_ world: World) -> Int { max(1, PageFrame.column(world.area).rows - 2) }

  static func draw(_ state: ScanScreen.State, _ world: World, _ canvas: inout Canvas) {
    let column = PageFrame.column(world.area)
    canvas.text(
      say("scan.title"), column.column, column.row, Style(.title, .bold), room: column.columns)
    let body = column.slice(from: column.rows >= 10 ? 2 : 1, rows: .max)
    switch state.phase {
    case .choosing: ways(nil, body, &canvas)
    case .failed(let failure): ways(failure, body, &canvas)
    case .naming: field(state, body, &canvas)
    case .reading:
      if let words = busy(state, world)?.shown {
        canvas.text(words, body.column, body.row, room: body.columns)
      }
    case .several(let texts, let cursor): list(texts, cursor, column, world, &canvas)
    }
  }

  /// What went wrong, then the three ways; where there is little room, only these.
  private static func ways(_ failure: TokenFailure?, _ area: Rect, _ canvas: inout Canvas) {
    var page = TextPage(width: area.columns)
    if let failure {
      page.failure(failure)
    } else {
      page.text(say("scan.where"))
      if area.rows >= 10 {
        page.blank()
        page.text(say("scan.apart"), Style(.muted))
      }
    }
    let buttons = [
      (Key.character("c"), say("scan.from-clipboard")), ("s", say("scan.from-screen")),
      ("f", say("scan.from-file")),
    ]
    let gap = page.lines.count + buttons.count < area.rows ? 1 : 0
    let row = area.row + min(page.lines.count + gap, max(0, area.rows - buttons.count))
    page.view(&canvas, area.slice(from: 0, rows: row - area.row))
    for (number, button) in buttons.enumerated() {
      PageFrame.button(
        button.0, button.1, &canvas, area.column, row + number, Style(.accent))
    }
  }

  private static func field(
    _ state: ScanScreen.State, _ area: Rect, _ canvas: inout Canvas
  ) {
    let start =
      canvas.text(say("scan.name"), area.column, area.row, Style(.text, .bold)) + 2
    state.field.view(
      &canvas, start, area.row, columns: max(1, area.endColumn - start), isFocused: true)
    var page = TextPage(width: area.columns)
    page.text(say("scan.name-help"), Style(.muted))
    page.view(&canvas, area.slice(from: 2, rows: .max))
  }

  private static func list(
    _ texts: [String], _ cursor: ListCursor, _ column: Rect, _ world: World,
    _ canvas: inout Canvas
  ) {
    canvas.text(
      say("scan.several", count: texts.count), column.column, column.row + 1, Style(.muted),
      room: column.columns)
    let rows = visible(world)
    for (line, text) in texts.dropFirst(cursor.offset).prefix(rows).enumerated() {
      let index = cursor.offset + line
      let area = Rect(
        column: column.column, row: column.row + 2 + line, columns: column.columns, rows: 1)
      let style = index == cursor.index ? Style(.selection) : Style.plain
      canvas.fill(area, style)
      let end = canvas.text(
        (index == cursor.index ? "▌" : " ") + kind(text) + "  ", area.column, area.row, style,
        room: area.columns)
      canvas.text(
        DisplayText(text).singleLine, end, area.row, style, room: area.endColumn - end)
      canvas.target(area, .row(index))
      if index == cursor.index { canvas.cursor(area.column, area.row) }
    }
  }

  /// What a code is about, in a word or two.
  static func kind(_ text: String) -> String {
    switch ScannedText(text) {
    case .activation: say("scan.kind-activation")
    case .recovery: say("scan.kind-recovery")
    case .operation: say("scan.kind-operation")
    case .offline: say("scan.kind-offline")
    case .unknown: say("scan.kind-unknown")
    }
  }

  /// What the page waits for; nil for nothing.
  static func busy(_ state: ScanScreen.State, _ world: World) -> BusyWords? {
    guard case .reading(let source, let since) = state.phase else { return nil }
    let words =
      switch source {
      case .file: say("scan.reading-file")
      case .clipboard: say("scan.reading-clipboard")
      case .screen: say("scan.reading-screen")
      }
    return BusyWords(words, since: since, at: world.now)
  }
}
