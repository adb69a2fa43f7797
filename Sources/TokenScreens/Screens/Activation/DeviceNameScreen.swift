import TokenModel

/// Asks how this device is called at the bank, and for a one-time password if there is one.
enum DeviceNameScreen: Screen {
  struct State: Equatable, Sendable {
    let code: ActivationCode
    var name: TextField
    var otp: TextField
    var focus = Field.name

    init(_ draft: ActivationDraft) {
      code = draft.code
      name = TextField(draft.deviceName)
      otp = TextField(draft.otp ?? "")
    }
  }

  enum Field: Equatable, Sendable { case name, otp }
  enum Action: Equatable, Sendable { case edit(Key), paste(String), focus(Field), next }

  static func isTyping(_ state: State) -> Bool { true }

  static func keys(_ state: State, _ world: World) -> [KeyBinding<Action>] {
    let other: Field = state.focus == .name ? .otp : .name
    return [
      KeyBinding(
        .enter, label: "next", help: "Goes on to the next field, then to the PIN.", action: .next,
        whyNot: isNameEmpty(state) ? "This device needs a name." : nil),
      KeyBinding(
        .tab, .backTab, .up, .down, label: "other field", help: "Goes to the other field.",
        action: .focus(other)),
    ]
  }

  private static func isNameEmpty(_ state: State) -> Bool {
    state.name.text.allSatisfy { $0 == " " }
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
    case (.focus(let field), _): state.focus = field
    case (.next, .name): state.focus = .otp
    case (.next, .otp):
      let draft = ActivationDraft(
        code: state.code, deviceName: state.name.text,
        otp: state.otp.text.isEmpty ? nil : state.otp.text)
      return [.push(Route(ChoosePINScreen.self, .init(draft: draft)))]
    }
    return []
  }

  static func view(_ state: State, _ world: World, _ canvas: inout Canvas) {
    let column = PageFrame.column(world.area)
    let row = ActivationStep.head(2, "This device", &canvas, column)
    let width = min(46, column.columns)
    let fields = [
      ("Name, as your bank will show it", state.name), (otpLabel(column.columns), state.otp),
    ]
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
