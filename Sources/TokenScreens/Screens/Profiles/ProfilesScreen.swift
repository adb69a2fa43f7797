import TokenModel

/// The banks side by side: which profile is open, and the change to another one.
enum ProfilesScreen: Screen {
  struct State: Equatable, Sendable {
    /// Nil until the configuration has been read.
    var entries: [ProfileEntry]?
    var cursor = ListCursor()
    /// The change that is under way.
    var switching: Switching?
    /// Why the latest change did not come about.
    var refusal: String?
  }

  struct Switching: Equatable, Sendable {
    let name: String
    let since: Moment
  }

  enum Action: Equatable, Sendable {
    case loaded([ProfileEntry])
    case refused(name: String, problem: String)
    case move(ListCursor.Move), open, row(Int), reload
  }

  /// Opens the page from everywhere; the small letter is the PIN's in the settings.
  static let key: Key = "P"

  /// The page, and what it shows.
  static var open: [Step] { [.push(Route(Self.self, .init())), .run(.loadProfiles)] }

  static func chrome(_ state: State) -> Chrome { .page(back: say("overlays.back")) }

  static func whyNotLeave(_ state: State) -> String? {
    state.switching == nil ? nil : say("profiles.opening")
  }

  static func keys(_ state: State, _ world: World) -> [KeyBinding<Action>] {
    [
      KeyBinding(
        .enter, "l", .right, label: say("keys.open"), help: say("profiles.open-help"),
        action: .open, whyNot: whyNotOpen(state, world))
    ] + ScrollKeys.table { .move($0) } + [
      KeyBinding(
        "r", label: say("profiles.reload"), help: say("profiles.reload-help"), action: .reload)
    ]
  }

  private static func whyNotOpen(_ state: State, _ world: World) -> String? {
    if state.switching != nil { return say("profiles.opening") }
    guard let entry = selected(state) else { return say("profiles.none") }
    return entry.name == world.context.profile ? say("profiles.open-already") : nil
  }

  private static func selected(_ state: State) -> ProfileEntry? {
    guard let entries = state.entries, entries.indices.contains(state.cursor.index) else {
      return nil
    }
    return entries[state.cursor.index]
  }

  static func action(for input: LooseInput, _ state: State, _ world: World) -> Action? {
    switch input {
    case .row(let row): .row(row)
    case .wheel(let lines): .move(.scroll(lines.signum()))
    case .key, .paste: nil
    }
  }

  static func reduce(_ state: inout State, _ action: Action, _ world: World) -> [Step] {
    switch action {
    case .loaded(let entries):
      let place = selected(state)?.name ?? world.context.profile
      state.entries = entries
      let index = entries.firstIndex { $0.name == place } ?? 0
      move(&state, .to(index), world)
    case .refused(let name, let problem):
      guard state.switching?.name == name else { return [] }
      (state.switching, state.refusal) = (nil, problem)
    case .move(let step):
      guard state.switching == nil else { return [] }
      state.refusal = nil
      move(&state, step, world)
    case .row(let row):
      guard state.switching == nil else { return [] }
      move(&state, .to(row), world)
    case .open:
      guard let entry = selected(state) else { return [] }
      if let problem = entry.problem {
        // Its line in the list is too short for most of them.
        state.refusal = problem
        return []
      }
      (state.switching, state.refusal) = (Switching(name: entry.name, since: world.now), nil)
      return [.run(.switchProfile(entry.name))]
    case .reload:
      return [.run(.loadProfiles)]
    }
    return []
  }

  private static func move(_ state: inout State, _ move: ListCursor.Move, _ world: World) {
    state.cursor.move(
      move, count: state.entries?.count ?? 0, visible: ProfilesView.visible(state, world))
  }

  static func settle(_ state: inout State, _ world: World) {
    state.cursor.settle(
      count: state.entries?.count ?? 0, visible: ProfilesView.visible(state, world))
  }

  static func view(_ state: State, _ world: World, _ canvas: inout Canvas) {
    ProfilesView.draw(state, world, &canvas)
  }

  static func nextChange(_ state: State, _ world: World) -> Int64? {
    state.switching.map { ProfilesView.busy($0, world).nextChange }
  }
}
