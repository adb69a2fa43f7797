import TokenModel

/// Asks why an operation is rejected, then whether it really is.
enum RejectionScreen: Screen {
  struct State: Equatable, Sendable {
    let operation: UserOperation
    /// What the user did on the pages before an approval.
    let mobileTokenData: JSONValue?
    var cursor = ListCursor()
    /// The server's limit is kept by `write`, which says so.
    fileprivate(set) var text = TextField(limit: .max)
    var phase: Phase
    /// Of the confirmation: the user's own words may be long.
    fileprivate(set) var scroller = Scroller()
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

    /// Characters that still fit, counted as the servers do.
    var left: Int { ServerLimits.characters - text.text.utf16.count }

    /// Takes a change of the text as a whole, or says that it would be too long.
    fileprivate mutating func write(_ change: (inout TextField) -> Void) -> [Step] {
      var changed = text
      change(&changed)
      if let why = ServerLimits.whyNot(Phrase("decision.too-long"), changed.text) {
        return [.say(.warning, why)]
      }
      text = changed
      return []
    }
  }

  enum Phase: Equatable, Sendable { case choosing, writing, confirming(RejectionReason) }

  enum Action: Equatable, Sendable {
    case move(ListCursor.Move), choose(Int), chooseSelected
    case edit(Key), paste(String), written
    case accept, changeReason
  }

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
    case (.wheel(let lines), .confirming): return .move(.scroll(lines))
    case (.key, _), (.paste, _), (.row, _), (.wheel, _): return nil
    }
  }

  static func reduce(_ state: inout State, _ action: Action, _ world: World) -> [Step] {
    switch action {
    case .move(let move):
      guard case .confirming(let reason) = state.phase else {
        state.move(move)
        break
      }
      let (page, area) = confirmation(reason, state, PageFrame.column(world.area))
      state.scroller.move(move, lines: page.lines.count, visible: area.rows)
    case .choose(let index):
      state.move(.to(index))
      choose(&state)
    case .chooseSelected: choose(&state)
    case .edit(let key): return state.write { $0.take(key) }
    case .paste(let text): return state.write { $0.insert(text) }
    case .written:
      state.scroller = Scroller()
      state.phase = .confirming(RejectionReason(wire: state.text.text))
    case .changeReason: state.phase = .choosing
    case .accept: return accept(state, world)
    }
    return []
  }

  private static func choose(_ state: inout State) {
    let index = state.cursor.index
    state.scroller = Scroller()
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
      ] + ScrollKeys.table { .move($0) }
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
}
