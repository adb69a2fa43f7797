import TokenModel

/// Asks for a typed word before the keys of this device are destroyed without the bank.
enum LocalRemovalScreen: Screen {
  struct State: Equatable, Sendable {
    let cause: Cause
    var field = TextField(limit: 12)
    var isRemoving = false
    var failure: TokenFailure?

    init(cause: Cause = .wish) { self.cause = cause }
  }

  enum Cause: Equatable, Sendable {
    case wish
    /// The bank shows another fingerprint: the keys were exchanged with somebody else.
    case fingerprintDiffers
  }

  enum Action: Equatable, Sendable { case edit(Key), submit, failed(TokenFailure) }

  /// What has to be typed; a paste does not count.
  static var word: String { say("removal.word") }

  static var isDecision: Bool { true }
  static func isTyping(_ state: State) -> Bool { true }
  static func chrome(_ state: State) -> Chrome { .page(back: say("overlays.back")) }

  static func whyNotLeave(_ state: State) -> String? {
    state.isRemoving ? say("removal.removing") : nil
  }

  static func keys(_ state: State, _ world: World) -> [KeyBinding<Action>] {
    let why =
      state.isRemoving
      ? say("removal.removing") : say("removal.type-first", ["word": word])
    return [
      KeyBinding(
        .enter, label: say("keys.remove"), help: say("removal.remove-help"), action: .submit,
        whyNot: state.field.text == word && !state.isRemoving ? nil : why, kind: .decisive)
    ]
  }

  static func action(for input: LooseInput, _ state: State, _ world: World) -> Action? {
    guard case .key(let key) = input else { return nil }
    var probe = TextField()
    return probe.take(key) ? .edit(key) : nil
  }

  static func reduce(_ state: inout State, _ action: Action, _ world: World) -> [Step] {
    switch action {
    case .edit(let key):
      guard !state.isRemoving else { return [] }
      state.field.take(key)
      state.failure = nil
    case .submit:
      (state.isRemoving, state.failure) = (true, nil)
      return [.run(.removeLocally)]
    case .failed(let failure):
      (state.isRemoving, state.failure) = (false, failure)
    }
    return []
  }

  static func view(_ state: State, _ world: World, _ canvas: inout Canvas) {
    let column = PageFrame.column(world.area)
    var page = TextPage(width: column.columns)
    switch state.cause {
    case .wish:
      page.text(say("removal.title"), Style(.title, .bold))
      page.text(say("removal.no-pin"))
      page.text(say("removal.not-told"))
    case .fingerprintDiffers:
      page.text(say("removal.attack"), Style(.danger, .bold), sign: "✗")
      page.text(say("removal.attack-call"))
      page.text(say("removal.attack-then"))
    }
    if let failure = state.failure {
      page.text(FailureWords(failure).happened, Style(.danger, .bold), sign: "✗")
    }
    page.view(&canvas, column)
    let row = min(column.row + page.lines.count + 1, column.endRow - 1)
    let label = say("removal.type", ["word": word]) + " "
    let start = canvas.text(label, column.column, row)
    state.field.view(&canvas, start, row, columns: 12, isFocused: true)
  }
}
