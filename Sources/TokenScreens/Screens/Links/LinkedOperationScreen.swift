import TokenModel

/// The wait for an operation that a link or a code names, and that is not in the list.
///
/// It is claimed: one that is nobody's yet becomes this user's. That decides nothing.
enum LinkedOperationScreen: Screen {
  struct State: Equatable, Sendable {
    fileprivate(set) var link: OperationLink
    let origin: ProximityCheck.Origin
    /// When the link came.
    let received: Moment
    fileprivate(set) var phase: Phase

    init(_ link: OperationLink, by origin: ProximityCheck.Origin, at now: Moment) {
      (self.link, self.origin, received) = (link, origin, now)
      phase = .asking(since: now)
    }

    /// Made once the server's time is known: what came before has the same age by its clock.
    func proximityCheck(at now: Moment) -> ProximityCheck? {
      let age = now.monotonicMilliseconds - received.monotonicMilliseconds
      return link.proximityCheck(by: origin, received: now.after(milliseconds: -age).serverTime)
    }
  }

  enum Phase: Equatable, Sendable { case asking(since: Moment), failed(TokenFailure) }

  enum Action: Equatable, Sendable {
    case claimed(AppEvent.Outcome<UserOperation>), retry, close
  }

  static func open(
    _ link: OperationLink, by origin: ProximityCheck.Origin, _ world: World
  ) -> [Step] {
    [
      .push(Route(self, State(link, by: origin, at: world.now))),
      .run(.claimOperation(id: link.operationID)),
    ]
  }

  static func chrome(_ state: State) -> Chrome { .page(back: say("tabs.operations")) }

  static func keys(_ state: State, _ world: World) -> [KeyBinding<Action>] {
    guard case .failed = state.phase else { return [] }
    return [
      KeyBinding(
        .enter, label: say("links.close"), help: say("links.close-help"), action: .close),
      KeyBinding("r", label: say("links.retry"), help: say("links.retry-help"), action: .retry),
    ]
  }

  static func reduce(_ state: inout State, _ action: Action, _ world: World) -> [Step] {
    switch (action, state.phase) {
    case (.claimed(.success(let operation)), .asking):
      return [.back] + OperationScreen.open(operation, world)
        + OperationScreen.prove(state.proximityCheck(at: world.now))
    case (.claimed(.failure(let failure)), .asking): state.phase = .failed(failure)
    case (.retry, .failed):
      state.phase = .asking(since: world.now)
      return [.run(.claimOperation(id: state.link.operationID))]
    case (.close, .failed): return [.back]
    case (.claimed, .failed), (.retry, .asking), (.close, .asking):
      break  // Each question is answered once; while it is asked, only back leads away.
    }
    return []
  }

  static func clearSecrets(_ state: inout State) { state.link = state.link.withoutOTP }

  static func isPage(_ state: State) -> Bool { true }

  static func page(_ state: State, _ world: World, width: Int) -> TextPage {
    var page = TextPage(width: width)
    switch state.phase {
    case .asking(let since):
      guard let words = BusyWords(say("links.looking"), since: since, at: world.now).shown
      else { break }
      page.text(say("links.looking-title"), Style(.title, .bold))
      page.blank()
      page.text(words, Style(.muted))
    case .failed(let failure):
      page.text(say("links.not-opened"), Style(.title, .bold))
      page.blank()
      page.failure(failure, in: .link)
    }
    return page
  }

  static func nextChange(_ state: State, _ world: World) -> Int64? {
    guard case .asking(let since) = state.phase else { return nil }
    return BusyWords("", since: since, at: world.now).nextChange
  }
}
