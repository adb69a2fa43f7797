import TokenModel

/// What the bank shows after an approval; nothing here is opened by itself.
enum PostApprovalScreenPage: Screen {
  struct State: Equatable, Sendable {
    let screen: PostApprovalScreen
    /// The address as a code for cameras, once it was drawn.
    var qr: ModuleMatrix?
    /// When the page first stood on the terminal; from then on a countdown runs.
    var openedAt: Moment?
    /// Lines of the address that have been on the terminal.
    var read = ReadLines()

    init(_ screen: PostApprovalScreen) { self.screen = screen }

    var redirect: PostApprovalScreen.Redirect? {
      if case .redirect(let redirect) = screen.content { redirect } else { nil }
    }
  }

  enum Action: Equatable, Sendable {
    case close, open, copy
    case encoded(text: String, ModuleMatrix?)
  }

  /// The steps that show it, in place of the screen on top or over it.
  static func open(_ screen: PostApprovalScreen, instead: Bool) -> [Step] {
    let state = State(screen)
    let route = Route(self, state)
    let draw = state.redirect.map { [Step.run(.encodeQR($0.address))] } ?? []
    return [instead ? .replace(route) : .push(route)] + draw
  }

  static func chrome(_ state: State) -> Chrome { .page(back: say("postapproval.chrome")) }

  static func keys(_ state: State, _ world: World) -> [KeyBinding<Action>] {
    let close = KeyBinding(
      .enter, label: say("postapproval.back-label"), help: say("postapproval.back-help"),
      action: Action.close)
    guard let redirect = state.redirect else { return [close] }
    let why = way(redirect, world).why
    // Where room is short the footer keeps the first ones; what is never opened has no place in it.
    return [
      KeyBinding(
        "o", label: why == nil ? say("postapproval.open-label") : "",
        help: say("postapproval.open-help"), action: .open,
        whyNot: why ?? (state.read.isComplete ? nil : say("postapproval.read-first")),
        kind: .decisive),
      KeyBinding(
        "y", label: say("postapproval.copy-label"), help: say("postapproval.copy-help"),
        action: .copy, whyNot: redirect.address.isPrintable ? nil : say("postapproval.strange")),
      close,
    ]
  }

  private static func way(
    _ redirect: PostApprovalScreen.Redirect, _ world: World
  ) -> AddressWay {
    AddressWay(redirect.address, schemes: world.context.redirectSchemes)
  }

  static func reduce(_ state: inout State, _ action: Action, _ world: World) -> [Step] {
    switch action {
    case .close: return [.back]
    case .open:
      guard let redirect = state.redirect, way(redirect, world) == .open, state.read.isComplete
      else { return [] }
      return [
        .run(.openAddress(redirect.address)), .say(.info, say("postapproval.opening")),
      ]
    case .copy:
      guard let address = state.redirect?.address, address.isPrintable else { return [] }
      return [.run(.copy(address)), .say(.success, say("postapproval.copied"))]
    case .encoded(let text, let matrix):
      // The answer may be about another address.
      if text == state.redirect?.address { state.qr = matrix }
      return []
    }
  }

  static func painted(_ state: inout State, _ world: World) {
    if state.openedAt == nil { state.openedAt = world.now }
  }

  /// Nobody opens an address before all of it stood on the terminal.
  static func saw(_ state: inout State, from scroller: Scroller, _ world: World) {
    let column = PageFrame.column(world.area)
    let (page, address) = layout(state, world, width: column.columns)
    guard !address.isEmpty else { return }
    var scroller = scroller
    scroller.settle(lines: page.lines.count, visible: column.rows)
    let shown = (scroller.offset..<scroller.offset + column.rows).clamped(to: address)
    state.read.see(shown.map { $0 - address.lowerBound }, of: address.count)
  }

  static func nextChange(_ state: State, _ world: World) -> Int64? {
    guard let openedAt = state.openedAt, state.secondsLeft(at: world.now) > 0 else { return nil }
    return 1000 - (world.now.monotonicMilliseconds - openedAt.monotonicMilliseconds) % 1000
  }
}

extension PostApprovalScreenPage.State {
  /// Whole seconds until the bank would go on by itself.
  fileprivate func secondsLeft(at now: Moment) -> Int {
    let countdown = Int64(redirect?.countdown ?? 0) * 1000
    let past = openedAt.map { now.monotonicMilliseconds - $0.monotonicMilliseconds } ?? 0
    return Int((max(0, countdown - past) + 999) / 1000)
  }
}

/// What it looks like.
extension PostApprovalScreenPage {
  static func isPage(_ state: State) -> Bool { true }

  static func page(_ state: State, _ world: World, width: Int) -> TextPage {
    layout(state, world, width: width).page
  }

  /// The page, and the rows of it that hold the address of a redirect.
  private static func layout(
    _ state: State, _ world: World, width: Int
  ) -> (page: TextPage, address: Range<Int>) {
    var page = TextPage(width: width)
    page.text(say("postapproval.title"), Style(.title, .bold))
    page.blank()
    let screen = state.screen
    var address = 0..<0
    switch screen.content {
    case .review(let attributes):
      OperationPage.foreign(
        screen.heading ?? "", screen.message ?? "", OperationText.rows(attributes), &page)
    case .redirect(let redirect):
      page.foreign(texts(screen, page.inner))
      address = write(redirect, state, world, &page)
    case .generic(let value):
      var inner = texts(screen, page.inner)
      inner.blank()
      inner.tree(JSONTree(value))
      page.foreign(inner)
    }
    return (page, address)
  }

  private static func texts(_ screen: PostApprovalScreen, _ page: TextPage) -> TextPage {
    var page = page
    if let heading = screen.heading {
      page.text(DisplayText(heading).text, Style(.title, .bold))
    }
    if let message = screen.message { page.text(DisplayText(message).text) }
    return page
  }

  /// Returns the rows of the address.
  private static func write(
    _ redirect: PostApprovalScreen.Redirect, _ state: State, _ world: World,
    _ page: inout TextPage
  ) -> Range<Int> {
    let way = way(redirect, world)
    page.blank()
    page.text(say("postapproval.redirect"))
    var inner = page.inner
    if let text = redirect.text { inner.text(DisplayText(text).text, Style(.text, .bold)) }
    let start = page.lines.count + inner.lines.count
    if way == .open {
      inner.address(redirect.address)
    } else {
      inner.text(DisplayText(redirect.address).text)
    }
    page.foreign(inner)
    let address = start..<max(start, page.lines.count)
    page.blank()
    let seconds = state.secondsLeft(at: world.now)
    if let why = way.why {
      page.text(why, Style(.warning), sign: "!")
    } else if seconds > 0 {
      page.text(say("postapproval.asleep", count: seconds), Style(.muted), sign: "·")
    } else {
      page.text(say("postapproval.ready"), Style(.accent, .bold), sign: "→")
    }
    if way == .open { draw(state.qr, &page) }
    return address
  }

  private static func draw(_ qr: ModuleMatrix?, _ page: inout TextPage) {
    guard let qr else { return }
    let picture = HalfBlocks(qr)
    page.blank()
    guard picture.columns <= page.width else {
      return page.text(say("postapproval.qr-large"), Style(.muted))
    }
    page.text(say("postapproval.qr"), Style(.muted))
    for row in picture.rows {
      page.append([TextPage.Span(column: 0, text: row, style: Style(.picture))])
    }
  }
}
