/// How far a page of text is scrolled.
struct Scroller: Equatable, Sendable {
  /// The first line on the screen.
  private(set) var offset = 0

  mutating func move(_ move: ListCursor.Move, lines: Int, visible: Int) {
    let page = max(1, visible - 1)
    switch move {
    case .up: offset -= 1
    case .down: offset += 1
    case .pageUp: offset -= page
    case .pageDown: offset += page
    case .home: offset = 0
    case .end: offset = lines
    case .to(let line): offset = line
    case .scroll(let count): offset += count
    }
    settle(lines: lines, visible: visible)
  }

  mutating func settle(lines: Int, visible: Int) {
    offset = max(0, min(offset, lines - visible))
  }

  /// Lines that wait below the screen.
  func below(lines: Int, visible: Int) -> Int {
    max(0, lines - offset - visible)
  }
}
