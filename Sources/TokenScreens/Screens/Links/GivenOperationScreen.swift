import TokenModel

/// Takes an operation that came another way: its identifier, and the data that an approval signs.
///
/// The bank is asked for it first. What it shows is decided on its page like any other; only what it
/// does not show is decided by these two.
enum GivenOperationScreen: Screen {
  struct State: Equatable, Sendable {
    fileprivate(set) var id = TextField(limit: ServerLimits.characters)
    fileprivate(set) var data = DataField()
    fileprivate(set) var focus = Focus.id
    fileprivate(set) var phase = Phase.typing

    /// The identifier that the bank was asked for, until it has answered.
    var awaitedID: String? {
      if case .asking = phase { id.text } else { nil }
    }
  }

  enum Focus: Equatable, Sendable { case id, data }

  enum Phase: Equatable, Sendable {
    case typing
    case asking(since: Moment)
    case failed(TokenFailure)
    /// The bank has other data than were given.
    case differs(UserOperation)
  }

  enum Action: Equatable, Sendable {
    case edit(Key), paste(String), focus(Focus), submit
    case found(AppEvent.Outcome<UserOperation>)
    /// Asks again; or leads back to the fields.
    case retry, mend
  }

  /// Opens the page from the list of operations.
  static let key: Key = "i"

  static func chrome(_ state: State) -> Chrome { .page(back: say("tabs.operations")) }
  static func isTyping(_ state: State) -> Bool { state.phase == .typing }

  static func keys(_ state: State, _ world: World) -> [KeyBinding<Action>] {
    switch state.phase {
    case .typing: typingKeys(state)
    case .asking: []
    case .failed:
      [
        mendKey,
        KeyBinding("r", label: say("links.retry"), help: say("links.retry-help"), action: .retry),
      ]
    case .differs: [mendKey]
    }
  }

  private static var mendKey: KeyBinding<Action> {
    KeyBinding(.enter, label: say("given.mend"), help: say("given.mend-help"), action: .mend)
  }

  private static func typingKeys(_ state: State) -> [KeyBinding<Action>] {
    let leadsOn = state.focus == .id && state.data.text.isEmpty
    return [
      KeyBinding(
        .enter, label: leadsOn ? say("keys.next") : say("given.ask"),
        help: leadsOn ? say("given.next-help") : say("given.ask-help"),
        action: leadsOn ? .focus(.data) : .submit,
        whyNot: state.id.text.isEmpty ? say("given.no-id") : nil),
      FieldKeys.pair(.focus(state.focus == .id ? .data : .id)),
    ]
  }

  static func action(for input: LooseInput, _ state: State, _ world: World) -> Action? {
    guard state.phase == .typing else { return nil }
    switch (input, state.focus) {
    case (.key, .id), (.paste, .id):
      return input.typed(into: state.id, edit: Action.edit, paste: Action.paste)
    case (.key(let key), .data):
      var probe = DataField()
      return probe.take(key) ? .edit(key) : nil
    case (.paste(let text), .data): return .paste(text)
    case (.row(let row), _): return .focus(row == 0 ? .id : .data)
    case (.wheel, _): return nil
    }
  }

  static func reduce(_ state: inout State, _ action: Action, _ world: World) -> [Step] {
    switch (action, state.phase) {
    case (.edit(let key), .typing):
      if state.focus == .id { state.id.take(key) } else { state.data.take(key) }
    case (.paste(let text), .typing): return paste(&state, text)
    case (.focus(let focus), .typing): state.focus = focus
    case (.submit, .typing), (.retry, .failed):
      state.phase = .asking(since: world.now)
      return [.run(.fetchOperation(id: state.id.text))]
    case (.found(let outcome), .asking): return found(&state, outcome, world)
    case (.mend, .failed), (.mend, .differs): state.phase = .typing
    case (.edit, _), (.paste, _), (.focus, _), (.submit, _), (.retry, _), (.found, _), (.mend, _):
      break  // A late answer, or a key of another phase.
    }
    return []
  }

  private static func paste(_ state: inout State, _ text: String) -> [Step] {
    guard state.focus == .id else {
      return state.data.insert(text)
        ? [] : [.say(.warning, say("given.too-long", ["limit": String(DataField.limit >> 10)]))]
    }
    // A link says the same, and may bring a code along.
    let scanned = ScannedText(text)
    if case .operation = scanned { return [.back, .follow(scanned)] }
    guard state.id.text.count + text.trimmed.count <= state.id.limit else {
      return [.say(.warning, say("given.long-id"))]
    }
    state.id.insert(text.trimmed)
    return []
  }

  private static func found(
    _ state: inout State, _ outcome: AppEvent.Outcome<UserOperation>, _ world: World
  ) -> [Step] {
    let (id, data) = (state.id.text, state.data.text)
    switch outcome {
    case .success(let operation)
    where !data.isEmpty && !operation.data.utf8.elementsEqual(data.utf8):
      state.phase = .differs(operation)
      return []
    case .success(let operation):
      // One that is over says so on its page.
      let isOver = operation.status != .pending
      return [.back] + OperationScreen.open(operation, world)
        + (isOver ? [.dispatch(RouteAction(OperationScreen.self, .found(outcome)))] : [])
    case .failure(let failure) where failure.showsNothing:
      return [.back] + OperationScreen.open(UserOperation(unseen: id, data: data), world)
    case .failure(let failure):
      state.phase = .failed(failure)
      return []
    }
  }

  /// Whatever was typed or pasted by mistake is wiped, as in any field.
  static func clearSecrets(_ state: inout State) {
    if state.phase == .typing { state = State() }
  }
}

extension String {
  /// Without the blanks and line ends around it, which come along when it is copied.
  fileprivate var trimmed: String {
    let start = drop(while: \.isWhitespace)
    return String(start.prefix(start.count - start.reversed().prefix(while: \.isWhitespace).count))
  }
}
