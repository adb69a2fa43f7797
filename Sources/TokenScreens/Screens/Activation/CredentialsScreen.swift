import TokenModel

/// The bank's own form of activation: its fields come from the configuration.
enum CredentialsScreen: Screen {
  struct State: Equatable, Sendable {
    var entries: [Entry]
    var focus = 0
    /// What is wrong with a field, by its place.
    var problem: Problem?

    /// Not nil where what was refused is changed; what comes next is the bank again.
    let mending: ActivationDraft?

    init(
      _ fields: [ActivationVariants.Field], mending: ActivationDraft? = nil,
      values: [String: String] = [:]
    ) {
      self.mending = mending
      entries = fields.map { Entry(field: $0, text: TextField(values[$0.name] ?? "")) }
      // What nobody saw while it was typed is what is wrong most often.
      if mending != nil { focus = fields.firstIndex(where: \.isSecret) ?? 0 }
    }

    /// The value of a field was not accepted, by the field's name.
    mutating func refuse(_ name: String) {
      guard let place = entries.firstIndex(where: { $0.field.name == name }) else { return }
      focus = place
      problem = Problem(place: place, words: say("credentials.refused"))
    }

    /// The filled fields by the names that the server expects.
    var credentials: [String: String] {
      let filled = entries.filter { !$0.text.text.isEmpty }
      return Dictionary(filled.map { ($0.field.name, $0.text.text) }) { first, _ in first }
    }
  }

  struct Entry: Equatable, Sendable {
    let field: ActivationVariants.Field
    var text = TextField()

    var label: String { DisplayText(field.label).singleLine }
    var isMissing: Bool { field.isRequired && text.text.allSatisfy { $0 == " " } }
  }

  struct Problem: Equatable, Sendable {
    let place: Int
    let words: String
  }

  enum Action: Equatable, Sendable {
    case edit(Key), paste(String), focus(Int), previous, following, next
  }

  static func isTyping(_ state: State) -> Bool { true }

  static func keys(_ state: State, _ world: World) -> [KeyBinding<Action>] {
    let isLast = state.focus == state.entries.count - 1
    return [
      KeyBinding(
        .enter, label: say("keys.next"), help: say("credentials.next-help"),
        action: .next,
        whyNot: isLast && state.credentials.isEmpty ? say("credentials.empty") : nil)
    ] + FieldKeys.table(next: .following, previous: .previous)
  }

  static func action(for input: LooseInput, _ state: State, _ world: World) -> Action? {
    switch input {
    case .key(let key):
      var probe = state.entries[state.focus].text
      return probe.take(key) ? .edit(key) : nil
    case .paste(let text): return .paste(text)
    case .row(let row): return .focus(row)
    case .wheel: return nil
    }
  }

  static func reduce(_ state: inout State, _ action: Action, _ world: World) -> [Step] {
    let count = state.entries.count
    switch action {
    case .edit(let key):
      state.problem = nil
      state.entries[state.focus].text.take(key)
    case .paste(let text): paste(&state, text)
    case .focus(let place): state.focus = max(0, min(place, count - 1))
    case .previous: state.focus = (state.focus + count - 1) % count
    case .following: state.focus = (state.focus + 1) % count
    case .next: return next(&state, world)
    }
    return []
  }

  /// The gate for shown text would change it, and nobody would see that in a masked field.
  private static func paste(_ state: inout State, _ text: String) {
    state.problem = nil
    var line = text[...]
    while let last = line.last, last.isNewline { line.removeLast() }
    guard DisplayText(String(line)).singleLine == line else {
      state.problem = Problem(
        place: state.focus, words: say("credentials.hidden"))
      return
    }
    state.entries[state.focus].text.insert(String(line))
  }

  private static func next(_ state: inout State, _ world: World) -> [Step] {
    state.problem = nil
    guard !state.entries[state.focus].isMissing else {
      missing(&state, state.focus)
      return []
    }
    guard state.focus == state.entries.count - 1 else {
      state.focus += 1
      return []
    }
    if let place = state.entries.firstIndex(where: \.isMissing) {
      missing(&state, place)
      return []
    }
    if var draft = state.mending {
      draft.credential = .custom(state.credentials)
      return ActivatingScreen.mended(draft)
    }
    let draft = ActivationDraft(
      .custom(state.credentials), deviceName: world.context.deviceName)
    return [.push(Route(DeviceNameScreen.self, .init(draft)))]
  }

  private static func missing(_ state: inout State, _ place: Int) {
    state.focus = place
    state.problem = Problem(place: place, words: say("credentials.needed"))
  }

  static func clearSecrets(_ state: inout State) {
    for index in state.entries.indices where state.entries[index].field.isSecret {
      state.entries[index].text = TextField()
    }
  }
}

extension CredentialsScreen {
  static func view(_ state: State, _ world: World, _ canvas: inout Canvas) {
    let column = PageFrame.column(world.area)
    let row = ActivationStep.head(say("welcome.way-credentials"), &canvas, column)
    let height = world.area.rows >= 12 ? 3 : 2
    let rows = column.endRow - row - (state.problem == nil ? 0 : 1)
    let visible = max(1, rows / height)
    let first = max(0, min(state.focus - visible + 1, state.entries.count - visible))
    var top = row
    for place in first..<min(first + visible, state.entries.count) {
      draw(
        state, place, &canvas,
        Rect(
          column: column.column, row: top, columns: column.columns, rows: 2))
      top += 2
      if let problem = state.problem, problem.place == place {
        canvas.text(
          "! " + problem.words, column.column, top, Style(.warning), room: column.columns)
        top += 1
      }
      top += height - 2
    }
    PageFrame.marks(
      above: first, below: state.entries.count - first - visible, &canvas, world.area)
  }

  private static func draw(
    _ state: State, _ place: Int, _ canvas: inout Canvas, _ area: Rect
  ) {
    let entry = state.entries[place]
    let isFocused = place == state.focus
    let end = canvas.text(
      entry.label, area.column, area.row, isFocused ? Style(.text, .bold) : Style(.muted),
      room: area.columns)
    if !entry.field.isRequired {
      canvas.text(
        say("credentials.optional"), end + 2, area.row, Style(.muted),
        room: area.endColumn - end - 2)
    }
    entry.text.view(
      &canvas, area.column, area.row + 1, columns: min(46, area.columns), isFocused: isFocused,
      isMasked: entry.field.isSecret)
    canvas.target(area, .row(place))
  }
}
