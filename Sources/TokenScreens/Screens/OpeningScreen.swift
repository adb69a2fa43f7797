import TokenModel

/// The first picture: this device's memory is being read, or could not be.
enum OpeningScreen: Screen {
  struct State: Equatable, Sendable {
    var failure: TokenFailure?
  }

  enum Action: Equatable, Sendable { case tryAgain }

  static func keys(_ state: State, _ world: World) -> [KeyBinding<Action>] {
    state.failure == nil
      ? []
      : [
        KeyBinding(
          "r", label: say("keys.try-again"), help: say("keys.read-again-help"), action: .tryAgain)
      ]
  }

  static func reduce(_ state: inout State, _ action: Action, _ world: World) -> [Step] {
    switch action {
    case .tryAgain:
      state.failure = nil
      return [.run(.loadActivation)]
    }
  }

  static func isPage(_ state: State) -> Bool { true }

  static func page(_ state: State, _ world: World, width: Int) -> TextPage {
    var page = TextPage(width: width)
    // Nothing to say for the few milliseconds that reading takes.
    if let failure = state.failure { page.failure(failure) }
    return page
  }
}
