import TokenModel

/// Where a link of the bank leads: the whole address, and only then a key that opens it.
enum BankLinkScreen: Screen {
  struct State: Equatable, Sendable {
    /// All that stand on the page below; at least one.
    let links: [BankLink]
    let origin: Origin
    fileprivate(set) var index: Int
    fileprivate(set) var reading = Reading()

    init(_ links: [BankLink], at index: Int, of origin: Origin) {
      (self.links, self.index, self.origin) = (links, index, origin)
    }

    var link: BankLink { links[index] }

    fileprivate mutating func show(_ place: Int) {
      guard links.indices.contains(place) else { return }
      (index, reading) = (place, Reading())
    }
  }

  /// What the links stand in.
  enum Origin: Equatable, Sendable { case page, message }

  enum Action: Equatable, Sendable {
    case open, copy, reject, next, previous, move(ListCursor.Move)
  }

  /// The step that shows one of `links`.
  static func open(_ links: [BankLink], at index: Int, of origin: Origin) -> [Step] {
    links.indices.contains(index) ? [.push(Route(self, State(links, at: index, of: origin)))] : []
  }

  static var isDecision: Bool { true }
  static func revision(_ state: State) -> Int { state.index }

  static func chrome(_ state: State) -> Chrome {
    switch state.origin {
    case .page: .page(back: say("addresses.page"))
    case .message: .page(back: say("addresses.message"))
    }
  }

  static func keys(_ state: State, _ world: World) -> [KeyBinding<Action>] {
    var keys: [KeyBinding<Action>] = []
    if state.link.kind == .address {
      let why = way(state, world).why
      // What never opens has no place in the footer.
      keys.append(
        KeyBinding(
          "o", label: why == nil ? say("addresses.open-label") : "",
          help: say("addresses.open-help"), action: .open,
          whyNot: why ?? state.reading.whyNot(page(state, world), visible: rows(world))))
    }
    keys.append(
      KeyBinding(
        "y", label: say("addresses.copy-label"), help: say("addresses.copy-help"), action: .copy,
        whyNot: state.link.copyable == nil ? say("addresses.strange") : nil))
    if state.link.suggestsRejection {
      keys.append(
        KeyBinding(
          "x", label: say("preapproval.reject-label"), help: say("preapproval.reject-help"),
          action: .reject))
    }
    return keys + otherLinks(state) + ScrollKeys.table { .move($0) }
  }

  private static func otherLinks(_ state: State) -> [KeyBinding<Action>] {
    var keys: [KeyBinding<Action>] = []
    if state.index < state.links.count - 1 {
      keys.append(
        KeyBinding(
          "n", label: say("addresses.next-label"), help: say("addresses.next-help"), action: .next))
    }
    if state.index > 0 {
      keys.append(KeyBinding("p", help: say("addresses.previous-help"), action: .previous))
    }
    return keys
  }

  private static func way(_ state: State, _ world: World) -> AddressWay {
    AddressWay(state.link.address, schemes: world.context.redirectSchemes)
  }

  static func action(for input: LooseInput, _ state: State, _ world: World) -> Action? {
    switch input {
    case .wheel(let lines): .move(.scroll(lines))
    case .key, .paste, .row: nil
    }
  }

  static func reduce(_ state: inout State, _ action: Action, _ world: World) -> [Step] {
    switch action {
    case .open:
      // A key may come between the scrolling and the picture.
      guard state.link.kind == .address, way(state, world) == .open, state.reading.isComplete
      else { return [] }
      return [.run(.openAddress(state.link.address)), .say(.info, say("addresses.opening"))]
    case .copy:
      return state.link.copyable.map {
        [.run(.copy($0)), .say(.success, say("addresses.copied"))]
      } ?? []
    case .reject:
      return [.back, .dispatch(RouteAction(PreApprovalScreenPage.self, .reject))]
    case .next: state.show(state.index + 1)
    case .previous: state.show(state.index - 1)
    case .move(let move):
      state.reading.move(move, page(state, world), visible: rows(world))
    }
    return []
  }

  static func settle(_ state: inout State, _ world: World) {
    state.reading.settle(page(state, world), visible: rows(world))
  }

  static func painted(_ state: inout State, _ world: World) {
    state.reading.see(page(state, world), visible: rows(world))
  }
}

/// What it looks like.
extension BankLinkScreen {
  private static func textArea(_ world: World) -> Rect { PageFrame.column(world.area) }
  private static func rows(_ world: World) -> Int { textArea(world).rows }

  static func view(_ state: State, _ world: World, _ canvas: inout Canvas) {
    let area = textArea(world)
    let page = page(state, world)
    page.view(&canvas, area, from: state.reading.offset)
    PageFrame.marks(
      above: state.reading.offset, below: state.reading.below(page, visible: area.rows), &canvas,
      world.area)
  }

  private static func page(_ state: State, _ world: World) -> TextPage {
    var page = TextPage(width: textArea(world).columns)
    page.text(title(state), Style(.title, .bold))
    let (words, style) = introduction(state, world)
    page.text(words, style, sign: style == .plain ? "" : "!")
    page.blank()
    var inner = page.inner
    switch state.link.kind {
    case .address: inner.address(state.link.address)
    case .mail, .phone: inner.text(state.link.shown, Style(.accent))
    }
    page.foreign(inner)
    if state.link.suggestsRejection {
      page.blank()
      page.text(say("addresses.reject"), Style(.warning), sign: "!")
    }
    return page
  }

  private static func title(_ state: State) -> String {
    guard state.links.count > 1 else { return say("addresses.title") }
    return say(
      "addresses.title-of",
      ["number": String(state.link.number), "count": String(state.links.count)])
  }

  private static func introduction(_ state: State, _ world: World) -> (String, Style) {
    switch state.link.kind {
    case .address:
      way(state, world).why.map { ($0, Style(.warning)) } ?? (say("addresses.web"), .plain)
    case .mail: (say("addresses.mail"), .plain)
    case .phone: (say("addresses.phone"), .plain)
    }
  }
}
