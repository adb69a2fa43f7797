/// Selection and scrolling of a list of any length; every operation costs the same for any count.
struct ListCursor: Equatable, Sendable {
  private(set) var index = 0
  /// The first item on the screen.
  private(set) var offset = 0

  enum Move: Equatable, Sendable {
    case up, down, pageUp, pageDown, home, end
    /// Wheel: by so many items.
    case scroll(Int)
    case to(Int)
  }

  /// `visible` items fit on the screen, `count` exist.
  mutating func move(_ move: Move, count: Int, visible: Int) {
    let page = max(1, visible - 1)
    switch move {
    case .up: index -= 1
    case .down: index += 1
    case .pageUp: index -= page
    case .pageDown: index += page
    case .home: index = 0
    case .end: index = count - 1
    case .to(let place): index = place
    case .scroll(let items):
      offset = max(0, min(offset + items, count - visible))
      index = max(offset, min(index, offset + max(1, visible) - 1))
    }
    settle(count: count, visible: visible)
  }

  /// Brings the selection back into the list and onto the screen.
  mutating func settle(count: Int, visible: Int) {
    index = max(0, min(index, count - 1))
    let visible = max(1, visible)
    offset = max(0, min(offset, count - visible))
    if index < offset { offset = index }
    if index >= offset + visible { offset = index - visible + 1 }
  }
}
