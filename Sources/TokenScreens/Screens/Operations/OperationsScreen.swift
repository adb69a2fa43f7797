import TokenModel

/// The operations that wait for a decision.
enum OperationsScreen: Screen {
  struct State: Equatable, Sendable {
    var cursor = ListCursor()
    /// The selection is kept by identifier: a list that changes never moves it.
    var selectedID: String?
    var filter: OperationFilter?
    /// The filter takes what is typed.
    var isFiltering = false
  }

  enum Action: Equatable, Sendable {
    case move(ListCursor.Move)
    case open, reject, refresh
    /// A text of the bank: to be asked for, or pasted.
    case openLink, follow(String)
    /// An operation that came another way is to be named.
    case openGiven
    case startFilter, editFilter(Key), pasteFilter(String), keepFilter, endFilter
  }

  static func chrome(_ state: State) -> Chrome { .tab(.operations) }
  static func isTyping(_ state: State) -> Bool { state.isFiltering }

  static func action(for input: LooseInput, _ state: State, _ world: World) -> Action? {
    switch input {
    case .key(let key):
      guard state.isFiltering else { return nil }
      var probe = TextField()
      return probe.take(key) ? .editFilter(key) : nil
    case .paste(let text): return state.isFiltering ? .pasteFilter(text) : .follow(text)
    case .row(let index): return index == state.cursor.index ? .open : .move(.to(index))
    case .wheel(let lines): return .move(.scroll(lines.signum()))
    }
  }

  static func reduce(_ state: inout State, _ action: Action, _ world: World) -> [Step] {
    switch action {
    case .move(let move):
      state.move(move, world)
      return []
    case .open:
      return state.selected(world).map { OperationScreen.open($0, world) } ?? []
    case .reject:
      return state.selected(world).map { operation in
        OperationScreen.open(operation, world)
          // A decision in doubt comes first.
          + (world.doubts[operation.id] == nil
            ? [.push(Route(RejectionScreen.self, .init(operation)))] : [])
      } ?? []
    case .refresh:
      return [.run(.refreshOperations), .say(.info, Notice.asking)]
    case .openLink: return [.push(Route(LinkScreen.self, .init()))]
    case .openGiven: return [.push(Route(GivenOperationScreen.self, .init()))]
    case .follow(let text): return [.follow(ScannedText(text))]
    case .startFilter, .editFilter, .pasteFilter, .keepFilter, .endFilter:
      state.filter(action, world)
      return []
    }
  }

  static func settle(_ state: inout State, _ world: World) {
    state.filter?.search(in: world.feed.operations)
    state.follow(world)
  }

  static func view(_ state: State, _ world: World, _ canvas: inout Canvas) {
    OperationsView.draw(state, world, &canvas)
  }

  static func nextChange(_ state: State, _ world: World) -> Int64? {
    OperationsView.nextChange(state, world)
  }
}

extension OperationsScreen.State {
  func count(_ world: World) -> Int { filter?.matches.count ?? world.feed.operations.count }

  /// The operation in the list's row `index`.
  func operation(_ index: Int, _ world: World) -> UserOperation? {
    guard (0..<count(world)).contains(index) else { return nil }
    return world.feed.operations[filter?.matches[index] ?? index]
  }

  func selected(_ world: World) -> UserOperation? { operation(cursor.index, world) }

  fileprivate mutating func move(_ move: ListCursor.Move, _ world: World) {
    cursor.move(move, count: count(world), visible: OperationsView.visible(self, world))
    selectedID = selected(world)?.id
  }

  /// Finds the selected operation again after the list has changed.
  fileprivate mutating func follow(_ world: World) {
    let visible = OperationsView.visible(self, world)
    let count = count(world)
    if let id = selectedID, selected(world)?.id != id,
      let place = (0..<count).first(where: { operation($0, world)?.id == id })
    {
      cursor.move(.to(place), count: count, visible: visible)
    }
    cursor.settle(count: count, visible: visible)
    // A filter that nothing matches does not forget what was selected.
    selectedID = selected(world)?.id ?? selectedID
  }

  fileprivate mutating func filter(_ action: OperationsScreen.Action, _ world: World) {
    switch action {
    case .startFilter:
      isFiltering = true
      if filter == nil { filter = OperationFilter() }
    case .editFilter(let key): filter?.field.take(key)
    case .pasteFilter(let text): filter?.field.insert(text)
    case .keepFilter: isFiltering = false
    case .endFilter:
      // First the text goes, then the filter.
      if filter?.field.text.isEmpty ?? true {
        (filter, isFiltering) = (nil, false)
      } else {
        filter = OperationFilter()
      }
    case .move, .open, .reject, .refresh, .openLink, .follow, .openGiven: return
    }
    if filter?.field.text.isEmpty == true, !isFiltering { filter = nil }
    filter?.search(in: world.feed.operations)
    follow(world)
  }
}
