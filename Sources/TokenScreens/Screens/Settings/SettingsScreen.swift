import TokenModel

/// What this activation is, how it stands, and how to end it.
enum SettingsScreen: Screen {
  struct State: Equatable, Sendable {
    var failure: TokenFailure?
  }

  enum Action: Equatable, Sendable {
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
    ]
  }

  static func reduce(_ state: inout State, _ action: Action, _ world: World) -> [Step] {
    switch action {
    case .refresh: return [.run(.fetchStatus), .say(.info, Notice.asking)]
    case .remove: return [.push(Route(PINScreen.self, .init(.removal)))]
    case .removeLocally: return [.push(Route(LocalRemovalScreen.self, .init()))]
    case .answered(let failure):
      state.failure = failure
      return []
    }
  }

  static func isPage(_ state: State) -> Bool { true }

  static func page(_ state: State, _ world: World, width: Int) -> TextPage {
    var page = TextPage(width: width)
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
