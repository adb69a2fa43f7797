import TokenModel

/// How this machine's clock stands to the bank's.
enum ClockScreen: Screen {
  struct State: Equatable, Sendable {
    var answer: Awaited<ClockReport>
    init(since: Moment) { answer = Awaited(since: since) }
  }

  enum Action: Equatable, Sendable { case refresh, answered(AppEvent.Outcome<ClockReport>) }

  static func chrome(_ state: State) -> Chrome { .page(back: say("keys.page-settings")) }

  static func keys(_ state: State, _ world: World) -> [KeyBinding<Action>] {
    [KeyBinding("r", label: say("keys.ask-again"), help: say("clock.ask-help"), action: .refresh)]
  }

  static func reduce(_ state: inout State, _ action: Action, _ world: World) -> [Step] {
    switch action {
    case .refresh:
      // One question at a time.
      guard state.answer.since == nil else { return [] }
      state.answer.ask(at: world.now)
      return [.run(.checkClock)]
    case .answered(let outcome):
      state.answer.receive(outcome)
      return []
    }
  }

  static func isPage(_ state: State) -> Bool { true }

  static func page(_ state: State, _ world: World, width: Int) -> TextPage {
    var page = TextPage(width: width)
    page.text(say("settings.clock"), Style(.title, .bold))
    page.blank()
    state.answer.write(say("settings.asking"), at: world.now, &page)
    guard let report = state.answer.value else { return page }
    let columns = TextPage.labelColumns([say("clock.bank")], width: width)
    page.pair(
      say("clock.bank"), TimeWords.full(world.now.serverTime, in: world.now), labelColumns: columns)
    page.pair(say("clock.here"), ClockWords.adjustment(report), labelColumns: columns)
    page.pair(
      say("clock.round-trip"), "\(report.roundTripMilliseconds) ms", labelColumns: columns)
    page.blank()
    page.text(ClockWords.explanation(report), Style(.muted))
    return page
  }

  static func nextChange(_ state: State, _ world: World) -> Int64? {
    let tick = state.answer.value.map { _ in world.now.millisecondsToNextSecond }
    return [state.answer.nextChange(at: world.now), tick].compactMap { $0 }.min()
  }
}
