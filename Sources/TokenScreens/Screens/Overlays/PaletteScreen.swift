import TokenModel

/// All commands of the screen below, found by typing.
///
/// It presses keys and opens rows of the settings; what decides for good is left to its own key.
enum PaletteScreen: Screen {
  struct State: Equatable, Sendable {
    let rows: [KeyHelp]
    var field = TextField(limit: 40)
    var cursor = ListCursor()

    init(of state: AppState) { rows = KeyHelp.commands(state) }

    var matches: [KeyHelp] {
      let needle = field.text.lowercased()
      return needle.isEmpty ? rows : rows.filter { $0.help.lowercased().contains(needle) }
    }
  }

  enum Action: Equatable, Sendable {
    case edit(Key), paste(String), move(ListCursor.Move), press(Int), pressSelected
  }

  static func chrome(_ state: State) -> Chrome { .page(back: say("overlays.back")) }
  static func isTyping(_ state: State) -> Bool { true }

  static func keys(_ state: State, _ world: World) -> [KeyBinding<Action>] {
    [
      KeyBinding(
        .enter, label: say("overlays.run"), help: say("overlays.run-help"), action: .pressSelected,
        whyNot: state.matches.isEmpty ? say("overlays.no-command") : nil),
      KeyBinding(
        .up, .control("p"), label: say("overlays.up"), help: say("keys.up-help"), action: .move(.up)
      ),
      KeyBinding(
        .down, .control("n"), label: say("overlays.down"), help: say("keys.down-help"),
        action: .move(.down)),
      KeyBinding(.pageUp, help: say("overlays.page-up-help"), action: .move(.pageUp)),
      KeyBinding(.pageDown, help: say("overlays.page-down-help"), action: .move(.pageDown)),
    ]
  }

  static func action(for input: LooseInput, _ state: State, _ world: World) -> Action? {
    switch input {
    case .key(let key):
      var probe = TextField()
      return probe.take(key) ? .edit(key) : nil
    case .paste(let text): return .paste(text)
    case .row(let index): return .press(index)
    case .wheel(let lines): return .move(.scroll(lines.signum()))
    }
  }

  static func reduce(_ state: inout State, _ action: Action, _ world: World) -> [Step] {
    switch action {
    case .edit(let key):
      state.field.take(key)
      state.cursor = ListCursor()
    case .paste(let text):
      state.field.insert(text)
      state.cursor = ListCursor()
    case .move(let move):
      state.cursor.move(move, count: state.matches.count, visible: listRows(world))
    case .press(let index): return press(state, index)
    case .pressSelected: return press(state, state.cursor.index)
    }
    return []
  }

  private static func press(_ state: State, _ index: Int) -> [Step] {
    let matches = state.matches
    guard matches.indices.contains(index) else { return [] }
    return [.back, matches[index].step]
  }

  private static func listRows(_ world: World) -> Int {
    let column = PageFrame.column(world.area)
    return max(1, column.rows - 2)
  }

  static func settle(_ state: inout State, _ world: World) {
    state.cursor.settle(count: state.matches.count, visible: listRows(world))
  }

  static func view(_ state: State, _ world: World, _ canvas: inout Canvas) {
    let column = PageFrame.column(world.area)
    canvas.text(":", column.column, column.row, Style(.key, .bold))
    state.field.view(
      &canvas, column.column + 1, column.row, columns: column.columns - 1, isFocused: true)
    let matches = state.matches
    if matches.isEmpty {
      canvas.text(
        say("overlays.no-command"), column.column + 2, column.row + 2, Style(.muted),
        room: column.columns - 2)
    }
    for line in 0..<listRows(world) {
      let index = state.cursor.offset + line
      guard index < matches.count else { break }
      draw(
        matches[index], isSelected: index == state.cursor.index, &canvas,
        column.slice(from: 2 + line, rows: 1))
      canvas.target(column.slice(from: 2 + line, rows: 1), .row(index))
    }
  }

  /// The key that does the same; for a row of the settings, the way to them before it.
  private static func keyNames(_ row: KeyHelp) -> String {
    guard case .setting = row.step else { return row.keys[0].name }
    return row.keys.map(\.name).joined(separator: " ")
  }

  private static func draw(
    _ row: KeyHelp, isSelected: Bool, _ canvas: inout Canvas, _ area: Rect
  ) {
    let style = isSelected ? Style(.selection) : row.whyNot == nil ? .plain : Style(.muted, .dim)
    if isSelected { canvas.fill(area, style) }
    canvas.text(isSelected ? "▌" : " ", area.column, area.row, style)
    canvas.text(keyNames(row), area.column + 2, area.row, isSelected ? style : Style(.key))
    let text =
      row.whyNot.map { say("overlays.help-not-now", ["help": row.help, "why": $0]) } ?? row.help
    canvas.text(text, area.column + 10, area.row, style, room: area.columns - 10)
  }
}
