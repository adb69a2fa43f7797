import TokenModel

/// What the bank has noted about this activation, as a tree.
enum CustomObjectScreen: Screen {
  struct State: Equatable, Sendable {
    let object: JSONValue
    init(_ object: JSONValue) { self.object = object }
  }

  enum Action: Equatable, Sendable { case close }

  static func chrome(_ state: State) -> Chrome { .page(back: say("keys.page-status")) }
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
    page.text(say("settings.data-title"), Style(.title, .bold))
    page.blank()
    var inner = page.inner
    inner.tree(JSONTree(state.object))
    page.foreign(inner)
    return page
  }
}
