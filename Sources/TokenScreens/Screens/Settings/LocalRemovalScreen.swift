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
  static let word = "remove"

  static var isDecision: Bool { true }
  static func isTyping(_ state: State) -> Bool { true }
  static func chrome(_ state: State) -> Chrome { .page(back: "Back") }

  static func whyNotLeave(_ state: State) -> String? {
    state.isRemoving ? "The files are being removed." : nil
  }

  static func keys(_ state: State, _ world: World) -> [KeyBinding<Action>] {
    let why =
      state.isRemoving
      ? "The files are being removed." : "Type the word \u{201C}\(word)\u{201D} first."
    return [
      KeyBinding(
        .enter, label: "remove", help: "Destroys the keys of this device.", action: .submit,
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
      page.text("Remove from this device only", Style(.title, .bold))
      page.text("The keys here are destroyed at once, without a PIN.")
      page.text("Your bank is not told; it lists the device until you remove it there.")
    case .fingerprintDiffers:
      page.text("Somebody may be attacking you", Style(.danger, .bold), sign: "✗")
      page.text("Do not confirm this device at your bank. Call your bank now.")
      page.text("Then remove the keys that were exchanged.")
    }
    if let failure = state.failure {
      page.text(FailureWords(failure).happened, Style(.danger, .bold), sign: "✗")
    }
    page.view(&canvas, column)
    let row = min(column.row + page.lines.count + 1, column.endRow - 1)
    let label = "Type \u{201C}\(word)\u{201D}: "
    let start = canvas.text(label, column.column, row)
    state.field.view(&canvas, start, row, columns: 12, isFocused: true)
  }
}
