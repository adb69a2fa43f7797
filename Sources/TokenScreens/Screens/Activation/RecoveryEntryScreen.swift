import TokenModel

/// Takes the recovery code of a lost device and one of its PUKs.
enum RecoveryEntryScreen: Screen {
  struct State: Equatable, Sendable {
    var form = RecoveryForm()
    /// Which PUK of the card the server wants, counted from 1; nil until it has said.
    var wantedPUK: Int?
  }

  enum Action: Equatable, Sendable {
    case form(RecoveryForm.Action)
    /// The server did not accept them.
    case refused(nextPUK: Int?)
  }

  static func isTyping(_ state: State) -> Bool { true }

  static func keys(_ state: State, _ world: World) -> [KeyBinding<Action>] {
    state.form.keys(to: "the name of this device").map { $0.map(Action.form) }
  }

  static func action(for input: LooseInput, _ state: State, _ world: World) -> Action? {
    state.form.action(for: input).map(Action.form)
  }

  static func reduce(_ state: inout State, _ action: Action, _ world: World) -> [Step] {
    switch action {
    case .form(let action):
      guard let (code, puk) = state.form.take(action) else { return [] }
      let draft = ActivationDraft(
        .recovery(code: code, puk: puk), deviceName: world.context.deviceName)
      return [.push(Route(DeviceNameScreen.self, .init(draft)))]
    case .refused(let next):
      state.wantedPUK = next
      state.form.askAnotherPUK()
      return []
    }
  }

  static func clearSecrets(_ state: inout State) { state.form.clearPUK() }

  static func view(_ state: State, _ world: World, _ canvas: inout Canvas) {
    let column = PageFrame.column(world.area)
    let row = ActivationStep.head(1, "Recovery code", &canvas, column)
    state.form.view(
      &canvas, column, row, pukLabel: state.wantedPUK.map { "PUK number \($0)" } ?? "PUK")
    guard world.area.rows >= 12 else { return }
    var page = TextPage(width: column.columns)
    page.text("Both stand on the card or paper of the lost device.", Style(.muted))
    page.text("A PUK works once: cross it out when it was used.", Style(.muted))
    page.view(&canvas, column.slice(from: row + RecoveryForm.rows - column.row, rows: .max))
  }
}
