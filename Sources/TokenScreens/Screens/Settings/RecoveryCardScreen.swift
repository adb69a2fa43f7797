import TokenModel

/// Takes a recovery code and a PUK from a card; the second factor comes next.
enum RecoveryCardScreen: Screen {
  struct State: Equatable, Sendable {
    var form = RecoveryForm()
  }

  enum Action: Equatable, Sendable { case form(RecoveryForm.Action) }

  static func chrome(_ state: State) -> Chrome { .page(back: "Recovery codes") }
  static func isTyping(_ state: State) -> Bool { true }

  static func keys(_ state: State, _ world: World) -> [KeyBinding<Action>] {
    state.form.keys(to: "the PIN").map { $0.map(Action.form) }
  }

  static func action(for input: LooseInput, _ state: State, _ world: World) -> Action? {
    state.form.action(for: input).map(Action.form)
  }

  static func reduce(_ state: inout State, _ action: Action, _ world: World) -> [Step] {
    switch action {
    case .form(let action):
      guard let (code, puk) = state.form.take(action) else { return [] }
      return [.push(Route(PINScreen.self, .init(.confirmation(code, puk: puk))))]
    }
  }

  static func clearSecrets(_ state: inout State) { state.form = RecoveryForm() }

  static func view(_ state: State, _ world: World, _ canvas: inout Canvas) {
    let column = PageFrame.column(world.area)
    canvas.text("Confirm a recovery card", column.column, column.row, Style(.title, .bold))
    state.form.view(&canvas, column, column.row + 2)
  }
}
