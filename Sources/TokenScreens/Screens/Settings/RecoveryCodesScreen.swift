import TokenModel

/// Shows a recovery code and its PUK for as long as somebody looks at them.
///
/// Both are forgotten when the page is left, when the program is suspended, and when the window
/// becomes too small to show them.
enum RecoveryCodesScreen: Screen {
  struct State: Equatable, Sendable {
    private(set) var codes: RecoveryCodes?
    init(_ codes: RecoveryCodes?) { self.codes = codes }

    mutating func clear() { codes = nil }
  }

  enum Action: Equatable, Sendable { case close }

  static func chrome(_ state: State) -> Chrome { .page(back: say("keys.page-recovery")) }

  static func keys(_ state: State, _ world: World) -> [KeyBinding<Action>] {
    [
      KeyBinding(
        .enter, label: state.codes == nil ? say("keys.back") : say("keys.written-down"),
        help: say("recovery.forget-help"), action: .close)
    ]
  }

  static func reduce(_ state: inout State, _ action: Action, _ world: World) -> [Step] {
    switch action {
    case .close:
      state.clear()
      return [.back]
    }
  }

  static func clearSecrets(_ state: inout State) { state.clear() }

  static func isPage(_ state: State) -> Bool { true }

  static func page(_ state: State, _ world: World, width: Int) -> TextPage {
    let isRoomy = world.area.rows >= 12
    var page = TextPage(width: width)
    page.text(say("recovery.code"), Style(.title, .bold))
    if isRoomy { page.blank() }
    guard let codes = state.codes else {
      page.text(say("recovery.cleared"), Style(.warning), sign: "!")
      page.text(say("recovery.show-again"), indent: 2)
      return page
    }
    page.recoveryCodes(codes, isRoomy: isRoomy)
    page.text(say("recovery.write"))
    page.text(
      say("recovery.warning"), Style(.warning), sign: "!")
    return page
  }
}
