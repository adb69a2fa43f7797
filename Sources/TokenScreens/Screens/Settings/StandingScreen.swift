import TokenModel

/// Why this activation can do nothing now.
enum Standing: Equatable, Sendable {
  case blocked, removed
  case deadlocked(ActivationState)

  var failure: TokenFailure {
    switch self {
    case .blocked: .blocked
    case .removed: .removed
    case .deadlocked(let state): .deadlocked(server: state)
    }
  }

  var title: String {
    switch self {
    case .blocked: say("standing.blocked")
    case .removed: say("standing.removed")
    case .deadlocked: say("standing.out-of-step")
    }
  }
}

/// The page of a blocked, removed or deadlocked activation.
enum StandingScreen: Screen {
  struct State: Equatable, Sendable {
    let standing: Standing
    /// The decision that was under way, which did not count.
    let lost: Lost?
    var failure: TokenFailure?

    init(standing: Standing, lost: Lost? = nil) {
      self.standing = standing
      self.lost = lost
    }
  }

  struct Lost: Equatable, Sendable {
    let operation: UserOperation
    let decision: Decision

    var words: String {
      switch decision {
      case .approve: say("standing.not-approved", ["operation": operation.deed])
      case .reject: say("standing.not-rejected", ["operation": operation.deed])
      }
    }
  }

  enum Action: Equatable, Sendable {
    /// The server said again that it stands like this.
    case confirmed
    case failed(TokenFailure)
    case askNow, showStatus, removeLocally
  }

  /// Milliseconds between two questions while the bank may lift the block at any time.
  private static let pause: Int64 = 10_000

  static func keys(_ state: State, _ world: World) -> [KeyBinding<Action>] {
    [
      KeyBinding("r", label: say("keys.ask-now"), help: say("keys.ask-now-help"), action: .askNow),
      KeyBinding(
        "L", label: say("standing.remove"), help: say("standing.remove-help"),
        action: .removeLocally),
      KeyBinding(
        "s", label: say("standing.status"), help: say("standing.status-help"),
        action: .showStatus),
    ]
  }

  static func reduce(_ state: inout State, _ action: Action, _ world: World) -> [Step] {
    switch action {
    case .confirmed:
      state.failure = nil
      return askLater(state, world)
    case .failed(let failure):
      state.failure = failure
      return askLater(state, world)
    case .askNow:
      return [.run(.fetchStatus), .say(.info, Notice.asking)]
    case .showStatus:
      return [.push(Route(StatusScreen.self, .init(back: state.standing.title)))]
    case .removeLocally:
      return [.push(Route(LocalRemovalScreen.self, .init()))]
    }
  }

  private static func askLater(_ state: State, _ world: World) -> [Step] {
    guard state.standing == .blocked, world.statusRequests == 0 else { return [] }
    return [.run(.fetchStatusLater(milliseconds: pause))]
  }

  static func isPage(_ state: State) -> Bool { true }

  static func page(_ state: State, _ world: World, width: Int) -> TextPage {
    var page = TextPage(width: width)
    page.text(state.standing.title, Style(.title, .bold))
    if world.area.rows >= 12 { page.blank() }
    if let lost = state.lost {
      page.text(lost.words, Style(.warning, .bold))
    }
    page.failure(state.standing.failure)
    page.blank()
    if let failure = state.failure {
      page.text(FailureWords(failure).happened, Style(.warning), sign: "!")
    } else if state.standing == .blocked {
      page.text(say("standing.moves-on"), Style(.muted))
    }
    return page
  }
}
