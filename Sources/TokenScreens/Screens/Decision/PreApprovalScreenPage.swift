import TokenModel

/// A page that the bank wants read before an approval.
enum PreApprovalScreenPage: Screen {
  struct State: Equatable, Sendable {
    let operation: UserOperation
    let index: Int
    /// The code that proves to stand before the bank's page was taken already.
    let hasCode: Bool
    /// What the user has typed where the bank wants a deliberate gesture.
    var word = TextField(limit: 12)
    var slider = Slider()
    var reading = Reading()
    /// When the page first stood on the terminal; from then on its counter runs.
    var openedAt: Moment?

    init(_ operation: UserOperation, _ index: Int, hasCode: Bool = false) {
      self.operation = operation
      self.index = index
      self.hasCode = hasCode
    }

    var screens: [PreApprovalScreen] { operation.ui.preApprovalScreens }
    var screen: PreApprovalScreen { screens[index] }
    var hasSlider: Bool { screen.controls.approve.kind == .slider }
    /// The bank wants a way back that is no rejection; before the first page there is none.
    var offersBack: Bool {
      index > 0 && (screen.hasBackButton || screen.controls.decline?.kind == .back)
    }
  }

  enum Action: Equatable, Sendable {
    case accept, back, reject, hold
    case slide(Mouse.Event, cell: Int, of: Int)
    case move(ListCursor.Move), edit(Key)
    /// The link at that place of the page.
    case follow(Int)
  }

  /// What is typed where there is no mouse and no key that repeats; a paste does not count.
  static var word: String { say("preapproval.word") }

  static var isDecision: Bool { true }
  static func chrome(_ state: State) -> Chrome { .page(back: say("keys.page-operation")) }
  static func revision(_ state: State) -> Int { state.index }
  static func isTyping(_ state: State) -> Bool { state.hasSlider }

  static func action(for input: LooseInput, _ state: State, _ world: World) -> Action? {
    switch input {
    case .wheel(let lines): return .move(.scroll(lines))
    case .key(let key) where state.hasSlider:
      var probe = TextField()
      return probe.take(key) ? .edit(key) : nil
    case .key, .paste, .row: return nil
    }
  }

  static func action(
    for event: Mouse.Event, _ cell: Int, of cells: Int, _ state: State
  ) -> Action? { .slide(event, cell: cell, of: cells) }

  static func reduce(_ state: inout State, _ action: Action, _ world: World) -> [Step] {
    if action != .hold { state.forgetHold(action) }
    switch action {
    case .accept:
      return isOpen(state, world) && (!state.hasSlider || state.word.text == word)
        ? goOn(state) : []
    case .hold:
      return isOpen(state, world) && state.slider.hold(at: world.now) ? goOn(state) : []
    case .slide(let event, let cell, let cells): return slide(&state, event, cell, cells, world)
    case .back: return leave(state, .back)
    case .reject: return leave(state, .reject)
    case .edit(let key): state.word.take(key)
    case .follow(let index):
      return BankLinkScreen.open(PreApprovalWords(state.screen).links, at: index, of: .page)
    case .move(let move):
      state.reading.move(move, page(state, world), visible: textArea(state, world).rows)
    }
    return []
  }

  private static func slide(
    _ state: inout State, _ event: Mouse.Event, _ cell: Int, _ cells: Int, _ world: World
  ) -> [Step] {
    if event == .press, let why = whyClosed(state, world) { return [.say(.warning, why)] }
    switch state.slider.drag(event, cell, of: cells) {
    case .atEnd: return isOpen(state, world) ? goOn(state) : []
    case .tooFast: return [.say(.warning, say("preapproval.too-fast"))]
    case nil: return []
    }
  }

  private static func goOn(_ state: State) -> [Step] {
    leave(state, state.screen.kind == .qrScan ? .scan : .proceed)
  }

  private static func leave(_ state: State, _ action: ScreenVisits.Action) -> [Step] {
    [.back, .dispatch(RouteAction(OperationScreen.self, .left(page: state.index, action)))]
  }

  static func farewell(_ state: State) -> [Step] {
    [.dispatch(RouteAction(OperationScreen.self, .left(page: state.index, .close)))]
  }

  static func settle(_ state: inout State, _ world: World) {
    state.reading.settle(page(state, world), visible: textArea(state, world).rows)
  }

  static func painted(_ state: inout State, _ world: World) {
    if state.openedAt == nil { state.openedAt = world.now }
    state.reading.see(page(state, world), visible: textArea(state, world).rows)
  }

  static func headline(
    _ state: State, _ world: World, _ canvas: inout Canvas, endingAt column: Int
  ) -> Int {
    ValidityBar.headline(state.operation, world, &canvas, endingAt: column)
  }

  static func nextChange(_ state: State, _ world: World) -> Int64? {
    [
      ValidityBar.nextChange(CollectionOfOne(state.operation), at: world.now),
      state.counterChange(at: world.now), state.slider.nextChange(at: world.now),
    ].compactMap { $0 }.min()
  }
}

/// When the way on is open.
extension PreApprovalScreenPage {
  /// Why the way on is closed; nil when it is open.
  static func whyClosed(_ state: State, _ world: World) -> String? {
    if state.screen.kind == .qrScan, !state.hasCode { return say("preapproval.scan-missing") }
    let seconds = state.secondsLeft(at: world.now)
    return state.reading.whyNot(page(state, world), visible: textArea(state, world).rows)
      ?? (seconds > 0 ? say("preapproval.counting") : nil)
  }

  /// A key may come between the scrolling and the picture, so what was painted counts.
  private static func isOpen(_ state: State, _ world: World) -> Bool {
    state.reading.isComplete && whyClosed(state, world) == nil
  }
}

extension PreApprovalScreenPage.State {
  /// Whole seconds until the counter is at its end; all of them before the page was seen.
  func secondsLeft(at now: Moment) -> Int {
    let counter = Int64(screen.controls.approve.counter) * 1000
    let past = openedAt.map { now.monotonicMilliseconds - $0.monotonicMilliseconds } ?? 0
    return Int((max(0, counter - past) + 999) / 1000)
  }

  fileprivate func counterChange(at now: Moment) -> Int64? {
    guard let openedAt, secondsLeft(at: now) > 0 else { return nil }
    let past = now.monotonicMilliseconds - openedAt.monotonicMilliseconds
    return 1000 - past % 1000
  }

  /// Anything else that is done ends a key that was held.
  fileprivate mutating func forgetHold(_ action: PreApprovalScreenPage.Action) {
    if case .slide = action { return }
    slider.letGo()
  }
}
