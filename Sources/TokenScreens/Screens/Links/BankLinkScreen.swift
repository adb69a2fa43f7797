import TokenModel

/// Where a button of the bank leads: the whole address, and only then a key that opens it.
enum PreApprovalLinkScreen: Screen {
  struct State: Equatable, Sendable {
    let link: PreApprovalLink
    var reading = Reading()

    init(_ link: PreApprovalLink) { self.link = link }
  }

  enum Action: Equatable, Sendable { case open, copy, reject, move(ListCursor.Move) }

  static var isDecision: Bool { true }
  static func chrome(_ state: State) -> Chrome { .page(back: say("preapproval.link-back")) }

  static func keys(_ state: State, _ world: World) -> [KeyBinding<Action>] {
    var keys = [
      KeyBinding(
        "o", label: say("preapproval.open-label"), help: say("preapproval.open-help"),
        action: Action.open, whyNot: whyNotOpen(state, world)),
      KeyBinding(
        "y", label: say("preapproval.copy-label"), help: say("preapproval.copy-help"),
        action: .copy,
        whyNot: state.link.copyable == nil ? say("preapproval.link-strange") : nil),
    ]
    switch state.link.way {
    case .web: break
    case .mail, .phone, .inert: keys.removeFirst()
    }
    if state.link.suggestsRejection {
      keys.append(
        KeyBinding(
          "x", label: say("preapproval.reject-label"), help: say("preapproval.reject-help"),
          action: .reject))
    }
    return keys + ScrollKeys.table { .move($0) }
  }

  private static func whyNotOpen(_ state: State, _ world: World) -> String? {
    guard case .web = state.link.way else { return say("preapproval.link-closed") }
    return state.reading.whyNot(page(state, world), visible: textArea(world).rows)
  }

  static func action(for input: LooseInput, _ state: State, _ world: World) -> Action? {
    switch input {
    case .wheel(let lines): .move(.scroll(lines))
    case .key, .paste, .row: nil
    }
  }

  static func reduce(_ state: inout State, _ action: Action, _ world: World) -> [Step] {
    switch (action, state.link.way) {
    case (.open, .web(let link)):
      // A key may come between the scrolling and the picture.
      guard state.reading.isComplete else { return [] }
      return [.run(.openAddress(link.address)), .say(.info, say("preapproval.opening"))]
    case (.open, .mail), (.open, .phone), (.open, .inert):
      return []  // There is no such key: these can be copied at most.
    case (.copy, _):
      return state.link.copyable.map {
        [.run(.copy($0)), .say(.success, say("preapproval.copied"))]
      } ?? []
    case (.reject, _):
      return [.back, .dispatch(RouteAction(PreApprovalScreenPage.self, .reject))]
    case (.move(let move), _):
      state.reading.move(move, page(state, world), visible: textArea(world).rows)
      return []
    }
  }

  static func settle(_ state: inout State, _ world: World) {
    state.reading.settle(page(state, world), visible: textArea(world).rows)
  }

  static func painted(_ state: inout State, _ world: World) {
    state.reading.see(page(state, world), visible: textArea(world).rows)
  }

  private static func textArea(_ world: World) -> Rect { PageFrame.column(world.area) }

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
    page.text(say("preapproval.link-title"), Style(.title, .bold))
    page.text(introduction(state.link))
    page.blank()
    var inner = page.inner
    switch state.link.way {
    case .web, .inert: inner.address(state.link.address)
    case .mail, .phone: inner.text(state.link.shown, Style(.accent))
    }
    page.foreign(inner)
    if state.link.suggestsRejection {
      page.blank()
      page.text(say("preapproval.link-reject"), Style(.warning), sign: "!")
    }
    return page
  }

  private static func introduction(_ link: PreApprovalLink) -> String {
    switch link.way {
    case .web: say("preapproval.link-web")
    case .mail: say("preapproval.link-mail")
    case .phone: say("preapproval.link-phone")
    case .inert: say("preapproval.link-inert")
    }
  }
}
