import TokenModel

/// A page of text that has to be read to its end before something is open.
struct Reading: Equatable, Sendable {
  private var scroller = Scroller()
  private var read = ReadLines()

  var offset: Int { scroller.offset }

  mutating func move(_ move: ListCursor.Move, _ page: TextPage, visible: Int) {
    scroller.move(move, lines: page.lines.count, visible: visible)
  }

  mutating func settle(_ page: TextPage, visible: Int) {
    scroller.settle(lines: page.lines.count, visible: visible)
  }

  /// The page stood on the terminal from where it is scrolled to.
  mutating func see(_ page: TextPage, visible: Int) {
    read.see(from: scroller.offset, visible: visible, of: page.lines.count)
  }

  func below(_ page: TextPage, visible: Int) -> Int {
    scroller.below(lines: page.lines.count, visible: visible)
  }

  /// Why what comes after the text is closed; nil when all was read.
  func whyNot(_ page: TextPage, visible: Int) -> String? {
    read.whyNot(below: below(page, visible: visible))
  }

  /// The same once the present picture has been seen, so that a button does not blink.
  func isRead(_ page: TextPage, visible: Int) -> Bool {
    read.isComplete || page.lines.count <= visible
  }

  var isComplete: Bool { read.isComplete }
}
