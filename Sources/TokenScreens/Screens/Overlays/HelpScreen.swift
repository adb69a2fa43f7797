import TokenModel

/// Explains the keys of the screen below; made from the same table as the handlers.
enum HelpScreen: Screen {
  struct State: Equatable, Sendable {
    let rows: [KeyHelp]

    init(of state: AppState) { rows = KeyHelp.table(state) }
  }

  enum Action: Equatable, Sendable { case close }

  static func chrome(_ state: State) -> Chrome { .page(back: say("overlays.back")) }

  static func keys(_ state: State, _ world: World) -> [KeyBinding<Action>] {
    [
      KeyBinding("?", .function(1), help: say("overlays.close-help"), action: .close)
    ]
  }

  static func reduce(_ state: inout State, _ action: Action, _ world: World) -> [Step] {
    switch action {
    case .close: return [.back]
    }
  }

  static func isPage(_ state: State) -> Bool { true }

  static func page(_ state: State, _ world: World, width: Int) -> TextPage {
    var page = TextPage(width: width)
    page.text(say("overlays.keys"), Style(.title, .bold))
    let names = state.rows.map { $0.keys.map(\.name).joined(separator: " ") }
    let labels =
      width < 50 ? 9 : min(width / 3, (names.map { DisplayWidth.of($0) }.max() ?? 0) + 2)
    for (row, names) in zip(state.rows, names) {
      page.pair(names, row.help, labelColumns: labels)
      if let why = row.whyNot {
        page.pair("", say("overlays.not-now", ["why": why]), Style(.muted), labelColumns: labels)
      }
    }
    return page
  }
}
