import TokenModel

/// Asks for the one-time password of the bank, if there is one: the step between name and PIN.
enum OTPScreen: Screen {
  struct State: Equatable, Sendable {
    let draft: ActivationDraft
    var otp: TextField
    /// The bank has refused the one that stands there; what comes next is the bank again.
    let isMending: Bool

    init(_ draft: ActivationDraft, isMending: Bool = false) {
      self.draft = draft
      self.isMending = isMending
      otp = TextField(draft.otp ?? "", limit: DeviceNameScreen.longestTyped)
    }
  }

  enum Action: Equatable, Sendable { case edit(Key), paste(String), next }

  static func isTyping(_ state: State) -> Bool { true }

  static func keys(_ state: State, _ world: World) -> [KeyBinding<Action>] {
    [
      KeyBinding(
        .enter,
        label: state.isMending
          ? say("keys.activate") : state.otp.text.isEmpty ? say("otp.none-next") : say("keys.next"),
        help: state.isMending ? say("keys.ask-bank-again-help") : say("keys.to-pin-help"),
        action: .next,
        whyNot: ServerLimits.whyNot(Phrase("fields.otp-too-long"), state.otp.text))
    ]
  }

  static func action(for input: LooseInput, _ state: State, _ world: World) -> Action? {
    input.typed(into: state.otp, edit: Action.edit, paste: Action.paste)
  }

  static func reduce(_ state: inout State, _ action: Action, _ world: World) -> [Step] {
    switch action {
    case .edit(let key): state.otp.take(key)
    case .paste(let text): state.otp.insert(text)
    case .next:
      var draft = state.draft
      draft.otp = state.otp.text.isEmpty ? nil : state.otp.text
      return state.isMending
        ? ActivatingScreen.mended(draft)
        : [.push(Route(ChoosePINScreen.self, .init(draft: draft)))]
    }
    return []
  }

  static func clearSecrets(_ state: inout State) {
    state.otp = TextField(limit: DeviceNameScreen.longestTyped)
  }

  static func view(_ state: State, _ world: World, _ canvas: inout Canvas) {
    let column = PageFrame.column(world.area)
    let row = ActivationStep.head(state.draft, .otp, say("otp.title"), &canvas, column)
    state.otp.view(
      &canvas, column.column, row, columns: min(46, column.columns), isFocused: true)
    var page = TextPage(width: column.columns)
    if state.isMending {
      page.text(
        state.draft.otp == nil
          ? say("otp.maybe-wanted")
          : say("otp.maybe-wrong"))
    } else {
      page.text(say("otp.only-if"), Style(.muted))
      page.text(say("otp.not-pin"), Style(.muted))
    }
    page.view(&canvas, column.slice(from: row + 2 - column.row, rows: .max))
  }
}
