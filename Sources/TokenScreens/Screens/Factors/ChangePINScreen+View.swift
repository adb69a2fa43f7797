import TokenModel

extension ChangePINScreen {
  static func isPage(_ state: State) -> Bool { state.phase != .typing }

  static func page(_ state: State, _ world: World, width: Int) -> TextPage {
    var page = TextPage(width: width)
    switch state.phase {
    case .typing: break
    case .changing(let since):
      page.text(say("pin.change-title"), Style(.title, .bold))
      page.blank()
      page.text(busy(since, world).shown ?? "")
    case .failed(let failure):
      page.text(say("pin.not-changed"), Style(.title, .bold))
      page.blank()
      page.failure(failure)
      page.blank()
      page.text(say("pin.old-holds"), sign: "·")
    }
    return page
  }

  static func nextChange(_ state: State, _ world: World) -> Int64? {
    guard case .changing(let since) = state.phase else { return nil }
    return busy(since, world).nextChange
  }

  private static func busy(_ since: Moment, _ world: World) -> BusyWords {
    BusyWords(say("pin.checking"), since: since, at: world.now)
  }

  static func view(_ state: State, _ world: World, _ canvas: inout Canvas) {
    guard state.phase == .typing else { return }
    let column = PageFrame.column(world.area)
    let isRoomy = world.area.rows >= 12
    canvas.text(say("pin.change-title"), column.column, column.row, Style(.title, .bold))
    let top = column.row + (isRoomy ? 2 : 1)
    let labels = [say("pin.old"), say("pin.new"), say("pin.once-more")]
    // The dots stand in one column, whatever the language calls the fields.
    let dots = max(12, (labels.map { DisplayWidth.of($0) }.max() ?? 0) + 2)
    for (number, label) in labels.enumerated() {
      let isFocused = state.focus.rawValue == number
      let row = top + number * (isRoomy ? 2 : 1)
      canvas.text(
        label, column.column, row, isFocused ? Style(.text, .bold) : Style(.muted))
      state.fields[number].view(&canvas, column.column + dots, row, isFocused: isFocused)
      canvas.target(column.slice(from: row - column.row, rows: 1), .row(number))
    }
    var page = TextPage(width: column.columns)
    words(state, world, &page)
    let below = top + (isRoomy ? 6 : 4)
    page.view(&canvas, column.slice(from: below - column.row, rows: .max))
  }

  private static func words(_ state: State, _ world: World, _ page: inout TextPage) {
    if let refusal = state.refusal {
      page.text("\(refusal.happened) \(refusal.means)", Style(.danger, .bold), sign: "✗")
    }
    if let hint = state.hint { page.text(hint, Style(.warning), sign: "!") }
    if state.focus == .again { page.advice(on: state.fields[1].pin, at: world.now) }
    guard world.area.rows >= 12 || page.lines.isEmpty else { return }
    page.text(say("pin.never-learned"), Style(.muted))
  }
}
