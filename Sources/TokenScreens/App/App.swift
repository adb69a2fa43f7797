import TokenModel

/// The interface as a pure machine: actions in, effects out, pictures on request.
public enum App {
  /// What is to be done once, before anything else has happened.
  public static func start(_ state: inout AppState) -> [Effect] {
    [.setTitle("Countersign"), .loadActivation]
  }

  /// Takes one action and says what it asks for.
  public static func reduce(_ state: inout AppState, _ action: AppAction) -> [Effect] {
    Language.$current.withValue(state.world.language) { step(&state, action) }
  }

  private static func step(_ state: inout AppState, _ action: AppAction) -> [Effect] {
    let (question, notice) = (state.question, state.notice)
    let effects = state.apply(action)
    let isAnother = state.question != question
    if isAnother { state.facedAt = nil }
    // What has just been said stays; what was said before goes when it is true no more.
    if let notice, state.notice == notice, isAnother || notice.ends(with: action) {
      state.notice = nil
    }
    return effects
  }
}

extension AppState {
  mutating func apply(_ action: AppAction) -> [Effect] {
    switch action {
    case .input(let input, let now):
      world.now = now
      return take(input)
    case .event(let event, let now):
      world.now = now
      let steps = receive(event)
      let effects = perform(steps)
      settle()
      return effects
    case .resized(let size):
      world.size = size
      if Layout.isTooSmall(size) { clearSecrets() }
      settle()
      return redrawPictures()
    case .resumed(let now):
      world.now = now
      return [.redraw, .refreshOperations]
    case .painted(let now):
      paint(at: now)
      return []
    }
  }

  /// Carries out what a screen asked for; what is beyond the screens comes back as effects.
  mutating func perform(_ steps: [Step]) -> [Effect] {
    var effects: [Effect] = []
    for step in steps {
      switch step {
      case .run(let effect):
        if case .fetchStatus = effect { world.statusRequests += 1 }
        if case .fetchStatusLater = effect { world.statusRequests += 1 }
        if case .digest = effect { world.digest = nil }
        if case .speak(let language) = effect { speak(language) }
        world.inbox.asked(effect, at: world.now)
        effects.append(effect)
      case .push(let route):
        if let id = route.state(of: OperationScreen.self)?.operation.id { world.feed.saw(id) }
        show(routes + [route])
      case .replace(let route): show(routes.dropLast() + [route])
      case .home(let route): show([route])
      case .back: if routes.count > 1 { routes.removeLast() }
      case .say(let kind, let text): notice = Notice(kind, text, at: world.now)
      case .dispatch(let action): effects += dispatch(action)
      case .follow(let text, let origin): effects += perform(follow(text, by: origin))
      case .press(let key): effects += take(.key(key))
      case .setting(let row): effects += open(row)
      }
    }
    return effects
  }

  /// What was said stands there in the old language; new texts of the bank are no news.
  private mutating func speak(_ language: Language) {
    (world.language, notice) = (language, nil)
    world.feed.translate()
  }

  /// Hands `action` to the screen that knows it; a screen that moves on takes what stands above
  /// it along.
  mutating func dispatch(_ action: RouteAction) -> [Effect] {
    // A late action: the screen is gone.
    guard let index = routes.lastIndex(where: { $0.accepts(action) }) else { return [] }
    let steps = routes[index].reduce(action, world(for: index))
    if steps.contains(where: \.isNavigation) {
      routes.removeLast(routes.count - 1 - index)
    }
    return perform(steps)
  }

  private mutating func show(_ stack: [Route]) {
    routes = stack
    let index = routes.count - 1
    routes[index].settle(world(for: index))
  }

  /// Lets every screen look at the world anew.
  mutating func settle() {
    for index in routes.indices { routes[index].settle(world(for: index)) }
  }

  mutating func clearSecrets() {
    for index in routes.indices { routes[index].clearSecrets() }
    leaveSecretSteps()
    leaveCodeSteps()
  }

  private mutating func paint(at now: Moment) {
    guard !Layout.isTooSmall(size) else { return }
    if facedAt == nil { facedAt = now }
    let index = routes.count - 1
    routes[index].painted(world(for: index))
  }
}
