import TokenModel

/// Takes the recovery code of a lost device and one of its PUKs.
enum RecoveryEntryScreen: Screen {
  struct State: Equatable, Sendable {
    var form = RecoveryForm()
    /// Which PUK of the card the server wants, counted from 1; nil until it has said.
    let wantedPUK: Int?
    /// Not nil where what was refused is changed; what comes next is the bank again.
    let mending: ActivationDraft?

    init() { (wantedPUK, mending) = (nil, nil) }

    /// The code was scanned or pasted elsewhere; its PUK comes next.
    init(_ code: ActivationCode) {
      self.init()
      form = RecoveryForm(code)
    }

    /// The code stays, and another PUK is asked for.
    init(mending draft: ActivationDraft, code: ActivationCode, wantedPUK: Int?) {
      self.wantedPUK = wantedPUK
      mending = draft
      form = RecoveryForm(code)
    }
  }

  enum Action: Equatable, Sendable { case form(RecoveryForm.Action) }

  static func isTyping(_ state: State) -> Bool { true }

  static func keys(_ state: State, _ world: World) -> [KeyBinding<Action>] {
    state.form.keys(
      help: state.mending == nil ? say("recovery-entry.next-help") : say("recovery-entry.mend-help")
    ).map {
      $0.map(Action.form)
    }
  }

  static func action(for input: LooseInput, _ state: State, _ world: World) -> Action? {
    state.form.action(for: input).map(Action.form)
  }

  static func reduce(_ state: inout State, _ action: Action, _ world: World) -> [Step] {
    switch action {
    case .form(let action):
      guard let (code, puk) = state.form.take(action) else { return [] }
      if var draft = state.mending {
        draft.credential = .recovery(code: code, puk: puk)
        return ActivatingScreen.mended(draft)
      }
      let draft = ActivationDraft(
        .recovery(code: code, puk: puk), deviceName: world.context.deviceName)
      return [.push(Route(DeviceNameScreen.self, .init(draft)))]
    }
  }

  static func clearSecrets(_ state: inout State) { state.form.clearPUK() }

  static func view(_ state: State, _ world: World, _ canvas: inout Canvas) {
    let column = PageFrame.column(world.area)
    let row = ActivationStep.head(say("recovery-entry.title"), &canvas, column)
    state.form.view(
      &canvas, column, row,
      pukLabel: state.wantedPUK.map { say("recovery-entry.puk-number", ["number": String($0)]) }
        ?? say("fields.puk"))
    guard world.area.rows >= 12 else { return }
    var page = TextPage(width: column.columns)
    page.text(say("recovery-entry.where"), Style(.muted))
    page.text(say("recovery-entry.once"), Style(.muted))
    page.view(&canvas, column.slice(from: row + RecoveryForm.rows - column.row, rows: .max))
  }
}
