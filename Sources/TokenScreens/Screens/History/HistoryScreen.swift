import FoundationEssentials
import TokenModel

/// What was asked before and what became of it; the bank tells it for two factors only.
///
/// Nothing of it outlives the visit: who leaves the page, or suspends, has to prove again who they are.
enum HistoryScreen: Screen {
  struct State: Equatable, Sendable {
    /// As the bank gave it, newest first; nil until it has.
    fileprivate(set) var list: OperationList?
    fileprivate(set) var receivedAt: Date?
    /// Why there is no news.
    fileprivate(set) var failure: TokenFailure?
    fileprivate(set) var cursor = ListCursor()

    var entries: [UserOperation] { list?.operations ?? [] }
    var selected: UserOperation? { entry(cursor.index) }

    /// The operation in the list's row `index`.
    func entry(_ index: Int) -> UserOperation? {
      entries.indices.contains(index) ? entries[index] : nil
    }
  }

  enum Action: Equatable, Sendable {
    case ask, open
    case move(ListCursor.Move)
    /// Nil where somebody else may be the one who sits here now.
    case arrived(OperationList?)
    case failed(TokenFailure)
  }

  static func chrome(_ state: State) -> Chrome { .tab(.history) }

  static func keys(_ state: State, _ world: World) -> [KeyBinding<Action>] {
    guard state.list != nil else {
      return [
        KeyBinding(
          .enter, "r", label: say("history.show-key"), help: say("history.ask-help"),
          action: .ask)
      ]
    }
    let isEmpty = state.entries.isEmpty ? say("history.empty") : nil
    return [
      KeyBinding(
        .enter, "l", .right, label: isEmpty == nil ? say("history.open") : "",
        help: say("history.open-help"), action: .open, whyNot: isEmpty),
      KeyBinding(
        "r", label: say("history.refresh"), help: say("history.refresh-help"), action: .ask),
    ] + ScrollKeys.table { .move($0) }
  }

  static func action(for input: LooseInput, _ state: State, _ world: World) -> Action? {
    switch input {
    case .row(let index): index == state.cursor.index ? .open : .move(.to(index))
    case .wheel(let lines): .move(.scroll(lines.signum()))
    case .key, .paste: nil
    }
  }

  static func reduce(_ state: inout State, _ action: Action, _ world: World) -> [Step] {
    switch action {
    case .ask: return [.push(Route(PINScreen.self, .init(.history)))]
    case .open: return state.selected.map(HistoryEntryScreen.open) ?? []
    case .move(let move):
      state.cursor.move(
        move, count: state.entries.count, visible: HistoryView.visible(state, world))
    case .arrived(let list):
      state = State()
      state.list = list
      state.receivedAt = list.map { _ in world.now.serverTime }
    case .failed(let failure): state.failure = failure
    }
    return []
  }

  static func settle(_ state: inout State, _ world: World) {
    state.cursor.settle(
      count: state.entries.count, visible: HistoryView.visible(state, world))
  }

  static func clearSecrets(_ state: inout State) { state = State() }

  static func view(_ state: State, _ world: World, _ canvas: inout Canvas) {
    HistoryView.draw(state, world, &canvas)
  }

  static func nextChange(_ state: State, _ world: World) -> Int64? {
    state.list != nil && state.failure != nil ? 60_000 : nil
  }
}
