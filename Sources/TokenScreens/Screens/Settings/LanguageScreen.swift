import TokenModel

/// The languages to choose from; the choice holds until the program ends.
///
/// The configuration is the user's own file and stays as it is: the page names the key to set there.
enum LanguageScreen: Screen {
  struct State: Equatable, Sendable {
    fileprivate(set) var cursor = ListCursor()

    /// On the language that is in use.
    init(_ language: Language) {
      let index = Language.allCases.firstIndex(of: language) ?? 0
      cursor.move(.to(index), count: Language.allCases.count, visible: Language.allCases.count)
    }

    fileprivate var selected: Language { Language.allCases[cursor.index] }
  }

  enum Action: Equatable, Sendable { case choose(Language), chooseSelected, move(ListCursor.Move) }

  static func chrome(_ state: State) -> Chrome { .page(back: say("keys.page-settings")) }

  static func keys(_ state: State, _ world: World) -> [KeyBinding<Action>] {
    let direct = Language.allCases.enumerated().map { index, language in
      KeyBinding<Action>(
        keys: [.character(Character(String(index + 1)))], label: language.name,
        help: language.help, action: .choose(language), whyNot: whyNot(language, world))
    }
    return [
      KeyBinding(
        .enter, "l", .right, label: say("language.choose"), help: say("language.choose-help"),
        action: .chooseSelected, whyNot: whyNot(state.selected, world))
    ] + direct + ScrollKeys.table { .move($0) }
  }

  private static func whyNot(_ language: Language, _ world: World) -> String? {
    language == world.language ? say("language.chosen") : nil
  }

  static func action(for input: LooseInput, _ state: State, _ world: World) -> Action? {
    switch input {
    case .row(let row): row == state.cursor.index ? .chooseSelected : .move(.to(row))
    case .wheel(let lines): .move(.scroll(lines.signum()))
    case .key, .paste: nil
    }
  }

  static func reduce(_ state: inout State, _ action: Action, _ world: World) -> [Step] {
    switch action {
    case .choose(let language):
      state = State(language)
      return [.run(.speak(language))]
    case .chooseSelected:
      return state.selected == world.language ? [] : [.run(.speak(state.selected))]
    case .move(let move):
      let count = Language.allCases.count
      state.cursor.move(move, count: count, visible: count)
      return []
    }
  }

  static func view(_ state: State, _ world: World, _ canvas: inout Canvas) {
    let column = PageFrame.column(world.area)
    let gap = world.area.rows >= 12 ? 1 : 0
    var head = TextPage(width: column.columns)
    head.text(say("settings.language"), Style(.title, .bold))
    if gap > 0 { head.blank() }
    head.view(&canvas, column)
    let top = head.lines.count
    for (index, language) in Language.allCases.enumerated() {
      let area = column.slice(from: top + index, rows: 1)
      draw(language, index, isSelected: index == state.cursor.index, world, &canvas, area)
    }
    var words = TextPage(width: column.columns)
    words.text(say("language.meaning"), Style(.muted))
    words.text(say("language.lasting", ["code": world.language.rawValue]), Style(.muted))
    words.view(&canvas, column.slice(from: top + Language.allCases.count + gap, rows: .max))
  }

  private static func draw(
    _ language: Language, _ index: Int, isSelected: Bool, _ world: World,
    _ canvas: inout Canvas, _ area: Rect
  ) {
    let isInUse = language == world.language
    let style =
      isSelected ? Style(.selection) : isInUse ? Style(.success, .bold) : Style.plain
    if isSelected {
      canvas.fill(area, style)
      canvas.cursor(area.column, area.row)
    }
    let name = isInUse ? say("language.in-use", ["language": language.name]) : language.name
    canvas.text(
      (isSelected ? "▌" : " ") + String(index + 1) + " " + name, area.column, area.row, style,
      room: area.columns)
    canvas.target(area, .row(index))
  }
}

extension Language {
  /// As its speakers call it.
  var name: String {
    switch self {
    case .english: say("language.english")
    case .czech: say("language.czech")
    }
  }

  fileprivate var help: String {
    switch self {
    case .english: say("language.english-help")
    case .czech: say("language.czech-help")
    }
  }
}
