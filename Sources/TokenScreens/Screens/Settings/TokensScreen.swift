import TokenModel

/// The access tokens that this device holds.
enum TokensScreen: Screen {
  struct State: Equatable, Sendable {
    var answer: Awaited<[TokenDescription]>
    var cursor = ListCursor()
    /// The token that is being removed.
    var removing: String?

    init(since: Moment) { answer = Awaited(since: since) }

    var tokens: [TokenDescription] { answer.value ?? [] }
    var selected: TokenDescription? {
      tokens.indices.contains(cursor.index) ? tokens[cursor.index] : nil
    }
  }

  enum Action: Equatable, Sendable {
    case move(ListCursor.Move), refresh
    case askRemoval, remove(String)
    case answered(AppEvent.Outcome<[TokenDescription]>)
  }

  static func chrome(_ state: State) -> Chrome { .page(back: say("keys.page-settings")) }

  static func keys(_ state: State, _ world: World) -> [KeyBinding<Action>] {
    [
      KeyBinding(
        "x", label: state.tokens.isEmpty ? "" : say("keys.remove"),
        help: say("tokens.remove-help"), action: .askRemoval,
        whyNot: whyNotRemove(state)),
      KeyBinding("r", label: say("keys.refresh"), help: say("tokens.read-help"), action: .refresh),
    ] + ScrollKeys.table { .move($0) }
  }

  private static func whyNotRemove(_ state: State) -> String? {
    if state.removing != nil { return say("tokens.being-removed") }
    return state.selected == nil ? say("tokens.no-token") : nil
  }

  static func action(for input: LooseInput, _ state: State, _ world: World) -> Action? {
    switch input {
    case .row(let index): .move(.to(index))
    case .wheel(let lines): .move(.scroll(lines.signum()))
    case .key, .paste: nil
    }
  }

  static func reduce(_ state: inout State, _ action: Action, _ world: World) -> [Step] {
    switch action {
    case .move(let move):
      state.cursor.move(move, count: state.tokens.count, visible: visible(state, world))
    case .refresh:
      // One question at a time.
      guard state.answer.since == nil else { return [] }
      state.answer.ask(at: world.now)
      return [.run(.loadTokens)]
    case .askRemoval:
      return state.selected.map {
        [.push(Route(ConfirmationScreen.self, .init(.tokenRemoval(name: $0.name))))]
      } ?? []
    case .remove(let name):
      guard state.removing == nil else { return [] }
      state.removing = name
      state.answer.ask(at: world.now)
      return [.run(.removeToken(name: name))]
    case .answered(let outcome): return receive(&state, outcome, world)
    }
    return []
  }

  private static func receive(
    _ state: inout State, _ outcome: AppEvent.Outcome<[TokenDescription]>, _ world: World
  ) -> [Step] {
    state.answer.receive(outcome)
    settle(&state, world)
    let removed = state.removing
    state.removing = nil
    guard let removed, case .success(let tokens) = outcome,
      !tokens.contains(where: { $0.name == removed })
    else { return [] }
    return [.say(.success, say("tokens.removed", ["name": DisplayText(removed).singleLine]))]
  }

  static func settle(_ state: inout State, _ world: World) {
    state.cursor.settle(count: state.tokens.count, visible: visible(state, world))
  }

  static func nextChange(_ state: State, _ world: World) -> Int64? {
    state.answer.nextChange(at: world.now)
  }
}

extension TokensScreen {
  private static func head(_ state: State, _ world: World) -> TextPage {
    var page = TextPage(width: PageFrame.column(world.area).columns)
    page.text(say("tokens.title"), Style(.title, .bold))
    if world.area.rows >= 12 {
      page.text(say("tokens.purpose"), Style(.muted))
      page.blank()
    }
    let words =
      state.removing == nil ? say("tokens.reading") : say("tokens.removing")
    state.answer.write(words, at: world.now, &page)
    if state.answer.value == [] { page.text(say("tokens.none"), Style(.muted)) }
    return page
  }

  private static func visible(_ state: State, _ world: World) -> Int {
    max(1, PageFrame.column(world.area).rows - head(state, world).lines.count)
  }

  static func view(_ state: State, _ world: World, _ canvas: inout Canvas) {
    let column = PageFrame.column(world.area)
    let head = head(state, world)
    head.view(&canvas, column)
    let visible = visible(state, world)
    for line in 0..<visible {
      let index = state.cursor.offset + line
      guard index < state.tokens.count else { break }
      draw(
        state.tokens[index], isSelected: index == state.cursor.index, &canvas,
        column.slice(from: head.lines.count + line, rows: 1))
      canvas.target(column.slice(from: head.lines.count + line, rows: 1), .row(index))
    }
    PageFrame.marks(
      above: state.cursor.offset, below: state.tokens.count - state.cursor.offset - visible,
      &canvas, world.area)
  }

  /// Name, then by what it was made, then the beginning of its identifier.
  private static func draw(
    _ token: TokenDescription, isSelected: Bool, _ canvas: inout Canvas, _ area: Rect
  ) {
    let style = isSelected ? Style(.selection) : .plain
    if isSelected {
      canvas.fill(area, style)
      canvas.cursor(area.column, area.row)
    }
    canvas.text(isSelected ? "▌" : " ", area.column, area.row, style)
    let end = canvas.text(
      token.shortID, endingAt: area.endColumn, area.row, isSelected ? style : Style(.muted))
    let isWide = area.columns >= 60
    let nameColumns = isWide ? 28 : end - area.column - 4
    canvas.text(
      DisplayText(token.name).singleLine, area.column + 2, area.row, style, room: nameColumns)
    if isWide {
      let start = area.column + 2 + nameColumns + 2
      canvas.text(token.proof, start, area.row, style, room: end - start - 2)
    }
  }
}
