import TokenModel

/// One offline operation in full, verified, and the way to its code.
enum OfflineOperationScreen: Screen {
  struct State: Equatable, Sendable {
    let operation: OfflineOperation
    /// The laid-out text for the present width.
    private(set) var page = TextPage(width: 1)
    fileprivate(set) var scroller = Scroller()
    /// No code before all of it has been on the screen.
    fileprivate(set) var read = ReadLines()
    /// The user goes on although the bank has flagged a risk.
    fileprivate(set) var isAcknowledged = false

    init(_ operation: OfflineOperation) { self.operation = operation }

    mutating func settle(_ world: World) {
      let width = min(100, world.area.columns - 4)
      if page.width != width { page = OfflineOperationScreen.text(operation, width: width) }
      scroller.settle(lines: page.lines.count, visible: OperationView.visible(world))
    }

    func linesBelow(_ world: World) -> Int {
      scroller.below(lines: page.lines.count, visible: OperationView.visible(world))
    }
  }

  enum Action: Equatable, Sendable {
    case move(ListCursor.Move), approve, leave, showData, acknowledge
  }

  static func open(_ operation: OfflineOperation) -> [Step] {
    [
      .push(Route(self, State(operation))),
      .run(.digest(operationID: operation.id, data: operation.data)),
    ]
  }

  static var isDecision: Bool { true }
  static func chrome(_ state: State) -> Chrome { .page(back: say("keys.page-offline")) }

  static func keys(_ state: State, _ world: World) -> [KeyBinding<Action>] {
    [
      KeyBinding(
        "a", label: say("offline.get-code"), help: say("offline.get-code-help"),
        action: .approve, whyNot: state.read.whyNot(below: state.linesBelow(world))),
      KeyBinding(
        "x", label: say("offline.leave"), help: say("offline.leave-help"),
        action: .leave),
      KeyBinding(
        "d", label: say("offline.data-key"), help: say("offline.data-help"),
        action: .showData),
    ] + ScrollKeys.table { .move($0) } + [
      KeyBinding(
        " ", .enter, help: say("offline.read-on-help"), action: .move(.pageDown),
        kind: .movement)
    ]
  }

  static func action(for input: LooseInput, _ state: State, _ world: World) -> Action? {
    switch input {
    case .wheel(let lines): .move(.scroll(lines))
    case .key, .paste, .row: nil
    }
  }

  static func reduce(_ state: inout State, _ action: Action, _ world: World) -> [Step] {
    switch action {
    case .move(let move):
      state.scroller.move(
        move, lines: state.page.lines.count, visible: OperationView.visible(world))
      return []
    case .approve: return approve(state)
    case .acknowledge:
      state.isAcknowledged = true
      return approve(state)
    case .leave: return [.back]
    case .showData: return [.push(Route(OfflineDataScreen.self, .init(state.operation)))]
    }
  }

  private static func approve(_ state: State) -> [Step] {
    // A key may come between the scrolling and the picture: nothing unseen is ever approved.
    guard state.read.isComplete else { return [] }
    let flags = state.operation.flags
    if !OfflineWords.risks(flags).isEmpty, !state.isAcknowledged {
      return [.push(Route(ConfirmationScreen.self, .init(.offlineRisk(flags))))]
    }
    return [.push(Route(PINScreen.self, .init(.offline(state.operation))))]
  }

  static func settle(_ state: inout State, _ world: World) { state.settle(world) }

  static func painted(_ state: inout State, _ world: World) {
    state.read.see(
      from: state.scroller.offset, visible: OperationView.visible(world),
      of: state.page.lines.count)
  }

  fileprivate static func text(_ operation: OfflineOperation, width: Int) -> TextPage {
    var page = TextPage(width: width)
    for warning in OfflineWords.warnings(operation) {
      page.text(warning, Style(.warning), sign: "!")
    }
    page.blank()
    if OfflineWords.isSuspicious(operation) { OperationPage.suspicion(&page) }
    OperationPage.foreign(
      OfflineWords.title(operation), operation.message, OfflineWords.rows(operation), &page)
    page.blank()
    page.text(say("offline.code-alone"), Style(.muted))
    return page
  }

  static func view(_ state: State, _ world: World, _ canvas: inout Canvas) {
    let area = world.area
    let text = Rect(
      column: 2, row: area.row, columns: area.columns - 4, rows: OperationView.visible(world))
    state.page.view(&canvas, text, from: state.scroller.offset)
    let end = OperationView.drawBeyond(
      state.linesBelow(world), state.read, world, &canvas, text.endRow)
    let (long, short) = (
      OfflineWords.signer(state.operation), OfflineWords.shortSigner(state.operation)
    )
    let words = "✓ " + (DisplayWidth.of(long) + 2 <= end - 2 ? long : short)
    canvas.text(words, 2, text.endRow, Style(.success), room: end - 2)
    if OperationView.footRows(world) == 3 { canvas.rule(text.endRow + 1) }
    let keys = keys(state, world)
    let buttons = [
      (say("offline.leave-button"), keys[1], Style(.danger)),
      (say("offline.get-code-button"), keys[0], Style(.success)),
    ]
    OperationView.drawButtons(
      state.operation.flags.flipsButtons ? buttons.reversed() : buttons, world, &canvas,
      area.endRow - 1)
  }
}
