import TokenModel

/// The two things to do with recovery codes.
enum RecoveryScreen: Screen {
  struct State: Equatable, Sendable {}

  enum Action: Equatable, Sendable { case show, confirm }

  static func chrome(_ state: State) -> Chrome { .page(back: say("keys.page-settings")) }

  static func keys(_ state: State, _ world: World) -> [KeyBinding<Action>] {
    let isWide = world.size.columns >= 60
    return [
      KeyBinding(
        "s", label: isWide ? say("recovery.show-code") : say("keys.show"),
        help: say("recovery.show-help"),
        action: .show),
      KeyBinding(
        "c", label: isWide ? say("recovery.confirm-card") : say("recovery.confirm-short"),
        help: say("recovery.confirm-help"),
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
    page.text(say("keys.page-recovery"), Style(.title, .bold))
    page.blank()
    page.text(say("recovery.purpose"))
    page.blank()
    page.text(say("recovery.shows"), sign: "s")
    page.text(say("recovery.confirms"), sign: "c")
    return page
  }
}
