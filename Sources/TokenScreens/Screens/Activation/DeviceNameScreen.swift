import TokenModel

/// Asks how this device is called at the bank, and for a one-time password if there is one.
enum DeviceNameScreen: Screen {
  struct State: Equatable, Sendable {
    let draft: ActivationDraft
    var name: TextField
    var otp: TextField
    var focus = Field.name

    init(_ draft: ActivationDraft) {
      self.draft = draft
      name = TextField(draft.deviceName, limit: longestTyped)
      otp = TextField(draft.otp ?? "", limit: longestTyped)
    }
  }

  enum Field: Equatable, Sendable { case name, otp }
  enum Action: Equatable, Sendable { case edit(Key), paste(String), focus(Field), next }

  /// More than servers take, so that nothing is cut without a word.
  private static let longestTyped = 400

  static func isTyping(_ state: State) -> Bool { true }

  static func keys(_ state: State, _ world: World) -> [KeyBinding<Action>] {
    let other: Field = state.focus == .name ? .otp : .name
    let next = KeyBinding<Action>(
      .enter, label: "next",
      help: state.draft.takesOTP
        ? "Goes on to the next field, then to the PIN." : "Goes on to the PIN.",
      action: .next, whyNot: whyNot(state))
    guard state.draft.takesOTP else { return [next] }
    return [
      next,
      KeyBinding(
        .tab, .backTab, .up, .down, label: "other field", help: "Goes to the other field.",
        action: .focus(other)),
    ]
  }

  private static func whyNot(_ state: State) -> String? {
    if state.name.text.allSatisfy({ $0 == " " }) { return "This device needs a name." }
    return ServerLimits.whyNot("name", state.name.text)
      ?? ServerLimits.whyNot("one-time password", state.otp.text)
  }

  static func action(for input: LooseInput, _ state: State, _ world: World) -> Action? {
    switch input {
    case .key(let key):
      var probe = state.name
      return probe.take(key) ? .edit(key) : nil
    case .paste(let text): return .paste(text)
    case .row(let row): return .focus(row == 0 ? .name : .otp)
    case .wheel: return nil
    }
  }

  static func reduce(_ state: inout State, _ action: Action, _ world: World) -> [Step] {
    switch (action, state.focus) {
    case (.edit(let key), .name): state.name.take(key)
    case (.edit(let key), .otp): state.otp.take(key)
    case (.paste(let text), .name): state.name.insert(text)
    case (.paste(let text), .otp): state.otp.insert(text)
    case (.focus(let field), _): state.focus = state.draft.takesOTP ? field : .name
    case (.next, .name) where state.draft.takesOTP: state.focus = .otp
    case (.next, .name), (.next, .otp):
      let draft = ActivationDraft(
        state.draft.credential, deviceName: state.name.text,
        otp: state.otp.text.isEmpty ? nil : state.otp.text)
      return [.push(Route(ChoosePINScreen.self, .init(draft: draft)))]
    }
    return []
  }

  static func view(_ state: State, _ world: World, _ canvas: inout Canvas) {
    let column = PageFrame.column(world.area)
    let row = ActivationStep.head(2, "This device", &canvas, column)
    let width = min(46, column.columns)
    var fields = [("Name, as your bank will show it", state.name)]
    if state.draft.takesOTP { fields.append((otpLabel(column.columns), state.otp)) }
    for (number, field) in fields.enumerated() {
      let top = row + number * 3
      let isFocused = (state.focus == .name) == (number == 0)
      canvas.text(
        field.0, column.column, top, isFocused ? Style(.text, .bold) : Style(.muted),
        room: column.columns)
      field.1.view(&canvas, column.column, top + 1, columns: width, isFocused: isFocused)
      canvas.target(
        Rect(column: column.column, row: top, columns: width, rows: 2), .row(number))
    }
  }

  private static func otpLabel(_ columns: Int) -> String {
    columns < 50
      ? "OTP, only if your bank gave you one" : "One-time password: only if your bank gave you one"
  }
}
