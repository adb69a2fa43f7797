/// A screen on the stack, whichever it is.
struct Route: Equatable, Sendable {
  private var box: any AnyScreen

  init<S: Screen>(_ screen: S.Type, _ state: S.State) { box = ScreenBox<S>(state: state) }

  static func == (one: Route, other: Route) -> Bool { one.box.isEqual(to: other.box) }

  /// The state, when it is this screen that stands here.
  func state<S: Screen>(of screen: S.Type) -> S.State? { (box as? ScreenBox<S>)?.state }

  /// Changes the state, when it is this screen that stands here.
  mutating func update<S: Screen>(_ screen: S.Type, _ change: (inout S.State) -> Void) {
    guard var typed = box as? ScreenBox<S> else { return }
    change(&typed.state)
    box = typed
  }

  var chrome: Chrome { box.chrome }
  var identity: ScreenIdentity { box.identity }
  var isDecision: Bool { box.isDecision }
  var isTyping: Bool { box.isTyping }
  var whyNotLeave: String? { box.whyNotLeave }

  /// True when the action belongs to this screen.
  func accepts(_ action: RouteAction) -> Bool { box.accepts(action) }

  func keys(_ world: World) -> [KeyBinding<RouteAction>] { box.keys(world) }
  func action(for input: LooseInput, _ world: World) -> RouteAction? {
    box.action(for: input, world)
  }
  func action(for event: Mouse.Event, _ cell: Int, of cells: Int) -> RouteAction? {
    box.action(for: event, cell, of: cells)
  }
  mutating func reduce(_ action: RouteAction, _ world: World) -> [Step] {
    box.reduce(action, world)
  }
  mutating func settle(_ world: World) { box.settle(world) }
  mutating func painted(_ world: World) { box.painted(world) }
  mutating func clearSecrets() { box.clearSecrets() }
  var farewell: [Step] { box.farewell }
  /// True for a page of text that the machine scrolls.
  var isPage: Bool { box.isPage }
  mutating func scroll(_ move: ListCursor.Move, _ world: World) { box.scroll(move, world) }
  func view(_ world: World, _ canvas: inout Canvas) { box.view(world, &canvas) }
  func headline(_ world: World, _ canvas: inout Canvas, endingAt column: Int) -> Int {
    box.headline(world, &canvas, column)
  }
  func nextChange(_ world: World) -> Int64? { box.nextChange(world) }
}

/// What the user faces: two equal ones ask the same question.
struct ScreenIdentity: Equatable, Sendable {
  let screen: ObjectIdentifier
  let revision: Int
}

/// An action of some screen.
struct RouteAction: Equatable, Sendable {
  fileprivate let box: any AnyAction

  init<S: Screen>(_ screen: S.Type, _ action: S.Action) { box = ActionBox<S>(action: action) }

  static func == (one: RouteAction, other: RouteAction) -> Bool { one.box.isEqual(to: other.box) }
}

private protocol AnyAction: Sendable {
  func isEqual(to other: any AnyAction) -> Bool
}

private struct ActionBox<S: Screen>: AnyAction {
  let action: S.Action

  func isEqual(to other: any AnyAction) -> Bool { (other as? Self)?.action == action }
}

private protocol AnyScreen: Sendable {
  var chrome: Chrome { get }
  var identity: ScreenIdentity { get }
  var isDecision: Bool { get }
  var isTyping: Bool { get }
  var whyNotLeave: String? { get }
  func isEqual(to other: any AnyScreen) -> Bool
  func accepts(_ action: RouteAction) -> Bool
  func keys(_ world: World) -> [KeyBinding<RouteAction>]
  func action(for input: LooseInput, _ world: World) -> RouteAction?
  func action(for event: Mouse.Event, _ cell: Int, of cells: Int) -> RouteAction?
  mutating func reduce(_ action: RouteAction, _ world: World) -> [Step]
  mutating func settle(_ world: World)
  mutating func painted(_ world: World)
  mutating func clearSecrets()
  var farewell: [Step] { get }
  var isPage: Bool { get }
  mutating func scroll(_ move: ListCursor.Move, _ world: World)
  func view(_ world: World, _ canvas: inout Canvas)
  func headline(_ world: World, _ canvas: inout Canvas, _ column: Int) -> Int
  func nextChange(_ world: World) -> Int64?
}

private struct ScreenBox<S: Screen>: AnyScreen {
  var state: S.State
  var scroller = Scroller()

  var chrome: Chrome { S.chrome(state) }
  var identity: ScreenIdentity {
    ScreenIdentity(screen: ObjectIdentifier(S.self), revision: S.revision(state))
  }
  var isDecision: Bool { S.isDecision }
  var isTyping: Bool { S.isTyping(state) }
  var whyNotLeave: String? { S.whyNotLeave(state) }

  func isEqual(to other: any AnyScreen) -> Bool {
    (other as? Self).map { $0.state == state && $0.scroller == scroller } ?? false
  }

  func accepts(_ action: RouteAction) -> Bool { action.box is ActionBox<S> }

  func keys(_ world: World) -> [KeyBinding<RouteAction>] {
    S.keys(state, world).map { $0.map { RouteAction(S.self, $0) } }
  }

  func action(for input: LooseInput, _ world: World) -> RouteAction? {
    S.action(for: input, state, world).map { RouteAction(S.self, $0) }
  }

  func action(for event: Mouse.Event, _ cell: Int, of cells: Int) -> RouteAction? {
    S.action(for: event, cell, of: cells, state).map { RouteAction(S.self, $0) }
  }

  mutating func reduce(_ action: RouteAction, _ world: World) -> [Step] {
    guard let action = action.box as? ActionBox<S> else { return [] }
    return S.reduce(&state, action.action, world)
  }

  mutating func settle(_ world: World) { S.settle(&state, world) }
  mutating func painted(_ world: World) {
    S.painted(&state, world)
    if isPage { S.saw(&state, from: scroller, world) }
  }
  mutating func clearSecrets() { S.clearSecrets(&state) }
  var farewell: [Step] { S.farewell(state) }
  var isPage: Bool { S.isPage(state) }

  private func page(_ world: World) -> TextPage {
    S.page(state, world, width: PageFrame.column(world.area).columns)
  }

  mutating func scroll(_ move: ListCursor.Move, _ world: World) {
    guard isPage else { return }
    scroller.move(
      move, lines: page(world).lines.count, visible: PageFrame.column(world.area).rows)
  }

  func view(_ world: World, _ canvas: inout Canvas) {
    if isPage { PageFrame.draw(page(world), scroller, &canvas, world.area) }
    S.view(state, world, &canvas)
  }

  func headline(_ world: World, _ canvas: inout Canvas, _ column: Int) -> Int {
    S.headline(state, world, &canvas, endingAt: column)
  }
  func nextChange(_ world: World) -> Int64? { S.nextChange(state, world) }
}
