import TokenModel

/// Rows that can be folded or copied, where the bank's template offers it.
extension OperationScreen {
  enum PlaceAction: Equatable, Sendable {
    case fold, copy, next, previous
    case choose(Int)
  }

  static func placeKeys(_ state: State, _ world: World) -> [KeyBinding<Action>] {
    guard !state.text.places.isEmpty else { return [] }
    var keys: [KeyBinding<Action>] = []
    if let place = state.foldable(world) {
      keys.append(
        KeyBinding(
          "z", label: state.text.isFolded(place) ? say("templates.unfold") : say("templates.fold"),
          help: say("templates.fold-help"), action: .place(.fold)))
    }
    if state.copyable(world) != nil {
      keys.append(
        KeyBinding(
          "y", label: say("templates.copy"), help: say("templates.copy-help"),
          action: .place(.copy)))
    }
    return keys + [
      KeyBinding(
        .tab, help: say("templates.next-help"), action: .place(.next), kind: .movement),
      KeyBinding(
        .backTab, help: say("templates.previous-help"), action: .place(.previous),
        kind: .movement),
    ]
  }

  static func reduce(_ state: inout State, _ action: PlaceAction, _ world: World) -> [Step] {
    switch action {
    case .fold:
      if let place = state.foldable(world) { state.toggle(place, world) }
    case .copy:
      guard let place = state.copyable(world), let text = state.text.places[place].copied else {
        return []
      }
      state.choose(place, world)
      let words = say("templates.copied", ["label": state.text.places[place].label])
      return [.run(.copy(text)), .say(.success, words)]
    case .next: state.move(by: 1, world)
    case .previous: state.move(by: -1, world)
    case .choose(let place):
      guard state.text.places.indices.contains(place) else { return [] }
      let isChosen = state.place(world) == place
      state.choose(place, world)
      if isChosen { state.toggle(place, world) }
    }
    return []
  }
}

extension OperationScreen.State {
  /// Rows of the page that stand on the screen.
  func shownRows(_ world: World) -> Range<Int> {
    let start = min(scroller.offset, page.lines.count)
    return start..<min(start + OperationView.visible(world), page.lines.count)
  }

  /// The marked row; nil where no row can be folded or copied.
  func place(_ world: World) -> Int? {
    guard !text.places.isEmpty else { return nil }
    return text.place(in: shownRows(world))
  }

  fileprivate func foldable(_ world: World) -> Int? {
    text.place(in: shownRows(world)) { $0.canFold }
  }

  fileprivate func copyable(_ world: World) -> Int? {
    text.place(in: shownRows(world)) { $0.copied != nil }
  }

  fileprivate mutating func toggle(_ place: Int, _ world: World) {
    text.toggle(place)
    choose(place, world)
  }

  fileprivate mutating func move(by count: Int, _ world: World) {
    guard let place = place(world) else { return }
    let number = text.places.count
    choose((place + count + number) % number, world)
  }

  /// Marks a row, and brings its beginning onto the screen.
  fileprivate mutating func choose(_ place: Int, _ world: World) {
    text.chosen = place
    let (lines, visible) = (page.lines.count, OperationView.visible(world))
    let rows = text.rows(of: place)
    scroller.settle(lines: lines, visible: visible)
    let shown = shownRows(world)
    if rows.lowerBound < shown.lowerBound {
      scroller.move(.to(rows.lowerBound), lines: lines, visible: visible)
    } else if rows.upperBound > shown.upperBound {
      let offset = min(rows.lowerBound, rows.upperBound - visible)
      scroller.move(.to(offset), lines: lines, visible: visible)
    }
  }

  // MARK: - Seen before signed

  /// Lines of what is not folded that nobody can have read.
  var unreadOpen: Int { read.isComplete ? 0 : text.numbers.count { !read.hasSeen($0) } }

  /// Why nothing can be approved yet; nil when all was read, what is folded as well.
  func whyNotRead(below: Int) -> String? {
    if read.isComplete { return nil }
    let open = unreadOpen
    if below == 0, open == 0, text.foldedCount > 0 { return say("templates.unfold-first") }
    return read.whyNot(below: below, unread: max(1, open))
  }

  /// What stands on the screen has been read.
  mutating func paint(_ world: World) {
    let rows = shownRows(world)
    read.see(text.optional + text.numbers[rows], of: text.whole.lines.count)
  }
}
