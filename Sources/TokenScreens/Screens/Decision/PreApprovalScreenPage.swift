import TokenModel

/// A page that the bank wants read before an approval.
enum PreApprovalScreenPage: Screen {
  struct State: Equatable, Sendable {
    let operation: UserOperation
    let index: Int
    /// What the user has typed where the bank wants a deliberate gesture.
    var word = TextField(limit: 12)
    var scroller = Scroller()
    var read = ReadLines()

    init(_ operation: UserOperation, _ index: Int) {
      self.operation = operation
      self.index = index
    }

    var screens: [PreApprovalScreen] { operation.ui.preApprovalScreens }
    var screen: PreApprovalScreen { screens[index] }
  }

  enum Action: Equatable, Sendable { case accept, reject, move(ListCursor.Move), edit(Key) }

  /// A terminal has no slider to drag; typing this is as deliberate, and a paste does not count.
  static let word = "continue"

  static var isDecision: Bool { true }
  static func chrome(_ state: State) -> Chrome { .page(back: "Operation") }
  static func revision(_ state: State) -> Int { state.index }
  static func isTyping(_ state: State) -> Bool { state.screen.wantsSlider }

  static func keys(_ state: State, _ world: World) -> [KeyBinding<Action>] {
    let why = state.read.whyNot(below: below(state, world))
    let label = world.size.columns < 60 ? "next" : "I have read it"
    if state.screen.wantsSlider { return typingKeys(state, label, why) }
    return [
      KeyBinding(
        "c", label: label, help: "Goes on to the next page, then to the approval.",
        action: .accept, whyNot: why),
      KeyBinding(
        "x", label: "reject", help: "Rejects, after a reason and a confirmation.", action: .reject),
    ] + ScrollKeys.table { .move($0) }
  }

  private static func typingKeys(
    _ state: State, _ label: String, _ why: String?
  ) -> [KeyBinding<Action>] {
    [
      KeyBinding(
        .enter, label: label, help: "Goes on to the next page, then to the approval.",
        action: .accept,
        whyNot: why
          ?? (state.word.text == word ? nil : "Type the word \u{201C}\(word)\u{201D} first."),
        kind: .decisive),
      KeyBinding(
        .control("x"), label: "reject", help: "Rejects, after a reason and a confirmation.",
        action: .reject),
      KeyBinding(.up, help: "Goes up.", action: .move(.up), kind: .movement),
      KeyBinding(.down, help: "Goes down.", action: .move(.down), kind: .movement),
      KeyBinding(.pageUp, help: "Goes a page up.", action: .move(.pageUp), kind: .movement),
      KeyBinding(.pageDown, help: "Goes a page down.", action: .move(.pageDown), kind: .movement),
    ]
  }

  static func action(for input: LooseInput, _ state: State, _ world: World) -> Action? {
    switch input {
    case .wheel(let lines): return .move(.scroll(lines))
    case .key(let key) where state.screen.wantsSlider:
      var probe = TextField()
      return probe.take(key) ? .edit(key) : nil
    case .key, .paste, .row: return nil
    }
  }

  static func reduce(_ state: inout State, _ action: Action, _ world: World) -> [Step] {
    switch action {
    case .accept:
      // A key may come between the scrolling and the picture.
      guard state.read.isComplete, !state.screen.wantsSlider || state.word.text == word else {
        return []
      }
      return [.back, .dispatch(RouteAction(OperationScreen.self, .acknowledge))]
    case .reject: return [.replace(Route(RejectionScreen.self, .init(state.operation)))]
    case .edit(let key):
      state.word.take(key)
      return []
    case .move(let move):
      state.scroller.move(
        move, lines: page(state, world).lines.count, visible: textArea(world).rows)
      return []
    }
  }

  static func painted(_ state: inout State, _ world: World) {
    state.read.see(
      from: state.scroller.offset, visible: textArea(world).rows,
      of: page(state, world).lines.count)
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
    if state.screen.wantsSlider {
      let start = canvas.text(
        "Type \u{201C}\(word)\u{201D}, then ⏎: ", area.column, row, Style(.text, .bold))
      state.word.view(&canvas, start, row, columns: 10, isFocused: true)
    } else {
      let isOpen = state.read.isComplete || page(state, world).lines.count <= area.rows
      let end = PageFrame.button("c", "I have read it", &canvas, area.column, row, isOpen: isOpen)
      if world.area.columns >= 60 {
        PageFrame.button("x", "Reject", &canvas, end + 3, row, Style(.danger))
      }
    }
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

  static func headline(
    _ state: State, _ world: World, _ canvas: inout Canvas, endingAt column: Int
  ) -> Int {
    ValidityBar.headline(state.operation, world, &canvas, endingAt: column)
  }

  static func nextChange(_ state: State, _ world: World) -> Int64? {
    ValidityBar.nextChange(CollectionOfOne(state.operation), at: world.now)
  }
}
