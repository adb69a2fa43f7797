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

  static func chrome(_ state: State) -> Chrome { .page(back: "Settings") }
  static func isTyping(_ state: State) -> Bool { true }

  static func keys(_ state: State, _ world: World) -> [KeyBinding<Action>] {
    [
      KeyBinding(
        .enter, label: "next", help: "Goes on to the PIN.", action: .submit,
        whyNot: whyNot(state))
    ]
  }

  private static func whyNot(_ state: State) -> String? {
    if state.field.text.allSatisfy({ $0 == " " }) { return "This device needs a name." }
    let count = state.field.text.utf16.count
    if count > limit { return "The name has \(count) characters; your bank takes \(limit)." }
    return state.field.text == state.old ? "It is called that already." : nil
  }

  static func action(for input: LooseInput, _ state: State, _ world: World) -> Action? {
    switch input {
    case .key(let key):
      var probe = state.field
      return probe.take(key) ? .edit(key) : nil
    case .paste(let text): return .paste(text)
    case .row, .wheel: return nil
    }
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
    canvas.text("Rename this device", column.column, row, Style(.title, .bold))
    if count > limit - 40 {
      canvas.text(
        "\(count) of \(limit)", endingAt: column.endColumn, row,
        Style(count >= limit ? .warning : .muted))
    }
    row += 2
    canvas.text(
      "Name, as your bank will show it", column.column, row, Style(.text, .bold),
      room: column.columns)
    let width = min(46, column.columns)
    state.field.view(&canvas, column.column, row + 1, columns: width, isFocused: true)
    var page = TextPage(width: column.columns)
    page.text("Some banks give names themselves and refuse another.", Style(.muted))
    page.view(&canvas, column.slice(from: row + 3 - column.row, rows: .max))
  }
}
