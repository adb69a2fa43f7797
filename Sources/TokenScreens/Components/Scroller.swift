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

/// Which lines of a page have been on the terminal; a jump over some leaves them unread.
struct ReadLines: Equatable, Sendable {
  private var seen: [Bool] = []
  /// Every line was there; what was read once stays read, however it is laid out later.
  private(set) var isComplete = false

  /// Lines from `offset` on were painted; another count of lines is another layout.
  mutating func see(from offset: Int, visible: Int, of count: Int) {
    see(max(0, offset)..<max(0, min(offset + visible, count)), of: count)
  }

  /// The same for lines that need not stand below one another; each is less than `count`.
  mutating func see(_ lines: some Sequence<Int>, of count: Int) {
    guard !isComplete else { return }
    if seen.count != count { seen = Array(repeating: false, count: count) }
    for line in lines { seen[line] = true }
    isComplete = !seen.contains(false)
  }

  func hasSeen(_ line: Int) -> Bool { isComplete || seen.indices.contains(line) && seen[line] }

  /// Why nothing can be approved yet; nil when all was read.
  ///
  /// `unread` lines stand open and have not been read: those that are folded do not count.
  func whyNot(below: Int, unread: Int? = nil) -> String? {
    let unread = unread ?? self.unread
    if isComplete { return nil }
    return below > 0
      ? say("frame.read-below", count: below)
      : say("frame.read-above", count: unread)
  }

  /// Lines that nobody can have read.
  var unread: Int { seen.count { !$0 } }
}
