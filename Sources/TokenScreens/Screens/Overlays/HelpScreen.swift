import TokenModel

/// Explains the keys of the screen below; made from the same table as the handlers.
enum HelpScreen: Screen {
  struct State: Equatable, Sendable {
    let rows: [KeyHelp]
    var scroller = Scroller()

    init(of state: AppState) { rows = KeyHelp.table(state) }
  }

  enum Action: Equatable, Sendable { case move(ListCursor.Move), close }

  static func chrome(_ state: State) -> Chrome { .page(back: "Back") }

  static func keys(_ state: State, _ world: World) -> [KeyBinding<Action>] {
    ScrollKeys.table { .move($0) } + [
      KeyBinding("?", .function(1), help: "Closes the help.", action: .close)
    ]
  }

  static func action(for input: LooseInput, _ state: State, _ world: World) -> Action? {
    switch input {
    case .wheel(let lines): .move(.scroll(lines))
    case .key, .paste, .row: nil
    }
  }

  static func reduce(_ state: inout State, _ action: Action, _ world: World) -> [Step] {
    switch action {
    case .move(let move):
      state.scroller.move(
        move, lines: page(state, world).lines.count, visible: PageFrame.column(world.area).rows)
      return []
    case .close: return [.back]
    }
  }

  static func view(_ state: State, _ world: World, _ canvas: inout Canvas) {
    page(state, world).view(
      &canvas, PageFrame.column(world.area), from: state.scroller.offset)
  }

  private static func page(_ state: State, _ world: World) -> TextPage {
    var page = TextPage(width: PageFrame.column(world.area).columns)
    page.text("Keys", Style(.title, .bold))
    for row in state.rows {
      let names = row.keys.map(\.name).joined(separator: " ")
      page.pair(names, row.help, labelColumns: 16)
      if let why = row.whyNot { page.pair("", "Not now: \(why)", Style(.muted), labelColumns: 16) }
    }
    return page
  }
}
