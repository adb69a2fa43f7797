import TokenModel

/// Asks how this device is called at the bank.
enum DeviceNameScreen: Screen {
  struct State: Equatable, Sendable {
    let draft: ActivationDraft
    var name: TextField

    init(_ draft: ActivationDraft) {
      self.draft = draft
      name = TextField(draft.deviceName, limit: longestTyped)
    }
  }

  enum Action: Equatable, Sendable { case edit(Key), paste(String), next }

  /// More than servers take, so that nothing is cut without a word.
  static let longestTyped = 400

  static func isTyping(_ state: State) -> Bool { true }

  static func keys(_ state: State, _ world: World) -> [KeyBinding<Action>] {
    [
      KeyBinding(
        .enter, label: say("keys.next"),
        help: state.draft.takesOTP
          ? say("device-name.next-otp-help") : say("keys.to-pin-help"),
        action: .next, whyNot: whyNot(state))
    ]
  }

  private static func whyNot(_ state: State) -> String? {
    if state.name.text.allSatisfy({ $0 == " " }) { return say("fields.name-needed") }
    return ServerLimits.whyNot(Phrase("fields.name-too-long"), state.name.text)
  }

  static func action(for input: LooseInput, _ state: State, _ world: World) -> Action? {
    input.typed(into: state.name, edit: Action.edit, paste: Action.paste)
  }

  static func reduce(_ state: inout State, _ action: Action, _ world: World) -> [Step] {
    switch action {
    case .edit(let key): state.name.take(key)
    case .paste(let text): state.name.insert(text)
    case .next:
      var draft = state.draft
      draft.deviceName = state.name.text
      return [
        .push(
          draft.takesOTP
            ? Route(OTPScreen.self, .init(draft))
            : Route(ChoosePINScreen.self, .init(draft: draft)))
      ]
    }
    return []
  }

  static func view(_ state: State, _ world: World, _ canvas: inout Canvas) {
    let column = PageFrame.column(world.area)
    let row = ActivationStep.head(state.draft, .name, say("device-name.title"), &canvas, column)
    canvas.text(
      say("fields.name-shown"), column.column, row, Style(.text, .bold),
      room: column.columns)
    state.name.view(
      &canvas, column.column, row + 1, columns: min(46, column.columns), isFocused: true)
  }
}
