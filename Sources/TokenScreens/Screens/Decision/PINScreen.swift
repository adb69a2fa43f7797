import TokenModel

/// Asks for the PIN, over what it is for.
enum PINScreen: Screen {
  struct State: Equatable, Sendable {
    let purpose: Purpose
    /// What the bank said about the PIN before; nil at the first try.
    let refusal: FailureWords?
    var field = SecretField()
    var hint: String?
    /// The refusal was of the PIN before, which is being replaced.
    var hasEdited = false

    init(_ purpose: Purpose, refusal: FailureWords? = nil) {
      self.purpose = purpose
      self.refusal = refusal
    }
  }

  enum Purpose: Equatable, Sendable {
    case approve(UserOperation)
    /// Removal of the activation at the bank and here.
    case removal
  }

  enum Action: Equatable, Sendable { case edit(Key), paste(String), submit }

  static var isDecision: Bool { true }
  static func isTyping(_ state: State) -> Bool { true }
  static func chrome(_ state: State) -> Chrome { .dialog }
  /// A second try is another question than the first.
  static func revision(_ state: State) -> Int { state.refusal == nil ? 0 : 1 }

  static func keys(_ state: State, _ world: World) -> [KeyBinding<Action>] {
    let label = state.purpose.label.lowercased()
    return [
      KeyBinding(
        .enter, label: label, help: "Sends the PIN's proof: \(label).", action: .submit,
        whyNot: state.field.pin == nil
          ? "A PIN has at least \(PIN.minimumLength) digits." : nil, kind: .decisive)
    ]
  }

  static func action(for input: LooseInput, _ state: State, _ world: World) -> Action? {
    switch input {
    case .key(let key):
      var probe = SecretField()
      return probe.take(key) == .ignored ? nil : .edit(key)
    case .paste(let text): return .paste(text)
    case .row, .wheel: return nil
    }
  }

  static func reduce(_ state: inout State, _ action: Action, _ world: World) -> [Step] {
    switch action {
    case .edit(let key): state.take(state.field.take(key))
    case .paste(let text): state.take(state.field.paste(text))
    case .submit: return state.field.takePIN().map { submit(state.purpose, $0, world) } ?? []
    }
    return []
  }

  private static func submit(_ purpose: Purpose, _ pin: PIN, _ world: World) -> [Step] {
    switch purpose {
    case .approve(let operation):
      let deciding = DecidingScreen.State(operation, .approve(withPIN: true), since: world.now)
      return [
        .replace(Route(DecidingScreen.self, deciding)), .run(.approve(operation, with: .pin(pin))),
      ]
    case .removal:
      return [
        .replace(Route(RemovingScreen.self, .init(since: world.now))),
        .run(.remove(with: .pin(pin))),
      ]
    }
  }

  /// How many are left, once one was used up.
  private static func attempts(_ world: World) -> String {
    guard let status = world.status, status.failedAttempts > 0 else { return "" }
    return " \(TimeWords.counted(status.attemptsLeft, "attempt")) left."
  }

  static func clearSecrets(_ state: inout State) { state.field.clear() }

  static func view(_ state: State, _ world: World, _ canvas: inout Canvas) {
    var page = TextPage(width: DialogBox.textColumns(world.area))
    let (title, subject) = state.purpose.title(columns: page.width)
    if let subject { page.text(subject, Style(.money, .bold)) }
    if let hint = state.hint {
      page.text(hint, Style(.warning), sign: "!")
    } else if let refusal = state.refusal, !state.hasEdited {
      page.text("\(refusal.happened) \(refusal.means)", Style(.danger, .bold), sign: "✗")
    } else {
      page.text(state.purpose.words + attempts(world), Style(.muted))
    }
    let isRoomy = world.area.rows >= 12
    let box = DialogBox(
      title, page, fieldRows: isRoomy ? 2 : 1, textRows: isRoomy ? 2 : 1)
    let (fields, buttons) = box.draw(&canvas, world.area)
    canvas.text("PIN", fields.column, fields.row, Style(.text, .bold))
    state.field.view(&canvas, fields.column + 5, fields.row, isFocused: true)
    DialogBox.buttons(
      &canvas, buttons, cancel: (.escape, "Cancel"), accept: (.enter, state.purpose.label),
      isOpen: state.field.pin != nil)
  }
}

extension PINScreen.State {
  fileprivate mutating func take(_ verdict: SecretField.Verdict) {
    (hint, hasEdited) = (verdict.words, true)
  }
}

extension PINScreen.Purpose {
  /// What stands in the border, and below it what has no room there.
  fileprivate func title(columns: Int) -> (title: String, subject: String?) {
    switch self {
    case .approve(let operation):
      let title = "Approve: \(operation.deed)"
      return DisplayWidth.of(title) <= columns ? (title, nil) : ("Approve", operation.deed)
    case .removal: return ("Remove this activation", nil)
    }
  }

  fileprivate var words: String {
    switch self {
    case .approve: "The PIN that you chose at activation."
    case .removal: "Your bank forgets this device, and this device its keys."
    }
  }

  fileprivate var label: String {
    switch self {
    case .approve: "Approve"
    case .removal: "Remove"
    }
  }
}
