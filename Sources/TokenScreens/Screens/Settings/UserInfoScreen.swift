import TokenModel

/// What the bank tells this device about the person.
enum UserInfoScreen: Screen {
  struct State: Equatable, Sendable {
    var answer: Awaited<UserInfo>

    /// Shows what the activation brought until the bank answers.
    init(_ world: World) { answer = Awaited(world.userInfo, since: world.now) }
  }

  enum Action: Equatable, Sendable { case refresh, answered(AppEvent.Outcome<UserInfo>) }

  static func chrome(_ state: State) -> Chrome { .page(back: say("keys.page-settings")) }

  static func keys(_ state: State, _ world: World) -> [KeyBinding<Action>] {
    [KeyBinding("r", label: say("keys.ask-again"), help: say("claims.ask-help"), action: .refresh)]
  }

  static func reduce(_ state: inout State, _ action: Action, _ world: World) -> [Step] {
    switch action {
    case .refresh:
      // One question at a time.
      guard state.answer.since == nil else { return [] }
      state.answer.ask(at: world.now)
      return [.run(.fetchUserInfo)]
    case .answered(let outcome):
      state.answer.receive(outcome)
      return []
    }
  }

  static func isPage(_ state: State) -> Bool { true }

  static func page(_ state: State, _ world: World, width: Int) -> TextPage {
    var page = TextPage(width: width)
    page.text(say("claims.title"), Style(.title, .bold))
    page.blank()
    state.answer.write(say("settings.asking"), at: world.now, &page)
    guard let info = state.answer.value else { return page }
    var inner = page.inner
    let rows = ClaimWords.rows(info, world.now)
    let columns = TextPage.labelColumns(rows.map(\.label), width: inner.width)
    for row in rows { inner.pair(row.label, row.value, labelColumns: columns) }
    if let others = ClaimWords.others(info) {
      inner.blank()
      inner.tree(JSONTree(others))
    }
    if inner.lines.isEmpty {
      page.text(say("claims.nothing"), Style(.muted))
    } else {
      page.foreign(inner)
    }
    return page
  }

  static func nextChange(_ state: State, _ world: World) -> Int64? {
    state.answer.nextChange(at: world.now)
  }
}
