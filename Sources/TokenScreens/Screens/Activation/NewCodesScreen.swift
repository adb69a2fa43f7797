import TokenModel

/// Shows the recovery code and PUK of a new activation until they are written down.
enum NewCodesScreen: Screen {
  struct State: Equatable, Sendable {
    let codes: RecoveryCodes
    /// A suspension hides the codes; they are asked for again by a key.
    var isCovered = false
    var isCopied = false

    init(_ codes: RecoveryCodes) { self.codes = codes }
  }

  enum Action: Equatable, Sendable { case written, copy, uncover }

  static var isDecision: Bool { true }
  static func revision(_ state: State) -> Int { state.isCovered ? 1 : 0 }

  static func whyNotLeave(_ state: State) -> String? {
    say("new-codes.leave")
  }

  static func keys(_ state: State, _ world: World) -> [KeyBinding<Action>] {
    if state.isCovered {
      return [
        KeyBinding("s", label: say("keys.show"), help: say("new-codes.show-help"), action: .uncover)
      ]
    }
    return [
      KeyBinding(
        "w", label: say("keys.written-down"), help: say("new-codes.written-help"), action: .written,
        kind: .decisive),
      KeyBinding(
        "y", label: say("keys.copy"), help: say("new-codes.copy-help"),
        action: .copy, kind: .decisive),
    ]
  }

  static func reduce(_ state: inout State, _ action: Action, _ world: World) -> [Step] {
    switch action {
    case .written:
      guard !state.isCovered else { return [] }
      return (state.isCopied ? [.run(.copy(""))] : []) + [
        .home(Route(WaitingScreen.self, .init())), .run(.fetchStatus),
      ]
    case .copy:
      guard !state.isCovered else { return [] }
      state.isCopied = true
      let (code, puk) = state.codes.reveal()
      return [
        .run(.copy("\(code) \(puk)")),
        .say(.warning, say("new-codes.copied")),
      ]
    case .uncover:
      state.isCovered = false
      return []
    }
  }

  static func clearSecrets(_ state: inout State) { state.isCovered = true }

  static func isPage(_ state: State) -> Bool { true }

  static func page(_ state: State, _ world: World, width: Int) -> TextPage {
    let isRoomy = world.area.rows >= 12
    var page = TextPage(width: width)
    page.text(say("new-codes.title"), Style(.title, .bold))
    if isRoomy { page.blank() }
    guard !state.isCovered else {
      page.text(say("new-codes.hidden"))
      return page
    }
    page.recoveryCodes(state.codes, isRoomy: isRoomy)
    page.text(say("new-codes.purpose"))
    page.text(
      say("new-codes.warning"), Style(.warning),
      sign: "!")
    if isRoomy {
      page.blank()
      page.text(say("new-codes.go-on"), Style(.muted))
      page.text(say("new-codes.later"), Style(.muted))
    }
    return page
  }
}
