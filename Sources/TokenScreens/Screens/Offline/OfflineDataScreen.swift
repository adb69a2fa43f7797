import TokenModel

/// Exactly what the code of an offline operation stands for, and the hash of the operation's data.
enum OfflineDataScreen: Screen {
  struct State: Equatable, Sendable {
    let operation: OfflineOperation
    init(_ operation: OfflineOperation) { self.operation = operation }
  }

  enum Action: Equatable, Sendable {}

  static func chrome(_ state: State) -> Chrome { .page(back: "Operation") }
  static func keys(_ state: State, _ world: World) -> [KeyBinding<Action>] { [] }
  static func reduce(_ state: inout State, _ action: Action, _ world: World) -> [Step] {}

  static func isPage(_ state: State) -> Bool { true }

  static func page(_ state: State, _ world: World, width: Int) -> TextPage {
    let content = state.operation.signedContent
    var page = TextPage(width: width)
    page.text("Signed data", Style(.title, .bold))
    page.text(
      "The code stands for exactly these \(content.utf8.count) bytes: identifier, data"
        + (state.operation.totp == nil ? "." : ", one-time password."), Style(.muted))
    page.blank()
    page.exact(SignedDataScreen.escaped(content), Style(.accent))
    page.blank()
    page.text("SHA-256 of the data", Style(.muted))
    let digest = world.digest.flatMap { $0.operationID == state.operation.id ? $0.sha256 : nil }
    page.text(digest.map(DigestWords.grouped) ?? "\u{2026}")
    return page
  }
}
