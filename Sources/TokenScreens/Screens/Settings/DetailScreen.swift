import TokenModel

/// What the bank remembers of this activation.
enum DetailScreen: Screen {
  struct State: Equatable, Sendable {
    let detail: ActivationDetail
    init(_ detail: ActivationDetail) { self.detail = detail }
  }

  enum Action: Equatable, Sendable { case close }

  static func chrome(_ state: State) -> Chrome { .page(back: say("keys.page-settings")) }
  static func keys(_ state: State, _ world: World) -> [KeyBinding<Action>] {
    [KeyBinding(.enter, label: say("keys.back"), help: say("keys.back-help"), action: .close)]
  }

  static func reduce(_ state: inout State, _ action: Action, _ world: World) -> [Step] {
    switch action {
    case .close: [.back]
    }
  }
  static func isPage(_ state: State) -> Bool { true }

  static func page(_ state: State, _ world: World, width: Int) -> TextPage {
    var page = TextPage(width: width)
    page.text(say("details.title"), Style(.title, .bold))
    page.blank()
    let rows = DetailWords.rows(state.detail)
    var inner = page.inner
    let columns = TextPage.labelColumns(rows.map(\.label), width: inner.width)
    for (label, value) in rows { inner.pair(label, value, labelColumns: columns) }
    if let others = DetailWords.others(state.detail) {
      inner.blank()
      inner.tree(JSONTree(others))
    }
    guard !inner.lines.isEmpty else {
      page.text(say("details.nothing"), Style(.muted))
      return page
    }
    page.foreign(inner)
    return page
  }
}
