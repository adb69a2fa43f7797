import TokenModel

/// Nothing is activated yet: what this is, and how to begin.
enum WelcomeScreen: Screen {
  struct State: Equatable, Sendable {
    var cursor = ListCursor()
  }

  enum Action: Equatable, Sendable { case begin, choose(ActivationWay), row(Int), up, down }

  private static func ways(_ world: World) -> [ActivationWay] {
    ActivationWay.offered(world.context.variants)
  }

  static func keys(_ state: State, _ world: World) -> [KeyBinding<Action>] {
    let ways = ways(world)
    guard ways.count > 1 else {
      return [
        KeyBinding(.enter, "a", label: say("keys.activate"), help: ways[0].help, action: .begin)
      ]
    }
    return [
      KeyBinding(
        .enter, "l", .right, label: say("welcome.choose"), help: say("welcome.begin-help"),
        action: .begin),
      KeyBinding(.up, "k", help: say("keys.up-help"), action: .up, kind: .movement),
      KeyBinding(.down, "j", help: say("keys.down-help"), action: .down, kind: .movement),
    ] + ways.map { KeyBinding($0.key, help: $0.help, action: .choose($0)) }
  }

  static func action(for input: LooseInput, _ state: State, _ world: World) -> Action? {
    switch input {
    case .row(let row): .row(row)
    case .key, .paste, .wheel: nil
    }
  }

  static func reduce(_ state: inout State, _ action: Action, _ world: World) -> [Step] {
    let ways = ways(world)
    switch action {
    case .begin: return ways[min(state.cursor.index, ways.count - 1)].steps(world)
    case .choose(let way): return way.steps(world)
    case .row(let row):
      state.cursor.move(.to(row), count: ways.count, visible: ways.count)
      return ways[state.cursor.index].steps(world)
    case .up: state.cursor.move(.up, count: ways.count, visible: ways.count)
    case .down: state.cursor.move(.down, count: ways.count, visible: ways.count)
    }
    return []
  }

  static func view(_ state: State, _ world: World, _ canvas: inout Canvas) {
    let column = PageFrame.column(world.area)
    let ways = ways(world)
    let page = page(world, isOnlyCode: ways.count == 1, width: column.columns)
    page.view(&canvas, column)
    let row = min(column.row + page.lines.count, column.endRow - ways.count)
    if ways.count == 1 {
      PageFrame.button(.enter, say("welcome.activate"), &canvas, column.column, row, Style(.accent))
    } else {
      for (number, way) in ways.enumerated() {
        let area = Rect(column: column.column, row: row + number, columns: column.columns, rows: 1)
        draw(way, isSelected: number == state.cursor.index, &canvas, area)
        canvas.target(area, .row(number))
      }
    }
  }

  private static func page(_ world: World, isOnlyCode: Bool, width: Int) -> TextPage {
    let isRoomy = world.area.rows >= 14
    var page = TextPage(width: width)
    page.text(say("welcome.title"), Style(.title, .bold))
    if isRoomy { page.blank() }
    if isRoomy || isOnlyCode {
      page.text(say("welcome.purpose"))
    }
    page.text(
      isOnlyCode
        ? say("welcome.first-code")
        : say("welcome.first-choose"))
    page.blank()
    if isRoomy && isOnlyCode { steps(&page) }
    if let code = world.offeredCode {
      page.text(say("welcome.ready", ["code": code.text]), Style(.success), sign: "✓")
    } else if isRoomy {
      page.text(
        say("welcome.server", ["server": DisplayText(world.context.server).singleLine]),
        Style(.muted))
    }
    page.blank()
    return page
  }

  private static func draw(
    _ way: ActivationWay, isSelected: Bool, _ canvas: inout Canvas, _ area: Rect
  ) {
    let style = isSelected ? Style(.selection) : .plain
    if isSelected { canvas.fill(area, style) }
    canvas.text(isSelected ? "▌" : " ", area.column, area.row, style)
    canvas.text(
      way.key.name, area.column + 1, area.row, isSelected ? style : Style(.key, .bold))
    canvas.text(way.title, area.column + 4, area.row, style, room: area.columns - 4)
  }

  private static func steps(_ page: inout TextPage) {
    page.text(say("welcome.step-code"), sign: "1")
    page.text(say("welcome.step-name"), sign: "2")
    page.text(say("welcome.step-compare"), sign: "3")
    page.blank()
  }
}
