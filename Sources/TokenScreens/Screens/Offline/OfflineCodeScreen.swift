import TokenModel

/// Shows the code of an offline operation for as long as somebody looks at it.
///
/// It is forgotten when the page is left, when the program is suspended, and when the window becomes
/// too small to show it.
enum OfflineCodeScreen: Screen {
  struct State: Equatable, Sendable {
    private(set) var code: OfflineCode?
    let operation: OfflineOperation
    let proof: Proof

    init(_ code: OfflineCode?, for operation: OfflineOperation, _ proof: Proof) {
      (self.code, self.operation, self.proof) = (code, operation, proof)
    }

    mutating func clear() { code = nil }
  }

  enum Action: Equatable, Sendable { case close, copy }

  static func chrome(_ state: State) -> Chrome { .page(back: say("keys.page-offline")) }

  static func keys(_ state: State, _ world: World) -> [KeyBinding<Action>] {
    [
      KeyBinding(
        .enter, label: say("keys.done"), help: say("recovery.forget-help"), action: .close),
      KeyBinding(
        "y", label: state.code == nil ? "" : say("keys.copy"), help: say("offline.copy-help"),
        action: .copy,
        whyNot: state.code == nil ? say("offline.code-cleared") : nil),
    ]
  }

  static func reduce(_ state: inout State, _ action: Action, _ world: World) -> [Step] {
    switch action {
    case .close:
      state.clear()
      return [.back]
    case .copy:
      return state.code.map {
        [
          .run(.copy($0.reveal())),
          .say(.success, say("offline.copied")),
        ]
      } ?? []
    }
  }

  static func clearSecrets(_ state: inout State) { state.clear() }

  static func isPage(_ state: State) -> Bool { true }

  static func page(_ state: State, _ world: World, width: Int) -> TextPage {
    let isRoomy = world.area.rows >= 12
    var page = TextPage(width: width)
    guard let code = state.code else {
      page.text(say("recovery.cleared"), Style(.warning), sign: "!")
      page.text(say("offline.read-again"), indent: 2)
      return page
    }
    let deed = OfflineWords.deed(state.operation)
    page.text(say("purposes.code-title", ["deed": deed]), Style(.title, .bold))
    if isRoomy { page.blank() }
    page.code(code.reveal(), isLarge: isRoomy)
    page.text(say("offline.type-it"))
    if state.proof == .pin {
      page.text(OfflineWords.wrongPIN + " " + OfflineWords.refused, Style(.warning), sign: "!")
    }
    if let unseen = OfflineWords.unseen(code) { page.text(unseen, Style(.warning), sign: "!") }
    return page
  }
}

extension TextPage {
  /// A code of two components, in groups of four digits; drawn large where there is room.
  fileprivate mutating func code(_ code: String, isLarge: Bool) {
    let style = Style(.accent, .bold)
    let components = code.split(separator: "-").map { OfflineWords.groups(String($0), of: 4) }
    if isLarge {
      for lines in LargeDigits.rows(components, width: width) {
        for line in lines { exact(line, style) }
        blank()
      }
      text(code, Style(.muted))
      blank()
    } else {
      text(components.joined(separator: " - "), style)
    }
  }
}
