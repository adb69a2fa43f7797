import TokenModel

/// Shows the fingerprint until the bank has confirmed the activation; moves on by itself.
enum WaitingScreen: Screen {
  struct State: Equatable, Sendable {
    /// Why the latest question got no answer.
    var failure: TokenFailure?
    /// Grows with each answer that has no news.
    var pause = shortestPause
  }

  enum Action: Equatable, Sendable {
    /// The bank has not confirmed yet.
    case notYet
    case failed(TokenFailure)
    case askNow, remove
  }

  /// Milliseconds between two questions: at first, more with each one, and at most.
  static let shortestPause: Int64 = 2000
  private static let step: Int64 = 500
  private static let longestPause: Int64 = 5000

  static func keys(_ state: State, _ world: World) -> [KeyBinding<Action>] {
    [
      KeyBinding("r", label: say("keys.ask-now"), help: say("keys.ask-now-help"), action: .askNow),
      KeyBinding(
        "X", label: say("waiting.differ"), help: say("waiting.differ-help"),
        action: .remove),
    ]
  }

  static func reduce(_ state: inout State, _ action: Action, _ world: World) -> [Step] {
    switch action {
    case .notYet:
      state.failure = nil
      return askLater(&state, world)
    case .failed(let failure):
      state.failure = failure
      return askLater(&state, world)
    case .askNow:
      return [.run(.fetchStatus), .say(.info, Notice.asking)]
    case .remove:
      return [.push(Route(LocalRemovalScreen.self, .init(cause: .fingerprintDiffers)))]
    }
  }

  private static func askLater(_ state: inout State, _ world: World) -> [Step] {
    // Another question is under way and will go on by itself.
    guard world.statusRequests == 0 else { return [] }
    defer { state.pause = min(longestPause, state.pause + step) }
    return [.run(.fetchStatusLater(milliseconds: state.pause))]
  }

  static func isPage(_ state: State) -> Bool { true }

  static func page(_ state: State, _ world: World, width: Int) -> TextPage {
    let isRoomy = world.area.rows >= 12
    var page = TextPage(width: width)
    if isRoomy, let greeting = EntryWords.greeting(world.userInfo) {
      page.text(greeting, Style(.success))
      page.blank()
    }
    page.text(say("waiting.title"), Style(.title, .bold))
    if isRoomy { page.blank() }
    page.text(
      DigestWords.fingerprint(world.activation?.fingerprint ?? ""), Style(.accent, .bold), indent: 4
    )
    if isRoomy { page.blank() }
    page.text(say("waiting.same"))
    page.text(say("waiting.different"))
    if isRoomy { page.blank() }
    if let failure = state.failure {
      page.text(
        say("waiting.failed", ["failure": FailureWords(failure).happened]), Style(.warning),
        sign: "!")
    } else {
      page.text(say("waiting.waiting"), Style(.muted))
    }
    return page
  }
}
