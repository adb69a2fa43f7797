import TokenModel

/// Exactly what the code of an offline operation stands for, and the hash of the operation's data.
enum OfflineDataScreen: Screen {
  struct State: Equatable, Sendable {
    let operation: OfflineOperation
    init(_ operation: OfflineOperation) { self.operation = operation }
  }

  enum Action: Equatable, Sendable {}

  static func chrome(_ state: State) -> Chrome { .page(back: say("keys.page-operation")) }
  static func keys(_ state: State, _ world: World) -> [KeyBinding<Action>] { [] }
  static func reduce(_ state: inout State, _ action: Action, _ world: World) -> [Step] {}

  static func isPage(_ state: State) -> Bool { true }

  static func page(_ state: State, _ world: World, width: Int) -> TextPage {
    let content = state.operation.signedContent
    var page = TextPage(width: width)
    page.text(say("offline.signed-data"), Style(.title, .bold))
    let count = content.utf8.count
    page.text(
      state.operation.totp == nil
        ? say("offline.data-bytes", count: count) : say("offline.data-bytes-otp", count: count),
      Style(.muted))
    page.blank()
    page.exact(SignedDataScreen.escaped(content), Style(.accent))
    page.blank()
    page.text(say("offline.digest"), Style(.muted))
    let digest = world.digest.flatMap { $0.operationID == state.operation.id ? $0.sha256 : nil }
    page.text(digest.map { DigestWords.grouped($0, width: width) } ?? "\u{2026}")
    return page
  }
}
