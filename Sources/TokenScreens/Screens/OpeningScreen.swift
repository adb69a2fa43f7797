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
      : [KeyBinding("r", label: "try again", help: "Reads the files again.", action: .tryAgain)]
  }

  static func reduce(_ state: inout State, _ action: Action, _ world: World) -> [Step] {
    switch action {
    case .tryAgain:
      state.failure = nil
      return [.run(.loadActivation)]
    }
  }

  static func view(_ state: State, _ world: World, _ canvas: inout Canvas) {
    // Nothing to say for the few milliseconds that reading takes.
    guard let failure = state.failure else { return }
    let column = PageFrame.column(world.area)
    var page = TextPage(width: column.columns)
    page.failure(failure)
    page.view(&canvas, column)
  }
}
