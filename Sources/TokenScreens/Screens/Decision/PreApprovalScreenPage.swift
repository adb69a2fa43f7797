import TokenModel

/// A page that the bank wants read before an approval.
enum PreApprovalScreenPage: Screen {
  struct State: Equatable, Sendable {
    let screens: [PreApprovalScreen]
    let index: Int
    var scroller = Scroller()
    var hasSeenEnd = false

    init(_ operation: UserOperation, _ index: Int) {
      screens = operation.ui.preApprovalScreens
      self.index = index
    }

    var screen: PreApprovalScreen { screens[index] }
  }

  enum Action: Equatable, Sendable { case accept, move(ListCursor.Move) }

  static var isDecision: Bool { true }
  static func chrome(_ state: State) -> Chrome { .page(back: "Operation") }
  static func revision(_ state: State) -> Int { state.index }

  static func keys(_ state: State, _ world: World) -> [KeyBinding<Action>] {
    let unread = state.hasSeenEnd ? 0 : below(state, world)
    return [
      KeyBinding(
        "c", label: "I have read it", help: "Goes on to the next page, then to the approval.",
        action: .accept,
        whyNot: unread > 0
          ? "Read to the end first: \(TimeWords.counted(unread, "more line")) below." : nil)
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
    case .accept:
      // A key may come between the scrolling and the picture.
      guard state.hasSeenEnd else { return [] }
      return [.back, .dispatch(RouteAction(OperationScreen.self, .acknowledge))]
    case .move(let move):
      state.scroller.move(
        move, lines: page(state, world).lines.count, visible: textArea(world).rows)
      return []
    }
  }

  static func painted(_ state: inout State, _ world: World) {
    if below(state, world) == 0 { state.hasSeenEnd = true }
  }

  private static func below(_ state: State, _ world: World) -> Int {
    state.scroller.below(lines: page(state, world).lines.count, visible: textArea(world).rows)
  }

  /// All but the rows of the button.
  private static func textArea(_ world: World) -> Rect {
    let column = PageFrame.column(world.area)
    return column.slice(from: 0, rows: column.rows - (column.rows >= 10 ? 2 : 1))
  }

  static func view(_ state: State, _ world: World, _ canvas: inout Canvas) {
    let area = textArea(world)
    page(state, world).view(&canvas, area, from: state.scroller.offset)
    let row = world.area.endRow - 1
    let isOpen = state.hasSeenEnd || below(state, world) == 0
    PageFrame.button("c", "I have read it", &canvas, area.column, row, isOpen: isOpen)
    let left = below(state, world)
    if left > 0 {
      canvas.text(
        left.wordsBelow(in: world), endingAt: area.endColumn, row, Style(.warning, .bold))
    }
  }

  private static func page(_ state: State, _ world: World) -> TextPage {
    var page = TextPage(width: PageFrame.column(world.area).columns)
    let words = PreApprovalWords(state.screen)
    let style = state.screen.kind == .warning ? Style(.warning, .bold) : Style(.title, .bold)
    let count = state.screens.count
    let place = count > 1 ? " Page \(state.index + 1) of \(count)." : ""
    page.text("Your bank wants you to read this first." + place, Style(.muted))
    page.blank()
    var inner = page.inner
    inner.text(words.heading, style, sign: words.sign)
    inner.blank()
    inner.text(words.message)
    inner.blank()
    for item in words.items { inner.text(item, sign: "•") }
    page.foreign(inner)
    return page
  }
}
