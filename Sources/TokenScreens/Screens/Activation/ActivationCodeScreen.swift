import TokenModel

/// Takes the activation code, forgiving, never masked, with a verdict while it is typed.
enum ActivationCodeScreen: Screen {
  struct State: Equatable, Sendable {
    var field: CodeField

    /// Not nil where a refused code is changed; what comes next is the bank again.
    let mending: ActivationDraft?

    init(offered: ActivationCode?, mending: ActivationDraft? = nil) {
      field = CodeField(.activation, offered: offered)
      self.mending = mending
    }
  }

  enum Action: Equatable, Sendable { case edit(Key), paste(String), next }

  static func isTyping(_ state: State) -> Bool { true }

  static func keys(_ state: State, _ world: World) -> [KeyBinding<Action>] {
    [
      KeyBinding(
        .enter, label: state.mending == nil ? say("keys.next") : say("keys.activate"),
        help: state.mending == nil
          ? say("activation-code.next-help") : say("keys.ask-bank-again-help"),
        action: .next,
        whyNot: state.field.code == nil ? say("fields.incomplete-code") : nil)
    ]
  }

  static func action(for input: LooseInput, _ state: State, _ world: World) -> Action? {
    switch input {
    case .key(let key): state.field.takes(key) ? .edit(key) : nil
    case .paste(let text): .paste(text)
    case .row, .wheel: nil
    }
  }

  static func reduce(_ state: inout State, _ action: Action, _ world: World) -> [Step] {
    switch action {
    case .edit(let key): state.field.take(key)
    case .paste(let text): state.field.paste(text)
    case .next:
      guard let code = state.field.code else { return [] }
      if var draft = state.mending {
        draft.credential = .code(code)
        return ActivatingScreen.mended(draft)
      }
      let draft = ActivationDraft(.code(code), deviceName: world.context.deviceName)
      return [.push(Route(DeviceNameScreen.self, .init(draft)))]
    }
    return []
  }

  static func view(_ state: State, _ world: World, _ canvas: inout Canvas) {
    let column = PageFrame.column(world.area)
    let row = ActivationStep.head(nil, .credential, say("activation-code.title"), &canvas, column)
    state.field.view(&canvas, column.column, row)
    var page = TextPage(width: column.columns)
    state.field.verdict(into: &page)
    if world.area.rows >= 12 {
      page.blank()
      page.text(say("activation-code.where"), Style(.muted))
      page.text(say("activation-code.paste"), Style(.muted))
    }
    page.view(&canvas, column.slice(from: row + 2 - column.row, rows: .max))
  }
}
