import TokenModel

/// Takes the code of the bank's page for one operation: digits typed off it, or the text of its QR
/// code or link, which must be about this very operation.
enum ProximityScreen: Screen {
  struct State: Equatable, Sendable {
    let operationID: String
    fileprivate(set) var field = TextField(limit: ProximityCheck.longestTyped)
    fileprivate(set) var fault: LinkFault?

    init(_ operation: UserOperation) { operationID = operation.id }
  }

  enum Action: Equatable, Sendable {
    case edit(Key), paste(String), submit
    /// What a picture held.
    case scanned([String])
  }

  /// Opens the dialog from an operation's page.
  static let key: Key = "p"

  static func open(_ operation: UserOperation) -> [Step] {
    [.push(Route(self, State(operation)))]
  }

  static func chrome(_ state: State) -> Chrome { .dialog }
  static func isTyping(_ state: State) -> Bool { true }

  static func keys(_ state: State, _ world: World) -> [KeyBinding<Action>] {
    [
      KeyBinding(
        .enter, label: say("links.code-use"), help: say("links.code-use-help"), action: .submit,
        whyNot: state.field.text.isEmpty ? say("links.code-empty") : nil)
    ]
  }

  static func action(for input: LooseInput, _ state: State, _ world: World) -> Action? {
    input.typed(into: state.field, edit: Action.edit, paste: Action.paste)
  }

  static func reduce(_ state: inout State, _ action: Action, _ world: World) -> [Step] {
    switch action {
    case .edit(let key):
      state.fault = nil
      state.field.take(key)
      return []
    case .paste(let text): return take(&state, [text], nil, world)
    case .submit: return take(&state, [state.field.text], nil, world)
    case .scanned(let texts): return take(&state, texts, .qrCode, world)
    }
  }

  /// The first text that is a code of this operation; else the first one says what is wrong.
  private static func take(
    _ state: inout State, _ texts: [String], _ origin: ProximityCheck.Origin?, _ world: World
  ) -> [Step] {
    let results = texts.map { text in
      Result { () throws(LinkFault) in
        try ProximityCheck(
          parsing: text, for: state.operationID, origin: origin, received: world.now.serverTime)
      }
    }
    guard let check = results.lazy.compactMap({ try? $0.get() }).first else {
      if case .failure(let fault)? = results.first { state.fault = fault }
      return []
    }
    clearSecrets(&state)
    return [.back] + OperationScreen.prove(check)
  }

  static func clearSecrets(_ state: inout State) {
    state.field = TextField(limit: ProximityCheck.longestTyped)
    state.fault = nil
  }

  static func view(_ state: State, _ world: World, _ canvas: inout Canvas) {
    var page = TextPage(width: DialogBox.textColumns(world.area))
    if let fault = state.fault {
      let words = FailureWords.code(fault)
      page.text(words.happened, Style(.warning), sign: "!")
      page.text(words.next, indent: 2)
    } else {
      page.text(say("links.code-hint"), Style(.muted))
    }
    let isRoomy = world.area.rows >= 12
    let box = DialogBox(
      say("links.code-title"), page, fieldRows: isRoomy ? 2 : 1, textRows: isRoomy ? 4 : 2)
    let (fields, buttons) = box.draw(&canvas, world.area)
    let label = say("links.code-field")
    let start = canvas.text(label, fields.column, fields.row, Style(.text, .bold)) + 2
    state.field.view(
      &canvas, start, fields.row, columns: min(24, fields.endColumn - start), isFocused: true)
    DialogBox.buttons(
      &canvas, buttons, cancel: (.escape, say("links.code-cancel")),
      accept: (.enter, say("links.code-use-button")), isOpen: !state.field.text.isEmpty)
  }
}
