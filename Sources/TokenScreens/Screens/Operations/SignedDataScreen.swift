import TokenModel

/// Exactly what an approval signs, its hash, and what of it was found on the page.
enum SignedDataScreen: Screen {
  struct State: Equatable, Sendable {
    let operation: UserOperation
    var scroller = Scroller()

    init(_ operation: UserOperation) { self.operation = operation }
  }

  enum Action: Equatable, Sendable { case move(ListCursor.Move), copyHash }

  static func chrome(_ state: State) -> Chrome { .page(back: "Operation") }

  static func keys(_ state: State, _ world: World) -> [KeyBinding<Action>] {
    [
      KeyBinding(
        "y", label: "copy hash", help: "Copies the SHA-256 of the data.", action: .copyHash,
        whyNot: world.digest(of: state.operation) == nil ? "The hash is not there yet." : nil)
    ] + ScrollKeys.table { .move($0) }
  }

  static func action(for input: LooseInput, _ state: State, _ world: World) -> Action? {
    switch input {
    case .wheel(let lines): .move(.scroll(lines))
    case .key, .paste, .row: nil
    }
  }

  static func reduce(_ state: inout State, _ action: Action, _ world: World) -> [Step] {
    switch action {
    case .move(let move):
      state.scroller.move(
        move, lines: page(state, world).lines.count, visible: PageFrame.column(world.area).rows)
      return []
    case .copyHash:
      return world.digest(of: state.operation).map {
        [.run(.copy($0)), .say(.success, "The hash was given to your terminal's clipboard.")]
      } ?? []
    }
  }

  static func view(_ state: State, _ world: World, _ canvas: inout Canvas) {
    page(state, world).view(
      &canvas, PageFrame.column(world.area), from: state.scroller.offset)
  }

  private static func page(_ state: State, _ world: World) -> TextPage {
    let operation = state.operation
    var page = TextPage(width: PageFrame.column(world.area).columns)
    page.text("Signed data", Style(.title, .bold))
    page.text("An approval signs exactly these \(operation.data.utf8.count) bytes.", Style(.muted))
    page.blank()
    page.text(DisplayText(operation.data).text, Style(.accent))
    page.blank()
    page.text("SHA-256", Style(.muted))
    page.text(world.digest(of: operation).map(grouped) ?? "\u{2026}")
    page.blank()
    for row in DataComparison(operation).rows { write(row, &page) }
    return page
  }

  private static func write(_ row: DataComparison.Row, _ page: inout TextPage) {
    let text = "\(row.field.label): \(DisplayText(row.field.content).singleLine)"
    switch row.finding {
    case .shown: page.text(text + " (shown)", Style(.success), sign: "✓")
    case .notFound: page.text(text + " (not found on the page)", Style(.muted), sign: "·")
    case .contradicted(let shown):
      page.text(
        text + " (shown is \(DisplayText(shown).singleLine))", Style(.danger, .bold), sign: "✗")
    }
  }

  /// Groups of eight digits, which can be compared by eye.
  private static func grouped(_ hex: String) -> String {
    stride(from: 0, to: hex.count, by: 8).map { String(hex.dropFirst($0).prefix(8)) }
      .joined(separator: " ")
  }
}
