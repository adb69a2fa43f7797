import TokenModel

/// What this activation is, how it stands, and how to end it.
enum SettingsScreen: Screen {
  struct State: Equatable, Sendable {
    var failure: TokenFailure?
    var scroller = Scroller()
  }

  enum Action: Equatable, Sendable {
    case move(ListCursor.Move)
    case refresh, remove, removeLocally
    /// The status came, or why it did not.
    case answered(TokenFailure?)
  }

  static func chrome(_ state: State) -> Chrome { .tab(.settings) }

  static func keys(_ state: State, _ world: World) -> [KeyBinding<Action>] {
    [
      KeyBinding("r", label: "refresh", help: "Asks the bank for the status.", action: .refresh),
      KeyBinding(
        "X", label: "remove", help: "Removes the activation at the bank and here; needs the PIN.",
        action: .remove),
      KeyBinding(
        "L", label: "remove here only", help: "Removes the activation from this device only.",
        action: .removeLocally),
    ] + ScrollKeys.table { .move($0) }
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
    case .refresh: return [.run(.fetchStatus), .say(.info, "Asking the bank.")]
    case .remove: return [.push(Route(PINScreen.self, .init(.removal)))]
    case .removeLocally: return [.push(Route(LocalRemovalScreen.self, .init()))]
    case .answered(let failure):
      state.failure = failure
      return []
    }
  }

  static func view(_ state: State, _ world: World, _ canvas: inout Canvas) {
    page(state, world).view(
      &canvas, PageFrame.column(world.area), from: state.scroller.offset)
  }

  private static func page(_ state: State, _ world: World) -> TextPage {
    var page = TextPage(width: PageFrame.column(world.area).columns)
    if let failure = state.failure {
      page.text(FailureWords(failure).happened, Style(.warning), sign: "!")
      page.blank()
    }
    let rows = SettingsWords.rows(world)
    let labels = TextPage.labelColumns(rows.map(\.label), width: page.width)
    for row in rows { page.pair(row.label, row.value, row.style, labelColumns: labels) }
    page.blank()
    page.text("X removes the activation at your bank and here, with the PIN.", Style(.muted))
    page.text(
      "L removes it from this device only, when your bank cannot be reached.", Style(.muted))
    return page
  }
}
