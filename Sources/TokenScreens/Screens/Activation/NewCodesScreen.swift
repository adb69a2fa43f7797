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
    "Write both down first, then press w."
  }

  static func keys(_ state: State, _ world: World) -> [KeyBinding<Action>] {
    if state.isCovered {
      return [
        KeyBinding("s", label: "show", help: "Shows the codes again.", action: .uncover)
      ]
    }
    return [
      KeyBinding(
        "w", label: "written down", help: "Goes on; both are on paper.", action: .written,
        kind: .decisive),
      KeyBinding(
        "y", label: "copy", help: "Copies both; the clipboard is emptied when you go on.",
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
        .say(.warning, "Copied. Any program can read it until you go on."),
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
    page.text("Write this down", Style(.title, .bold))
    if isRoomy { page.blank() }
    guard !state.isCovered else {
      page.text("The codes are hidden. Press s to see them again.")
      return page
    }
    page.recoveryCodes(state.codes, isRoomy: isRoomy)
    page.text("They replace this device when it is lost.")
    page.text(
      "Who has both can act for you: on paper, never in a file or photo.", Style(.warning),
      sign: "!")
    if isRoomy {
      page.blank()
      page.text("Press w when both are on paper.", Style(.muted))
      page.text("Later the settings show them, with your PIN.", Style(.muted))
    }
    return page
  }
}
