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

    /// With a `reason` that is known already, only the confirmation is left.
    init(
      _ operation: UserOperation, reason: RejectionReason? = nil, mobileTokenData: JSONValue? = nil
    ) {
      self.operation = operation
      phase = reason.map(Phase.confirming) ?? .choosing
      self.mobileTokenData = mobileTokenData
    }
  }

  enum Phase: Equatable, Sendable { case choosing, writing, confirming(RejectionReason) }

  enum Action: Equatable, Sendable {
    case move(ListCursor.Move), choose(Int), chooseSelected
    case edit(Key), paste(String), written
    case accept, changeReason
  }

  /// Reasons that need no words; the last row of the list is the user's own text.
  static let presets: [RejectionReason] = [.unexpectedOperation, .incorrectData, .unknown]
  /// Most characters of an own reason; servers take 255.
  private static let textLimit = 200

  static var isDecision: Bool { true }
  static func chrome(_ state: State) -> Chrome { .page(back: "Operation") }
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
      state.cursor.move(move, count: presets.count + 1, visible: presets.count + 1)
    case .choose(let index):
      state.cursor.move(.to(index), count: presets.count + 1, visible: presets.count + 1)
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
    state.phase = index < presets.count ? .confirming(presets[index]) : .writing
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
    case .choosing: choosingKeys
    case .writing:
      [
        KeyBinding(
          .enter, label: "next", help: "Goes on to the confirmation.", action: .written,
          whyNot: state.text.text.allSatisfy { $0 == " " } ? "Write a reason first." : nil),
        KeyBinding(
          .escape, label: "other reason", help: "Goes back to the reasons.", action: .changeReason),
      ]
    case .confirming:
      [
        KeyBinding(
          "y", label: "reject", help: "Rejects the operation for good.", action: .accept,
          kind: .decisive),
        KeyBinding(
          .escape, "q", label: "other reason", help: "Goes back to the reasons.",
          action: .changeReason),
      ]
    }
  }

  private static var choosingKeys: [KeyBinding<Action>] {
    let numbers = (0...presets.count).map { index in
      KeyBinding<Action>(
        keys: [.character(Character(String(index + 1)))],
        label: index == 0 ? "to \(presets.count + 1)" : "",
        help: "Chooses reason \(index + 1).",
        action: .choose(index))
    }
    return [
      KeyBinding(
        .enter, "l", .right, label: "choose", help: "Chooses the selected reason.",
        action: .chooseSelected)
    ] + numbers + [
      KeyBinding(.up, "k", label: "↓ move", help: "Goes up.", action: .move(.up), kind: .movement)
    ] + ScrollKeys.table { .move($0) }.dropFirst()
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
    canvas.text("Reject", column.column, column.row, Style(.title, .bold))
    let deed = state.operation.deed
    let isBeside = DisplayWidth.of(deed) <= column.columns - 9
    canvas.text(
      deed, column.column + (isBeside ? 9 : 0), column.row + (isBeside ? 0 : 1),
      Style(.money, .bold), room: column.columns - (isBeside ? 9 : 0))
    let top = column.row + (isBeside ? 1 : 2) + (column.rows >= 9 ? 1 : 0)
    switch state.phase {
    case .choosing, .writing: drawReasons(state, &canvas, column, top)
    case .confirming(let reason): drawConfirmation(reason, &canvas, column, top)
    }
  }

  private static func drawReasons(
    _ state: State, _ canvas: inout Canvas, _ column: Rect, _ top: Int
  ) {
    let labels = presets.map(\.words) + ["Another reason"]
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
      canvas.text("You are asked once more.", column.column + 4, field + 1, Style(.muted))
    }
  }

  private static func drawConfirmation(
    _ reason: RejectionReason, _ canvas: inout Canvas, _ column: Rect, _ top: Int
  ) {
    var page = TextPage(width: column.columns)
    page.text("Reason: \(reason.words)")
    page.text("A rejection cannot be taken back.")
    page.view(&canvas, column.slice(from: top - column.row, rows: 4))
    let row = min(column.endRow - 1, top + page.lines.count + 1)
    let next = PageFrame.button(.escape, "Other reason", &canvas, column.column, row)
    PageFrame.button("y", "Reject", &canvas, next + 3, row, Style(.danger))
  }
}
