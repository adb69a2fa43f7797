import TokenModel

/// The bank knows now that the user holds a recovery card.
enum RecoveryConfirmedScreen: Screen {
  struct State: Equatable, Sendable {
    let confirmation: RecoveryConfirmation
    init(_ confirmation: RecoveryConfirmation) { self.confirmation = confirmation }
  }

  enum Action: Equatable, Sendable { case close }

  static func chrome(_ state: State) -> Chrome { .page(back: "Recovery codes") }

  static func keys(_ state: State, _ world: World) -> [KeyBinding<Action>] {
    [KeyBinding(.enter, label: "back", help: "Goes back.", action: .close)]
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
      page.text("The card was confirmed before", Style(.success, .bold), sign: "✓")
      page.text("Nothing has changed: it works.", indent: 2)
    } else {
      page.text("The card is confirmed", Style(.success, .bold), sign: "✓")
      page.text("From now on its codes work.", indent: 2)
    }
    page.text("Keep it away from this device.", indent: 2)
    return page
  }
}
