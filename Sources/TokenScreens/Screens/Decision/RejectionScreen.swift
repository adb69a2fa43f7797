import TokenModel

/// Asks why an operation is rejected, then whether it really is.
enum RejectionScreen: Screen {
  struct State: Equatable, Sendable {
    let operation: UserOperation
    /// What the user did on the pages before an approval.
    let mobileTokenData: JSONValue?
    var cursor = ListCursor()
    var text = TextField(limit: textLimit)
    var phase: Phase
    /// Reasons that need no words; the last row of the list is the user's own text.
    let presets: [RejectionReason]

    /// With a `reason` that is known already, only the confirmation is left.
    init(
      _ operation: UserOperation, reason: RejectionReason? = nil, mobileTokenData: JSONValue? = nil
    ) {
      self.operation = operation
      phase = reason.map(Phase.confirming) ?? .choosing
      self.mobileTokenData = mobileTokenData
      presets =
        (reason == .preApproval ? [.preApproval] : [])
        + [.unexpectedOperation, .incorrectData, .unknown]
    }

    fileprivate mutating func move(_ move: ListCursor.Move) {
      cursor.move(move, count: presets.count + 1, visible: presets.count + 1)
    }
  }

  enum Phase: Equatable, Sendable { case choosing, writing, confirming(RejectionReason) }

  enum Action: Equatable, Sendable {
    case move(ListCursor.Move), choose(Int), chooseSelected
    case edit(Key), paste(String), written
    case accept, changeReason
  }

  /// Most characters of an own reason; servers take 255.
  private static let textLimit = 200

  static var isDecision: Bool { true }
  static func chrome(_ state: State) -> Chrome { .page(back: say("decision.operation")) }
  static func isTyping(_ state: State) -> Bool { state.phase == .writing }

  static func revision(_ state: State) -> Int {
    switch state.phase {
    case .choosing: 0
    case .writing: 1
    case .confirming: 2
    }
  }

  static func action(for input: LooseInput, _ state: State, _ world: World) -> Action? {
    switch (input, state.phase) {
    case (.key(let key), .writing):
      var probe = TextField()
      return probe.take(key) ? .edit(key) : nil
    case (.paste(let text), .writing): return .paste(text)
    case (.row(let index), .choosing): return .choose(index)
    case (.key, _), (.paste, _), (.row, _), (.wheel, _): return nil
    }
  }

  static func reduce(_ state: inout State, _ action: Action, _ world: World) -> [Step] {
    switch action {
    case .move(let move):
      state.move(move)
    case .choose(let index):
      state.move(.to(index))
      choose(&state)
    case .chooseSelected: choose(&state)
    case .edit(let key): state.text.take(key)
    case .paste(let text): state.text.insert(text)
    case .written: state.phase = .confirming(RejectionReason(wire: state.text.text))
    case .changeReason: state.phase = .choosing
    case .accept: return accept(state, world)
    }
    return []
  }

  private static func choose(_ state: inout State) {
    let index = state.cursor.index
    state.phase = index < state.presets.count ? .confirming(state.presets[index]) : .writing
  }

  private static func accept(_ state: State, _ world: World) -> [Step] {
    guard case .confirming(let reason) = state.phase else { return [] }
    let deciding = DecidingScreen.State(state.operation, .reject(reason), since: world.now)
    return [
      .replace(Route(DecidingScreen.self, deciding)),
      .run(
        .reject(state.operation, reason: reason, mobileTokenData: state.mobileTokenData)),
    ]
  }
}

extension RejectionScreen {
  static func keys(_ state: State, _ world: World) -> [KeyBinding<Action>] {
    switch state.phase {
    case .choosing: choosingKeys(state)
    case .writing:
      [
        KeyBinding(
          .enter, label: say("decision.next"), help: say("decision.next-help"), action: .written,
          whyNot: state.text.text.allSatisfy { $0 == " " } ? say("decision.write-first") : nil),
        KeyBinding(
          .escape, label: say("decision.other-reason"), help: say("decision.other-reason-help"),
          action: .changeReason),
      ]
    case .confirming:
      [
        KeyBinding(
          "y", label: say("decision.reject-key"), help: say("decision.reject-help"),
          action: .accept,
          kind: .decisive),
        KeyBinding(
          .escape, "q", label: say("decision.other-reason"),
          help: say("decision.other-reason-help"), action: .changeReason),
      ]
    }
  }

