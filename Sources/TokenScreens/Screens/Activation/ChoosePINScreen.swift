import TokenModel

/// Asks for the new PIN twice; a weak one is named and may be kept.
enum ChoosePINScreen: Screen {
  struct State: Equatable, Sendable {
    var draft: ActivationDraft
    var first = SecretField()
    var second = SecretField()
    var isRepeating = false
    var hint: String?

    init(draft: ActivationDraft) { self.draft = draft }
  }

  enum Action: Equatable, Sendable {
    case edit(Key), paste(String), next
    /// To the second field or the first one.
    case focus(repeating: Bool)
    /// Something that was refused has been typed anew, and the PIN is asked for again.
    case mended(ActivationDraft)
  }

  static func isTyping(_ state: State) -> Bool { true }
  static func revision(_ state: State) -> Int { state.isRepeating ? 1 : 0 }

  static func keys(_ state: State, _ world: World) -> [KeyBinding<Action>] {
    let field = state.isRepeating ? state.second : state.first
    return [
      KeyBinding(
        .enter, label: state.isRepeating ? say("pin.activate") : say("pin.next"),
        help: say("pin.next-help"), action: .next,
        whyNot: field.pin == nil ? PINWords.tooShort : nil),
      FieldKeys.pair(.focus(repeating: !state.isRepeating)),
    ]
  }

  static func action(for input: LooseInput, _ state: State, _ world: World) -> Action? {
    if case .row(let row) = input { return .focus(repeating: row == 1) }
    return input.typedInSecret(edit: Action.edit, paste: Action.paste)
  }

  static func reduce(_ state: inout State, _ action: Action, _ world: World) -> [Step] {
    switch action {
    case .edit(let key): state.change { $0.take(key) }
    case .paste(let text): state.change { $0.paste(text) }
    case .focus(let isRepeating): (state.isRepeating, state.hint) = (isRepeating, nil)
    case .next: return next(&state, world)
    case .mended(let draft):
      state.draft = draft
      state.hint = say("pin.cleared")
    }
    return []
  }

  private static func next(_ state: inout State, _ world: World) -> [Step] {
    guard state.isRepeating else {
      (state.isRepeating, state.hint) = (true, nil)
      return []
    }
    guard state.first.pin != nil else {
      (state.isRepeating, state.hint) = (false, PINWords.tooShort)
      return []
    }
    guard state.first == state.second, let pin = state.second.takePIN() else {
      state.startAgain()
      state.hint = say("pin.differ")
      return []
    }
    state.startAgain()
    let activating = ActivatingScreen.State(draft: state.draft, pin: pin, since: world.now)
    return [
      .push(Route(ActivatingScreen.self, activating)),
      .run(ActivatingScreen.effect(state.draft, pin)),
    ]
  }

  static func clearSecrets(_ state: inout State) { state.startAgain() }

  static func view(_ state: State, _ world: World, _ canvas: inout Canvas) {
    let column = PageFrame.column(world.area)
    let row = ActivationStep.head(state.draft, .pin, say("pin.label"), &canvas, column)
    let fields = [(say("pin.choose"), state.first), (say("pin.again"), state.second)]
    let labels = fields.map { DisplayWidth.of($0.0) }.max() ?? 0
    // Few rows belong to the words rather than to blanks between the fields.
    let height = world.area.rows >= 12 ? 2 : 1
    for (number, field) in fields.enumerated() {
      let isFocused = state.isRepeating == (number == 1)
      let top = row + number * height
      canvas.text(
        field.0, column.column, top, isFocused ? Style(.text, .bold) : Style(.muted))
      field.1.view(&canvas, column.column + labels + 3, top, isFocused: isFocused)
      canvas.target(column.slice(from: top - column.row, rows: 1), .row(number))
    }
    var page = TextPage(width: column.columns)
    words(state, world, &page)
    page.view(&canvas, column.slice(from: row + 2 * height - column.row, rows: .max))
  }

  private static func words(_ state: State, _ world: World, _ page: inout TextPage) {
    if let hint = state.hint { page.text(hint, Style(.warning), sign: "!") }
    if state.isRepeating { page.advice(on: state.first.pin, at: world.now) }
    if world.area.rows < 12, !page.lines.isEmpty { return }
    page.text(say("pin.rule"), Style(.muted))
    page.text(say("pin.forgotten"), Style(.muted))
  }
}

extension ChoosePINScreen.State {
  fileprivate mutating func change(_ edit: (inout SecretField) -> SecretField.Verdict) {
    let verdict = isRepeating ? edit(&second) : edit(&first)
    hint = PINWords.hint(verdict, isRepeating ? second : first)
  }

  fileprivate mutating func startAgain() {
    first.clear()
    second.clear()
    isRepeating = false
  }
}
