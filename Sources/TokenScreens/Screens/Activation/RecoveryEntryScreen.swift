import TokenModel

/// Takes the recovery code of a lost device and one of its PUKs.
enum RecoveryEntryScreen: Screen {
  struct State: Equatable, Sendable {
    var code = CodeField(.recovery)
    var puk = PUKField()
    var focus = Field.code
    /// Which PUK of the card the server wants, counted from 1; nil until it has said.
    var wantedPUK: Int?
  }

  enum Field: Equatable, Sendable { case code, puk }
  enum Action: Equatable, Sendable {
    case edit(Key), paste(String), focus(Field), next
    /// The server did not accept them.
    case refused(nextPUK: Int?)
  }

  static func isTyping(_ state: State) -> Bool { true }

  static func keys(_ state: State, _ world: World) -> [KeyBinding<Action>] {
    [
      KeyBinding(
        .enter, label: "next", help: "Goes on to the PUK, then to the name of this device.",
        action: .next, whyNot: whyNot(state)),
      KeyBinding(
        .tab, .backTab, .up, .down, label: "other field", help: "Goes to the other field.",
        action: .focus(state.focus == .code ? .puk : .code)),
    ]
  }

  private static func whyNot(_ state: State) -> String? {
    if state.code.code == nil { return "The code is not complete and correct yet." }
    return state.focus == .puk ? state.puk.whyNot : nil
  }

  static func action(for input: LooseInput, _ state: State, _ world: World) -> Action? {
    switch input {
    case .key(let key):
      let isTaken = state.focus == .code ? state.code.takes(key) : state.puk.takes(key)
      return isTaken ? .edit(key) : nil
    case .paste(let text): return .paste(text)
    case .row(let row): return .focus(row == 0 ? .code : .puk)
    case .wheel: return nil
    }
  }

  static func reduce(_ state: inout State, _ action: Action, _ world: World) -> [Step] {
    switch (action, state.focus) {
    case (.edit(let key), .code): state.code.take(key)
    case (.edit(let key), .puk): state.puk.take(key)
    case (.paste(let text), .code): state.code.paste(text)
    case (.paste(let text), .puk): state.puk.paste(text)
    case (.focus(let field), _): state.focus = field
    case (.refused(let next), _):
      state.wantedPUK = next
      state.puk = PUKField()
      state.focus = .puk
    case (.next, .code): state.focus = .puk
    case (.next, .puk):
      guard let code = state.code.code, let puk = state.puk.puk else { return [] }
      let draft = ActivationDraft(
        .recovery(code: code, puk: puk), deviceName: world.context.deviceName)
      return [.push(Route(DeviceNameScreen.self, .init(draft)))]
    }
    return []
  }

  static func clearSecrets(_ state: inout State) { state.puk = PUKField() }

  static func view(_ state: State, _ world: World, _ canvas: inout Canvas) {
    let column = PageFrame.column(world.area)
    let row = ActivationStep.head(1, "Recovery code", &canvas, column)
    state.code.view(&canvas, column.column, row, isFocused: state.focus == .code)
    canvas.target(Rect(column: 0, row: row, columns: world.area.columns, rows: 2), .row(0))
    var verdict = TextPage(width: column.columns)
    state.code.verdict(into: &verdict)
    verdict.view(&canvas, column.slice(from: row + 1 - column.row, rows: 2))
    let top = row + 3
    let label = state.wantedPUK.map { "PUK number \($0)" } ?? "PUK"
    let end = canvas.text(
      label, column.column, top, state.focus == .puk ? Style(.text, .bold) : Style(.muted))
    state.puk.view(&canvas, end + 2, top, isFocused: state.focus == .puk)
    canvas.target(Rect(column: 0, row: top, columns: world.area.columns, rows: 2), .row(1))
    var page = TextPage(width: column.columns)
    state.puk.verdict(into: &page)
    if world.area.rows >= 12 {
      page.blank()
      page.text("Both stand on the card or paper of the lost device.", Style(.muted))
      page.text("A PUK works once: cross it out when it was used.", Style(.muted))
    }
    page.view(&canvas, column.slice(from: top + 1 - column.row, rows: .max))
  }
}
