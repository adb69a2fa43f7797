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
        label: state.isMending ? "activate" : state.otp.text.isEmpty ? "none, next" : "next",
        help: state.isMending ? "Asks the bank again." : "Goes on to the PIN.", action: .next,
        whyNot: ServerLimits.whyNot("one-time password", state.otp.text))
    ]
  }

  static func action(for input: LooseInput, _ state: State, _ world: World) -> Action? {
    switch input {
    case .key(let key):
      var probe = state.otp
      return probe.take(key) ? .edit(key) : nil
    case .paste(let text): return .paste(text)
    case .row, .wheel: return nil
    }
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
    let row = ActivationStep.head(state.draft, .otp, "One-time password", &canvas, column)
    state.otp.view(
      &canvas, column.column, row, columns: min(46, column.columns), isFocused: true)
    var page = TextPage(width: column.columns)
    if state.isMending {
      page.text(
        state.draft.otp == nil
          ? "Your bank may want the one that it gave you with the code."
          : "This one may be wrong. Leave it empty if your bank gave you none.")
    } else {
      page.text("Only if your bank gave you one; most banks do not.", Style(.muted))
      page.text("This is not the PIN: that comes next.", Style(.muted))
    }
    page.view(&canvas, column.slice(from: row + 2 - column.row, rows: .max))
  }
}