  private static func choosingKeys(_ state: State) -> [KeyBinding<Action>] {
    let numbers = (0...state.presets.count).map { number($0, of: state.presets.count + 1) }
    let enter = KeyBinding<Action>(
      .enter, "l", .right, label: say("decision.choose"), help: say("decision.choose-help"),
      action: .chooseSelected)
    let up = KeyBinding<Action>(
      .up, "k", label: say("decision.move"), help: say("decision.up-help"), action: .move(.up),
      kind: .movement)
    let scrolling = ScrollKeys.table { Action.move($0) }.dropFirst()
    return [enter] + numbers + [up] + scrolling
  }

  private static func number(_ index: Int, of count: Int) -> KeyBinding<Action> {
    let range = say("decision.to-number", ["number": String(count)])
    return KeyBinding<Action>(
      keys: [.character(Character(String(index + 1)))], label: index == 0 ? range : "",
      help: say("decision.number-help", ["number": String(index + 1)]), action: .choose(index))
  }

  static func headline(
    _ state: State, _ world: World, _ canvas: inout Canvas, endingAt column: Int
  ) -> Int {
    ValidityBar.headline(state.operation, world, &canvas, endingAt: column)
  }

  static func nextChange(_ state: State, _ world: World) -> Int64? {
    ValidityBar.nextChange(CollectionOfOne(state.operation), at: world.now)
  }

  static func view(_ state: State, _ world: World, _ canvas: inout Canvas) {
    let column = PageFrame.column(world.area)
    let title = say("decision.reject")
    canvas.text(title, column.column, column.row, Style(.title, .bold))
    let deed = state.operation.deed
    let head = DisplayWidth.of(title) + 3
    let isBeside = DisplayWidth.of(deed) <= column.columns - head
    canvas.text(
      deed, column.column + (isBeside ? head : 0), column.row + (isBeside ? 0 : 1),
      Style(.money, .bold), room: column.columns - (isBeside ? head : 0))
    let top = column.row + (isBeside ? 1 : 2) + (column.rows >= 9 ? 1 : 0)
    switch state.phase {
    case .choosing, .writing: drawReasons(state, &canvas, column, top)
    case .confirming(let reason): drawConfirmation(reason, &canvas, column, top)
    }
  }

  private static func drawReasons(
    _ state: State, _ canvas: inout Canvas, _ column: Rect, _ top: Int
  ) {
    let labels = state.presets.map(\.words) + [say("decision.another")]
    for (index, label) in labels.enumerated() {
      let row = top + index
      let isSelected = index == state.cursor.index
      let style = isSelected ? Style(.selection, .bold) : Style(.text)
      let area = Rect(column: column.column, row: row, columns: column.columns, rows: 1)
      if isSelected { canvas.fill(area, Style(.selection)) }
      canvas.text("\(isSelected ? "▌" : " ")\(index + 1)  \(label)", area.column, row, style)
      canvas.target(area, .row(index))
      if isSelected, state.phase == .choosing { canvas.cursor(area.column, row) }
    }
    let field = top + labels.count
    if state.phase == .writing {
      state.text.view(
        &canvas, column.column + 4, field, columns: column.columns - 4, isFocused: true)
    } else {
      canvas.text(say("decision.once-more"), column.column + 4, field + 1, Style(.muted))
    }
  }

  private static func drawConfirmation(
    _ reason: RejectionReason, _ canvas: inout Canvas, _ column: Rect, _ top: Int
  ) {
    var page = TextPage(width: column.columns)
    page.text(say("decision.reason", ["reason": reason.words]))
    page.text(say("decision.for-good"))
    page.view(&canvas, column.slice(from: top - column.row, rows: 4))
    let row = min(column.endRow - 1, top + page.lines.count + 1)
    let next = PageFrame.button(
      .escape, say("decision.other-reason").sentence, &canvas, column.column, row)
    PageFrame.button("y", say("decision.reject"), &canvas, next + 3, row, Style(.danger))
  }
}
