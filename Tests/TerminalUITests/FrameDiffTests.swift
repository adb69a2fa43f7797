import Testing

@testable import TerminalUI
@testable import TokenScreens

/// A frame from lines of text; a wide glyph is followed by its continuation.
private func frame(_ lines: String..., columns: Int = 8) -> Frame {
  var frame = Frame(size: Size(columns: columns, rows: lines.count))
  for (row, line) in lines.enumerated() {
    var column = 0
    for glyph in line {
      frame.cells[row * columns + column] = Cell(glyph, .plain)
      column += 1
      if glyph >= "\u{2E80}" {
        frame.cells[row * columns + column] = Cell(glyph, .plain, isContinuation: true)
        column += 1
      }
    }
  }
  return frame
}

/// The changes as text: `column,row:glyph`, with a `+` after a wide one.
private func changes(_ old: Frame?, _ new: Frame, within size: Size? = nil) -> [String] {
  FrameDiff.changes(from: old, to: new, within: size ?? new.size).map {
    "\($0.column),\($0.row):\($0.cell.glyph)\($0.columns == 2 ? "+" : "")"
  }
}

@Suite struct `Frame difference` {
  @Test func `the same frame changes nothing`() {
    #expect(changes(frame("abc", "漢字"), frame("abc", "漢字")) == [])
  }

  @Test func `only cells that differ are drawn`() {
    #expect(changes(frame(" one", "▌two"), frame("▌one", " two")) == ["0,0:▌", "0,1: "])
  }

  @Test func `another style is a change`() {
    var new = frame("abc")
    new.cells[1].style = Style(.danger)
    #expect(changes(frame("abc"), new) == ["1,0:b"])
  }

  @Test func `the first frame and one of another size are drawn whole`() {
    #expect(changes(nil, frame("ab", columns: 2)) == ["0,0:a", "1,0:b"])
    #expect(changes(frame("ab", columns: 3), frame("ab", columns: 2)) == ["0,0:a", "1,0:b"])
  }

  @Test func `a wide glyph and its second half change together`() {
    #expect(changes(frame("ab"), frame("漢")) == ["0,0:漢+"])
    #expect(changes(frame("漢"), frame("字")) == ["0,0:字+"])
    #expect(changes(frame("漢"), frame("ab")) == ["0,0:a", "1,0:b"])
  }

  @Test func `a wide glyph that moves by one column leaves no half behind`() {
    #expect(changes(frame("x漢y"), frame("漢xy")) == ["0,0:漢+", "2,0:x"])
    #expect(changes(frame("漢xy"), frame("x漢y")) == ["0,0:x", "1,0:漢+"])
  }

  @Test func `a second half without a first one is drawn as a blank`() {
    var torn = frame("漢")
    torn.cells[0] = Cell("a", .plain)
    torn.cells[2] = Cell("b", .plain, isContinuation: true)
    torn.cells[3] = Cell("c", .plain, isContinuation: true)
    #expect(changes(frame(""), torn) == ["0,0:a+", "2,0: ", "3,0: "])
  }

  @Test func `a glyph that loses its second half is drawn again`() {
    var torn = frame("漢")
    torn.cells[1] = Cell("b", .plain)
    #expect(changes(frame("漢"), torn) == ["0,0:漢", "1,0:b"])
  }

  @Test func `what lies outside the window is not drawn`() {
    let small = Size(columns: 1, rows: 1)
    #expect(changes(nil, frame("ab", "cd"), within: small) == ["0,0:a"])
    #expect(changes(nil, frame("漢", columns: 2), within: small) == ["0,0:漢"])
    #expect(changes(nil, frame("a", columns: 1), within: Size(columns: 9, rows: 9)) == ["0,0:a"])
  }

  @Test(arguments: 0..<20)
  func `drawing the changes over the old frame gives the new one`(_ seed: UInt64) {
    var random = RandomBytes(seed: seed)
    var screen = randomFrame(&random)
    for _ in 0..<50 {
      let new = randomFrame(&random)
      let shown = screen
      for change in FrameDiff.changes(from: shown, to: new, within: new.size) {
        let index = change.row * new.size.columns + change.column
        screen.cells[index] = change.cell
        if change.columns == 2 { screen.cells[index + 1] = new.cells[index + 1] }
      }
      #expect(screen.text == new.text)
    }
  }

  private func randomFrame(_ random: inout RandomBytes) -> Frame {
    let lines = (0..<3).map { _ in
      String((0..<4).compactMap { _ in "ab 漢字".randomElement(using: &random) })
    }
    return frame(lines[0], lines[1], lines[2])
  }
}
