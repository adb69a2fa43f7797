import TokenModel

/// The bank's messages, newest first; older pages come when the end is reached.
enum InboxScreen: Screen {
  struct State: Equatable, Sendable {
    var cursor = ListCursor()
    /// The selection is kept by identifier: a list that changes never moves it.
    var selectedID: String?
    var filter: InboxFilter?
    /// The filter takes what is typed.
    var isFiltering = false
    /// Page after page is asked for until there is none.
    var isLoadingAll = false
  }

  enum Action: Equatable, Sendable {
    case move(ListCursor.Move)
    case open, refresh, readAll, loadAll, stopLoading
    case arrived
    case startFilter, editFilter(Key), pasteFilter(String), keepFilter, endFilter
  }

  /// Shows the inbox over the operations, with the newest page on its way.
  static func open(_ world: World) -> [Step] {
    [.push(Route(InboxScreen.self, .init()))] + ask(world)
  }

  private static func ask(_ world: World) -> [Step] {
    world.inbox.loadingSince == nil ? [.run(.loadMessages(page: 0)), .run(.countUnread)] : []
  }

  static func chrome(_ state: State) -> Chrome { .tab(.inbox) }
  static func isTyping(_ state: State) -> Bool { state.isFiltering }

  static func action(for input: LooseInput, _ state: State, _ world: World) -> Action? {
    switch input {
    case .key(let key):
      guard state.isFiltering else { return nil }
      var probe = TextField()
      return probe.take(key) ? .editFilter(key) : nil
    case .paste(let text): return state.isFiltering ? .pasteFilter(text) : nil
    case .row(let index): return index == state.cursor.index ? .open : .move(.to(index))
    case .wheel(let lines): return .move(.scroll(lines.signum()))
    }
  }

  static func reduce(_ state: inout State, _ action: Action, _ world: World) -> [Step] {
    switch action {
    case .move(let move):
      state.move(move, world)
      return state.isAtEnd(world) ? more(world) : []
    case .open:
      return state.selected(world).map { MessageScreen.open($0, world) } ?? []
    case .refresh:
      return ask(world) + [.say(.info, Notice.asking)]
    case .readAll:
      return [.run(.markAllMessagesRead)]
    case .loadAll:
      state.isLoadingAll = true
      // Also where the page before has failed: the user asks for it again.
      return world.inbox.loadingSince == nil ? nextPage(world) : []
    case .stopLoading:
      state.isLoadingAll = false
      return []
    case .arrived:
      return state.isLoadingAll
        ? goOn(&state, world) : state.isUnfilled(world) ? more(world) : []
    case .startFilter, .editFilter, .pasteFilter, .keepFilter, .endFilter:
      state.filter(action, world)
      return []
    }
  }

  /// The next page, unless there is none or one is on its way.
  private static func nextPage(_ world: World) -> [Step] {
    world.inbox.canGoOn ? [.run(.loadMessages(page: world.inbox.nextPage))] : []
  }

  /// The same, where nothing has gone wrong: a key that moves does not ask again and again.
  private static func more(_ world: World) -> [Step] {
    world.inbox.failure == nil ? nextPage(world) : []
  }

  /// One page more of all, or the words that they are here.
  private static func goOn(_ state: inout State, _ world: World) -> [Step] {
    let steps = more(world)
    let isWaiting = world.inbox.loadingSince != nil
    guard steps.isEmpty, !isWaiting else { return steps }
    state.isLoadingAll = false
    guard world.inbox.failure == nil else { return [] }
    let count = world.inbox.messages.count
    return [
      .say(
        .success,
        world.inbox.isComplete
          ? say("inbox.all-here", count: count)
          : say("inbox.newest-here", count: count))
    ]
  }

  static func settle(_ state: inout State, _ world: World) {
    state.filter?.search(in: world.inbox.messages)
    state.follow(world)
  }

  static func view(_ state: State, _ world: World, _ canvas: inout Canvas) {
    InboxView.draw(state, world, &canvas)
  }

  static func nextChange(_ state: State, _ world: World) -> Int64? {
    InboxView.nextChange(state, world)
  }
}
