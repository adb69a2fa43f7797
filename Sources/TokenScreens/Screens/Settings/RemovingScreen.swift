import TokenModel

/// A removal on its way.
enum RemovingScreen: Screen {
  struct State: Equatable, Sendable {
    var phase: Phase
    init(since: Moment) { phase = .sending(since: since) }
  }

  enum Phase: Equatable, Sendable { case sending(since: Moment), failed(TokenFailure) }
  enum Action: Equatable, Sendable { case failed(TokenFailure) }

  static func chrome(_ state: State) -> Chrome {
    if case .sending = state.phase { .dialog } else { .page(back: "Settings") }
  }

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

  static func isPage(_ state: State) -> Bool {
    if case .failed = state.phase { true } else { false }
  }

  static func page(_ state: State, _ world: World, width: Int) -> TextPage {
    var page = TextPage(width: width)
    guard case .failed(let failure) = state.phase else { return page }
    page.text("The activation was not removed", Style(.title, .bold))
    page.blank()
    page.failure(failure)
    return page
  }

  static func view(_ state: State, _ world: World, _ canvas: inout Canvas) {
    guard case .sending(let since) = state.phase, let words = busy(since, world).shown else {
      return
    }
    var page = TextPage(width: DialogBox.textColumns(world.area))
    page.text(words)
    _ = DialogBox("Remove this activation", page).draw(&canvas, world.area)
  }

  static func nextChange(_ state: State, _ world: World) -> Int64? {
    guard case .sending(let since) = state.phase else { return nil }
    return busy(since, world).nextChange
  }

  private static func busy(_ since: Moment, _ world: World) -> BusyWords {
    BusyWords("Removing the activation\u{2026}", since: since, at: world.now)
  }
}
