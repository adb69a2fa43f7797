import TokenModel

/// Takes the recovery code of a card; the second factor comes next.
///
/// A confirmation needs no PUK: each one works once, and none may be typed for nothing.
enum RecoveryCardScreen: Screen {
  struct State: Equatable, Sendable {
    var field = CodeField(.recovery)
  }

  enum Action: Equatable, Sendable { case edit(Key), paste(String), next }

  static func chrome(_ state: State) -> Chrome { .page(back: say("keys.page-recovery")) }
  static func isTyping(_ state: State) -> Bool { true }

  static func keys(_ state: State, _ world: World) -> [KeyBinding<Action>] {
    [
      KeyBinding(
        .enter, label: say("keys.next"), help: say("keys.to-pin-help"), action: .next,
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
      return [.push(Route(PINScreen.self, .init(.confirmation(code))))]
    }
    return []
  }

  static func clearSecrets(_ state: inout State) { state = State() }

  static func view(_ state: State, _ world: World, _ canvas: inout Canvas) {
    let column = PageFrame.column(world.area)
    canvas.text(say("recovery.card"), column.column, column.row, Style(.title, .bold))
    state.field.view(&canvas, column.column, column.row + 2)
    var page = TextPage(width: column.columns)
    state.field.verdict(into: &page)
    page.blank()
    page.text(
      say("recovery.code-only"), Style(.muted))
    page.view(&canvas, column.slice(from: 3, rows: .max))
  }
}
