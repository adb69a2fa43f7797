import TokenModel

/// Takes the text of a QR code: pasted as a whole, or typed line by line.
///
/// A pasted text is not shown: the bank's signature comes first. What is typed is seen while it is.
enum OfflineScreen: Screen {
  struct State: Equatable, Sendable {
    /// Lines that are finished.
    fileprivate(set) var lines: [String] = []
    fileprivate(set) var field = TextField(limit: OfflineOperation.characterLimit)
    fileprivate(set) var phase = Phase.taking

    /// All that was typed so far.
    var text: String { (lines + [field.text]).joined(separator: "\n") }

    fileprivate var isTaking: Bool {
      if case .taking = phase { true } else { false }
    }

    var isEmpty: Bool { lines.isEmpty && field.text.isEmpty }

    fileprivate mutating func forget() {
      (lines, field) = ([], TextField(limit: OfflineOperation.characterLimit))
    }
  }

  enum Phase: Equatable, Sendable {
    case taking
    /// The signature is being checked.
    case checking(since: Moment)
    case refused(TokenFailure)
  }

  enum Action: Equatable, Sendable {
    case edit(Key), paste(String), enter, check, startOver
    case read(AppEvent.Outcome<OfflineOperation>)
  }

  static func chrome(_ state: State) -> Chrome { .tab(.offline) }
  static func isTyping(_ state: State) -> Bool { true }

  static func keys(_ state: State, _ world: World) -> [KeyBinding<Action>] {
    [
      KeyBinding(
        .enter, label: state.lines.isEmpty ? "" : say("offline.next-line"),
        help: say("offline.next-line-help"), action: .enter),
      KeyBinding(
        .control("o"), label: state.lines.isEmpty ? "" : say("offline.read-it"),
        help: say("offline.read-it-help"), action: .check,
        whyNot: state.isEmpty ? say("offline.no-text") : nil),
      KeyBinding(
        .control("n"), label: state.lines.isEmpty ? "" : say("offline.start-over"),
        help: say("offline.start-over-help"), action: .startOver,
        whyNot: state.isEmpty ? say("offline.no-text") : nil),
    ]
  }

  static func action(for input: LooseInput, _ state: State, _ world: World) -> Action? {
    input.typed(into: state.field, edit: Action.edit, paste: Action.paste)
  }

  static func reduce(_ state: inout State, _ action: Action, _ world: World) -> [Step] {
    switch (action, state.phase) {
    case (.read(let outcome), .checking): return finish(&state, outcome)
    case (.edit, .checking), (.paste, .checking), (.enter, .checking), (.check, .checking),
      (.startOver, .checking), (.read, .taking), (.read, .refused):
      return []  // The answer comes at once; a late one belongs to a text that is forgotten.
    case (.edit(let key), .taking), (.edit(let key), .refused): edit(&state, key)
    case (.paste(let text), .taking), (.paste(let text), .refused):
      return paste(&state, text, world)
    case (.enter, .taking), (.enter, .refused): return enter(&state, world)
    case (.check, .taking), (.check, .refused): return read(&state, state.text, world)
    case (.startOver, .taking), (.startOver, .refused):
      state.forget()
      state.phase = .taking
    }
    return []
  }

  private static func edit(_ state: inout State, _ key: Key) {
    state.phase = .taking
    if state.field.text.isEmpty, key == .backspace || key == .control("h"),
      let line = state.lines.popLast()
    {
      state.field = TextField(line, limit: OfflineOperation.characterLimit)
    } else {
      state.field.take(key)
    }
  }

  /// A text of several lines is a whole one, and takes the place of what was typed.
  private static func paste(_ state: inout State, _ text: String, _ world: World) -> [Step] {
    guard text.utf8.contains(0x0A) || text.utf8.contains(0x0D) else {
      state.phase = .taking
      state.field.insert(text)
      return []
    }
    state.forget()
    return read(&state, text, world)
  }

  private static func enter(_ state: inout State, _ world: World) -> [Step] {
    if (try? OfflineOperation(parsing: state.text)) != nil {
      return read(&state, state.text, world)
    }
    state.phase = .taking
    state.lines.append(state.field.text)
    state.field = TextField(limit: OfflineOperation.characterLimit)
    return []
  }

  private static func read(_ state: inout State, _ text: String, _ world: World) -> [Step] {
    state.phase = .checking(since: world.now)
    return [.run(.readOffline(text))]
  }

  private static func finish(
    _ state: inout State, _ outcome: AppEvent.Outcome<OfflineOperation>
  ) -> [Step] {
    switch outcome {
    case .success(let operation):
      state = State()
      return OfflineOperationScreen.open(operation)
    case .failure(let failure):
      state.phase = .refused(failure)
      return []
    }
  }

  static func clearSecrets(_ state: inout State) { state.forget() }
}

extension OfflineScreen {
  static func view(_ state: State, _ world: World, _ canvas: inout Canvas) {
    let column = PageFrame.column(world.area)
    var page = TextPage(width: column.columns)
    page.text(say("offline.title"), Style(.title, .bold))
    // Where there is little room, what went wrong comes first.
    if column.rows >= 12 || state.isTaking {
      page.text(say("offline.paste"))
    }
    page.view(&canvas, column)
    let row = column.row + page.lines.count + (column.rows >= 12 ? 1 : 0)
    let label = say("offline.line", ["number": String(state.lines.count + 1)])
    let start = canvas.text(label, column.column, row, Style(.text, .bold)) + 2
    state.field.view(
      &canvas, start, row, columns: max(1, column.endColumn - start), isFocused: true)
    var words = TextPage(width: column.columns)
    write(state, world, &words)
    words.view(&canvas, column.slice(from: row + 2 - column.row, rows: .max))
  }

  private static func write(_ state: State, _ world: World, _ page: inout TextPage) {
    switch state.phase {
    case .taking:
      page.text(
        say("offline.nothing-shown"),
        Style(.muted))
    case .checking(let since):
      if let words = BusyWords(say("offline.checking"), since: since, at: world.now).shown {
        page.text(words)
      }
    case .refused(let failure): page.failure(failure)
    }
  }

  static func nextChange(_ state: State, _ world: World) -> Int64? {
    guard case .checking(let since) = state.phase else { return nil }
    return BusyWords("", since: since, at: world.now).nextChange
  }
}
