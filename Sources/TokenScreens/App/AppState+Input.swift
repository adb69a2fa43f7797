import TokenModel

/// From what was pressed to what it means here.
extension AppState {
  mutating func take(_ input: Input) -> [Effect] {
    switch input {
    case .key(let key): return press(key)
    case .paste(let text): return takeLoosely(.paste(text)) ?? []
    case .mouse(let mouse): return take(mouse)
    case .focus: return []  // The picture is the same, whoever looks.
    }
  }

  private mutating func take(_ mouse: Mouse) -> [Effect] {
    switch mouse.event {
    case .press:
      switch App.view(self, at: world.now).click(at: mouse.position) {
      case .key(let key)?: return press(key)
      case .row(let row)?: return takeLoosely(.row(row)) ?? []
      case .slider?: return slide(mouse)
      case nil: return []
      }
    case .wheelUp: return takeLoosely(.wheel(-3)) ?? []
    case .wheelDown: return takeLoosely(.wheel(3)) ?? []
    case .release, .drag: return slide(mouse)
    }
  }

  /// The mouse on the top screen's slider; where the pointer leaves the track, its end counts.
  private mutating func slide(_ mouse: Mouse) -> [Effect] {
    guard !Layout.isTooSmall(size), !isTooEarly,
      let track = App.view(self, at: world.now).slider
    else { return [] }
    let cell = max(0, min(mouse.position.column - track.column, track.columns))
    return top.action(for: mouse.event, cell, of: track.columns).map { dispatch($0) } ?? []
  }

  private mutating func press(_ key: Key) -> [Effect] {
    if key == .control("l") { return [.redraw] }
    if key == .control("z") { return suspend() }
    if Layout.isTooSmall(size) { return pressWhenTooSmall(key) }
    if isTooEarly { return [] }
    let index = routes.count - 1
    if let binding = top.keys(world(for: index)).first(where: { $0.keys.contains(key) }) {
      return run(binding)
    }
    if let effects = takeLoosely(.key(key)) { return effects }
    guard let binding = GlobalKeys.bindings(self).first(where: { $0.keys.contains(key) }) else {
      return []
    }
    if let why = binding.whyNot { return refuse(why) }
    return run(binding.action)
  }

  /// Runs a row of the top screen's table, or says why not.
  private mutating func run(_ binding: KeyBinding<RouteAction>) -> [Effect] {
    binding.whyNot.map { refuse($0) } ?? dispatch(binding.action)
  }

  private mutating func run(_ action: GlobalAction) -> [Effect] {
    switch action {
    case .help: return perform([.push(Route(HelpScreen.self, .init(of: self)))])
    case .palette: return perform([.push(Route(PaletteScreen.self, .init(of: self)))])
    case .redraw: return [.redraw]
    case .suspend: return suspend()
    case .leave where asksBeforeLeaving: return perform([.push(Route(LeaveScreen.self, .init()))])
    case .interrupt, .leave: return leave()
    case .move(let move):
      scroll(move)
      return []
    case .tab(let tab): return perform(go(to: tab))
    case .profiles: return perform(ProfilesScreen.open)
    case .scan: return perform(ScanScreen.open)
    }
  }

  /// Closes what stands over the list of operations, and opens the page that is wanted.
  private func go(to tab: Tab) -> [Step] {
    let isThere = top.chrome == .tab(tab)
    guard !isThere else { return [] }
    let home = Array(repeating: Step.back, count: routes.count - 1)
    return switch tab {
    case .operations: home
    case .inbox: home + InboxScreen.open(world)
    case .history: home + [.push(Route(HistoryScreen.self, .init()))]
    case .offline: home + [.push(Route(OfflineScreen.self, .init()))]
    case .settings: home + [.push(Route(SettingsScreen.self, .init())), .run(.fetchStatus)]
    }
  }

  /// Something would be lost for good.
  private var asksBeforeLeaving: Bool {
    routes.count == 1 && !world.context.isKept && world.activation != nil
      && top.whyNotLeave == nil
  }

  /// Opens a row of the settings from whatever page is open.
  mutating func open(_ row: SettingsRow) -> [Effect] {
    if let why = top.whyNotLeave { return refuse(why) }
    let open = RouteAction(SettingsScreen.self, .open(row))
    return perform(go(to: .settings) + [.dispatch(open)])
  }

  private mutating func leave() -> [Effect] {
    if let why = top.whyNotLeave { return refuse(why) }
    return routes.count > 1 ? perform(top.farewell + [.back]) : [.quit]
  }

  private mutating func refuse(_ why: String) -> [Effect] {
    perform([.say(.warning, why)])
  }

  private mutating func suspend() -> [Effect] {
    clearSecrets()
    return [.suspend]
  }

  /// Too small to see what one does: only leaving works.
  private mutating func pressWhenTooSmall(_ key: Key) -> [Effect] {
    guard key == "q" || key == .control("c"), top.whyNotLeave == nil else { return [] }
    return [.quit]
  }

  /// Nil when the input means nothing to the top screen.
  private mutating func takeLoosely(_ input: LooseInput) -> [Effect]? {
    guard !Layout.isTooSmall(size), !isTooEarly else { return [] }
    if let action = top.action(for: input, world(for: routes.count - 1)) {
      return dispatch(action)
    }
    if case .wheel(let lines) = input { scroll(.scroll(lines)) }
    return nil
  }

  private mutating func scroll(_ move: ListCursor.Move) {
    let index = routes.count - 1
    routes[index].scroll(move, world(for: index))
  }
}

/// Keys that were on their way before the question was on the screen.
extension AppState {
  /// Milliseconds without a key that end a burst; what began too early is dropped to its end.
  private static let burstPause: Int64 = 150

  private var isTooEarly: Bool {
    mutating get {
      guard top.isDecision else { return false }
      let now = world.now.monotonicMilliseconds
      let isUnseen = facedAt.map { now < $0.monotonicMilliseconds } ?? true
      let isInBurst = droppedAt.map { now < $0.monotonicMilliseconds + Self.burstPause } ?? false
      guard isUnseen || isInBurst else {
        droppedAt = nil
        return false
      }
      droppedAt = world.now
      return true
    }
  }
}
