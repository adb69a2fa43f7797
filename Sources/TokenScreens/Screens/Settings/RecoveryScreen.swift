import TokenModel

/// The two things to do with recovery codes.
enum RecoveryScreen: Screen {
  struct State: Equatable, Sendable {}

  enum Action: Equatable, Sendable { case show, confirm }

  static func chrome(_ state: State) -> Chrome { .page(back: "Settings") }

  static func keys(_ state: State, _ world: World) -> [KeyBinding<Action>] {
    let isWide = world.size.columns >= 60
    return [
      KeyBinding(
        "s", label: isWide ? "show the code" : "show",
        help: "Shows this activation's recovery code and its PUK.",
        action: .show),
      KeyBinding(
        "c", label: isWide ? "confirm a card" : "confirm",
        help: "Tells your bank that you hold a card with a code.",
        action: .confirm),
    ]
  }

  static func reduce(_ state: inout State, _ action: Action, _ world: World) -> [Step] {
    switch action {
    case .show: [.push(Route(PINScreen.self, .init(.recovery)))]
    case .confirm: [.push(Route(RecoveryCardScreen.self, .init()))]
    }
  }

  static func isPage(_ state: State) -> Bool { true }

  static func page(_ state: State, _ world: World, width: Int) -> TextPage {
    var page = TextPage(width: width)
    page.text("Recovery codes", Style(.title, .bold))
    page.blank()
    page.text("With a code and its PUK you activate another device when this one is lost.")
    page.blank()
    page.text("Shows this activation's code.", sign: "s")
    page.text("Confirms a code from a card.", sign: "c")
    return page
  }
}
