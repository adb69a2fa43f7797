import TokenModel

/// How the activation stands at the bank, in full.
enum StatusScreen: Screen {
  struct State: Equatable, Sendable {
    /// The page that it was opened from.
    let back: String

    init(back: String = say("keys.page-settings")) { self.back = back }
  }

  enum Action: Equatable, Sendable { case refresh, showObject }

  static func chrome(_ state: State) -> Chrome { .page(back: state.back) }

  static func keys(_ state: State, _ world: World) -> [KeyBinding<Action>] {
    [
      KeyBinding("r", label: say("keys.refresh"), help: say("keys.status-help"), action: .refresh),
      KeyBinding(
        "o",
        label: world.customObject == nil
          ? "" : world.size.columns >= 60 ? say("status.data-key") : say("status.data-short"),
        help: say("status.data-help"), action: .showObject,
        whyNot: world.customObject == nil ? say("status.nothing-noted") : nil),
    ]
  }

  static func reduce(_ state: inout State, _ action: Action, _ world: World) -> [Step] {
    switch action {
    case .refresh: [.run(.fetchStatus), .say(.info, Notice.asking)]
    case .showObject:
      world.customObject.map { [.push(Route(CustomObjectScreen.self, .init($0)))] } ?? []
    }
  }

  static func isPage(_ state: State) -> Bool { true }

  static func page(_ state: State, _ world: World, width: Int) -> TextPage {
    var page = TextPage(width: width)
    page.text(say("status.title"), Style(.title, .bold))
    page.blank()
    if let failure = world.statusFailure {
      page.words(FailureWords(failure), Style(.warning), sign: "!")
      page.blank()
    }
    let (standing, facts) = (StatusWords.standing(world), StatusWords.facts(world))
    let labels = TextPage.labelColumns((standing + facts).map(\.label), width: width)
    for row in standing { page.pair(row.label, row.value, row.style, labelColumns: labels) }
    for words in StatusWords.explanations(world) {
      page.blank()
      page.words(words, Style(.warning, .bold), sign: "!")
    }
    if !StatusWords.explanations(world).isEmpty { page.blank() }
    for row in facts { page.pair(row.label, row.value, row.style, labelColumns: labels) }
    return page
  }
}

extension World {
  /// The bank's own data about this activation; nil when there are none.
  var customObject: JSONValue? {
    guard let object = status?.customObject, object != .null, object != [:] else { return nil }
    return object
  }
}
