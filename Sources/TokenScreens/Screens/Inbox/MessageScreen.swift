import MessageText
import TokenModel

/// One message, as text: nothing in it is fetched or run.
enum MessageScreen: Screen {
  struct State: Equatable, Sendable {
    /// As the list has it, until the bank has sent all of it.
    let listed: InboxMessage
    var answer: Awaited<InboxMessage>
    fileprivate var document: MessageDocument? {
      didSet {
        let addresses = document?.links ?? []
        links = addresses.enumerated().map { BankLink($0.element, number: $0.offset + 1) }
      }
    }
    /// Where its words lead; the first one has the number 1.
    private(set) var links: [BankLink] = []
    /// The operation that its text is about: a link for this token, or the text of a QR code.
    fileprivate var passage = ScannedText.unknown
    /// The message laid out for the present width.
    fileprivate var laidOut: TextPage?

    init(_ listed: InboxMessage, since: Moment) {
      self.listed = listed
      answer = Awaited(since: since)
    }
  }

  enum Action: Equatable, Sendable {
    case close, retry
    /// The link at that place of the message.
    case follow(Int)
    /// What the text is about.
    case openPassage
    case answered(id: String, AppEvent.Outcome<InboxMessage>)
  }

  static func open(_ message: InboxMessage, _ world: World) -> [Step] {
    [
      .push(Route(MessageScreen.self, .init(message, since: world.now))),
      .run(.openMessage(id: message.id)),
    ]
  }

  static func chrome(_ state: State) -> Chrome { .page(back: say("keys.page-inbox")) }

  static func keys(_ state: State, _ world: World) -> [KeyBinding<Action>] {
    let close = KeyBinding<Action>(
      .enter, label: say("keys.back"), help: say("keys.back-help"), action: .close)
    guard state.answer.failure != nil else {
      return [close] + passageKey(state) + state.links.keys { .follow($0) }
    }
    return [
      close,
      KeyBinding(
        "r", label: say("keys.try-again"), help: say("keys.ask-bank-again-help"), action: .retry),
    ]
  }

  private static func passageKey(_ state: State) -> [KeyBinding<Action>] {
    guard state.passage != .unknown else { return [] }
    return [
      KeyBinding(
        "o", label: say("inbox.open-passage"), help: say("inbox.open-passage-help"),
        action: .openPassage)
    ]
  }

  static func reduce(_ state: inout State, _ action: Action, _ world: World) -> [Step] {
    switch action {
    case .close: return [.back]
    case .follow(let index): return BankLinkScreen.open(state.links, at: index, of: .message)
    case .openPassage: return [.follow(state.passage)]
    case .retry:
      guard state.answer.since == nil else { return [] }
      state.answer.ask(at: world.now)
      return [.run(.openMessage(id: state.listed.id))]
    case .answered(let id, let outcome):
      // The answer for a message that was closed meanwhile.
      guard id == state.listed.id else { return [] }
      state.answer.receive(outcome)
      state.document = state.answer.value.map { MessageDocument($0) }
      state.passage = state.answer.value?.passage ?? .unknown
      state.laidOut = nil
      settle(&state, world)
      return []
    }
  }

  static func settle(_ state: inout State, _ world: World) {
    let width = PageFrame.column(world.area).columns
    guard state.document != nil, state.laidOut?.width != width else { return }
    state.laidOut = layOut(state, world, width)
  }

  static func isPage(_ state: State) -> Bool { true }

  static func page(_ state: State, _ world: World, width: Int) -> TextPage {
    if let page = state.laidOut, page.width == width { return page }
    return layOut(state, world, width)
  }

  static func nextChange(_ state: State, _ world: World) -> Int64? {
    state.answer.nextChange(at: world.now)
  }

  private static func layOut(_ state: State, _ world: World, _ width: Int) -> TextPage {
    let message = state.answer.value ?? state.listed
    var page = TextPage(width: width)
    var head = page.inner
    head.text(MessageWords.subject(message), Style(.title, .bold))
    page.foreign(head)
    if let date = message.created {
      page.text(TimeWords.minute(date, in: world.now), Style(.muted))
    }
    page.blank()
    guard let document = state.document else {
      state.answer.write(say("inbox.fetching"), at: world.now, &page)
      return page
    }
    var body = page.inner
    let layout = MessageLayout(document, width: body.width)
    body.append(layout, links: document.links.map { Link($0) })
    if layout.lines.isEmpty { page.text(say("inbox.no-text"), Style(.muted)) }
    page.foreign(body)
    for warning in MessageWords.warnings(message, document, layout) {
      page.blank()
      page.text(warning, Style(.warning), sign: "!")
    }
    return page
  }
}

extension InboxMessage {
  /// HTML has links of its own.
  fileprivate var passage: ScannedText {
    content == .html ? .unknown : ScannedText(passageOf: body ?? "")
  }
}

extension TextPage {
  /// A message's lines in the looks of this program; `links` are the ones that can be followed.
  fileprivate mutating func append(_ layout: MessageLayout, links: [Link?]) {
    for line in layout.lines {
      append(
        line.spans.map { span in
          Span(
            column: span.column, text: span.text, style: Style(span),
            link: span.link.flatMap { links[$0 - 1] })
        })
    }
  }
}

extension Style {
  fileprivate init(_ span: MessageSpan) {
    switch span.look {
    case .heading: self.init(.title, .bold)
    case .mark: self.init(.muted)
    case .address: self.init(.accent)
    case .text, .preformatted: self.init(span.link == nil ? .text : .accent)
    }
    if span.emphasis.contains(.strong) { emphasis.insert(.bold) }
    if span.emphasis.contains(.stressed) { emphasis.insert(.underline) }
  }
}
