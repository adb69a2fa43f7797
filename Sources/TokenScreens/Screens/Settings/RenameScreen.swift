import TokenModel

/// Asks for another name of this device; the second factor comes next.
enum RenameScreen: Screen {
  struct State: Equatable, Sendable {
    let old: String
    var field: TextField

    init(_ old: String) {
      self.old = old
      field = TextField(DisplayText(old).singleLine, limit: limit)
    }
  }

  enum Action: Equatable, Sendable { case edit(Key), paste(String), submit }

  /// Most characters that servers take, counted as they count: in UTF-16.
  private static let limit = 255

  static func chrome(_ state: State) -> Chrome { .page(back: say("keys.page-settings")) }
  static func isTyping(_ state: State) -> Bool { true }

  static func keys(_ state: State, _ world: World) -> [KeyBinding<Action>] {
    [
      KeyBinding(
        .enter, label: say("keys.next"), help: say("keys.to-pin-help"), action: .submit,
        whyNot: whyNot(state))
    ]
  }

  private static func whyNot(_ state: State) -> String? {
    if state.field.text.allSatisfy({ $0 == " " }) { return say("fields.name-needed") }
    let count = state.field.text.utf16.count
    if count > limit {
      return say("rename.too-long", ["count": String(count), "most": String(limit)])
    }
    return state.field.text == state.old ? say("rename.same") : nil
  }

  static func action(for input: LooseInput, _ state: State, _ world: World) -> Action? {
    input.typed(into: state.field, edit: Action.edit, paste: Action.paste)
  }

  static func reduce(_ state: inout State, _ action: Action, _ world: World) -> [Step] {
    switch action {
    case .edit(let key): state.field.take(key)
    case .paste(let text): state.field.insert(text)
    case .submit: return [.push(Route(PINScreen.self, .init(.renaming(state.field.text))))]
    }
    return []
  }

  static func view(_ state: State, _ world: World, _ canvas: inout Canvas) {
    let column = PageFrame.column(world.area)
    let count = state.field.text.utf16.count
    var row = column.row
    canvas.text(say("rename.title"), column.column, row, Style(.title, .bold))
    if count > limit - 40 {
      canvas.text(
        say("rename.count", ["count": String(count), "most": String(limit)]),
        endingAt: column.endColumn, row,
        Style(count >= limit ? .warning : .muted))
    }
    row += 2
    canvas.text(
      say("fields.name-shown"), column.column, row, Style(.text, .bold),
      room: column.columns)
    let width = min(46, column.columns)
    state.field.view(&canvas, column.column, row + 1, columns: width, isFocused: true)
    var page = TextPage(width: column.columns)
    page.text(say("rename.refusal"), Style(.muted))
    page.view(&canvas, column.slice(from: row + 3 - column.row, rows: .max))
  }
}
