import TokenModel

/// A removal on its way.
enum RemovingScreen: Screen {
  struct State: Equatable, Sendable {
    var phase: Phase
    init(since: Moment) { phase = .sending(since: since) }
  }

  enum Phase: Equatable, Sendable { case sending(since: Moment), failed(TokenFailure) }
  enum Action: Equatable, Sendable { case failed(TokenFailure) }

  static func chrome(_ state: State) -> Chrome { .dialog }

  static func revision(_ state: State) -> Int {
    if case .sending = state.phase { 0 } else { 1 }
  }

  static func whyNotLeave(_ state: State) -> String? {
    guard case .sending = state.phase else { return nil }
    return "The bank has not answered yet. It takes 20 s at most."
  }

  static func keys(_ state: State, _ world: World) -> [KeyBinding<Action>] { [] }

  static func reduce(_ state: inout State, _ action: Action, _ world: World) -> [Step] {
    switch action {
    case .failed(.wrongPIN(let left)):
      let refusal = FailureWords(.wrongPIN(attemptsLeft: left))
      return [
        .replace(Route(PINScreen.self, .init(.removal, refusal: refusal))), .run(.fetchStatus),
      ]
    case .failed(let failure):
      state.phase = .failed(failure)
      // The status tells whether a removal of unknown outcome was carried out.
      return [.run(.fetchStatus)]
    }
  }

  static func view(_ state: State, _ world: World, _ canvas: inout Canvas) {
    var page = TextPage(width: DialogBox.textColumns(world.area))
    switch state.phase {
    case .sending(let since):
      guard let words = busy(since, world).shown else { return }
      page.text(words)
    case .failed(let failure):
      page.failure(failure)
    }
    let (_, buttons) = DialogBox("Remove this activation", page).draw(&canvas, world.area)
    if case .failed = state.phase {
      DialogBox.buttons(&canvas, buttons, cancel: (.escape, "Back"), accept: nil)
    }
  }

  static func nextChange(_ state: State, _ world: World) -> Int64? {
    guard case .sending(let since) = state.phase else { return nil }
    return busy(since, world).nextChange
  }

  private static func busy(_ since: Moment, _ world: World) -> BusyWords {
    BusyWords("Removing the activation\u{2026}", since: since, at: world.now)
  }
}
