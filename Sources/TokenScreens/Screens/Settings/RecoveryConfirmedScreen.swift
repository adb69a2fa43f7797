import TokenModel

/// The bank knows now that the user holds a recovery card.
enum RecoveryConfirmedScreen: Screen {
  struct State: Equatable, Sendable {
    let confirmation: RecoveryConfirmation
    init(_ confirmation: RecoveryConfirmation) { self.confirmation = confirmation }
  }

  enum Action: Equatable, Sendable { case close }

  static func chrome(_ state: State) -> Chrome { .page(back: say("keys.page-recovery")) }

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
    if state.confirmation.alreadyConfirmed {
      page.text(say("recovery.confirmed-before"), Style(.success, .bold), sign: "✓")
      page.text(say("recovery.works"), indent: 2)
    } else {
      page.text(say("recovery.confirmed"), Style(.success, .bold), sign: "✓")
      page.text(say("recovery.works-now"), indent: 2)
    }
    page.text(say("recovery.keep-away"), indent: 2)
    return page
  }
}
