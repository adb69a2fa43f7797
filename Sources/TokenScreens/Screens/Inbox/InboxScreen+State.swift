import TokenModel

extension InboxScreen.State {
  func count(_ world: World) -> Int { filter?.matches.count ?? world.inbox.messages.count }

  /// The message in the list's row `index`.
  func message(_ index: Int, _ world: World) -> InboxMessage? {
    guard (0..<count(world)).contains(index) else { return nil }
    return world.inbox.messages[filter?.matches[index] ?? index]
  }

  func selected(_ world: World) -> InboxMessage? { message(cursor.index, world) }

  /// The last row is the selected one, or on the screen.
  func isAtEnd(_ world: World) -> Bool {
    filter == nil && cursor.offset + InboxView.visible(self, world) >= count(world)
  }

  /// There is room for more rows than there are.
  func isUnfilled(_ world: World) -> Bool {
    filter == nil && count(world) < InboxView.visible(self, world)
  }

  mutating func move(_ move: ListCursor.Move, _ world: World) {
    cursor.move(move, count: count(world), visible: InboxView.visible(self, world))
    selectedID = selected(world)?.id
  }

  /// Finds the selected message again after the list has changed.
  mutating func follow(_ world: World) {
    let visible = InboxView.visible(self, world)
    let count = count(world)
    if let id = selectedID, selected(world)?.id != id,
      let place = (0..<count).first(where: { message($0, world)?.id == id })
    {
      cursor.move(.to(place), count: count, visible: visible)
    }
    cursor.settle(count: count, visible: visible)
    // A filter that nothing matches does not forget what was selected.
    selectedID = selected(world)?.id ?? selectedID
  }

  mutating func filter(_ action: InboxScreen.Action, _ world: World) {
    switch action {
    case .startFilter:
      isFiltering = true
      if filter == nil { filter = InboxFilter() }
    case .editFilter(let key): filter?.field.take(key)
    case .pasteFilter(let text): filter?.field.insert(text)
    case .keepFilter: isFiltering = false
    case .endFilter:
      // First the text goes, then the filter.
      if filter?.field.text.isEmpty ?? true {
        (filter, isFiltering) = (nil, false)
      } else {
        filter = InboxFilter()
      }
    case .move, .open, .refresh, .readAll, .loadAll, .stopLoading, .arrived: return
    }
    if filter?.field.text.isEmpty == true, !isFiltering { filter = nil }
    filter?.search(in: world.inbox.messages)
    follow(world)
  }
}
