import Testing

@testable import TerminalUI
@testable import TokenScreens

/// Links that ncurses cannot carry, and what closes them.
@Suite struct `Link painter` {
  private static func painter(
    _ palette: Palette = Palette(theme: .mono, depth: .none)
  ) -> LinkPainter {
    LinkPainter(
      palette: palette, fitter: GlyphFitter(width: { $0 < 0x80 ? 1 : 2 }, isASCIIOnly: false))
  }

  private static let link = Link("https://id.acme.example/a")

  /// `linked` stands in the row `row`, `plain` in the first one.
  private static func frame(
    _ plain: String, linked: String = "", row: Int = 1, to link: Link? = link
  ) -> Frame {
    var canvas = Canvas(size: Size(columns: 6, rows: 3))
    canvas.text(plain, 0, 0)
    canvas.linked(link) { $0.text(linked, 1, row) }
    return canvas.frame
  }

  private static func strokes(_ old: Frame?, _ new: Frame) -> String {
    painter().strokes(from: old, to: new, within: new.size)
      .replacing("\u{1B}\\", with: "|").replacing("\u{1B}", with: "^")
  }

  @Test func `a frame without links needs no strokes`() {
    #expect(Self.strokes(nil, Self.frame("abc")) == "")
    #expect(Self.strokes(Self.frame("abc"), Self.frame("abd")) == "")
  }

  @Test func `a link is opened, closed at the run's end, and the cursor comes back`() {
    #expect(
      Self.strokes(nil, Self.frame("abc", linked: "here"))
        == "^7^[2;1H^[0m ^]8;id=1;https://id.acme.example/a|here^]8;;| ^8")
  }

  @Test func `a link to the row's end is closed too`() {
    #expect(Self.strokes(nil, Self.frame("", linked: "there")).hasSuffix("there^]8;;|^8"))
  }

  @Test func `what stands there already is not drawn again`() {
    let frame = Self.frame("abc", linked: "here")
    #expect(Self.strokes(frame, frame) == "")
    #expect(Self.strokes(frame, Self.frame("abd", linked: "here")) == "", "another row changed")
  }

  @Test func `a link that goes is undone where the text stays`() {
    let old = Self.frame("abc", linked: "here")
    #expect(Self.strokes(old, Self.frame("abc", linked: "here", to: nil)) == "^7^[2;1H^[0m here ^8")
  }

  @Test func `the same text with another address is drawn anew`() {
    let old = Self.frame("abc", linked: "here")
    let new = Self.frame("abc", linked: "here", to: Link("https://other.example/"))
    #expect(Self.strokes(old, new).contains("https://other.example/"))
  }

  @Test func `a wide glyph is written once`() {
    #expect(Self.strokes(nil, Self.frame("", linked: "漢")).contains("|漢^]8;;|   ^8"))
  }

  @Test(
    arguments: [
      (.eight, "^[0;34m"), (.sixteen, "^[0;34m"), (.palette, "^[0;38;5;25m"),
      (.direct, "^[0;38;2;0;95;175m"), (.none, "^[0m"),
    ] as [(ColourDepth, String)])
  func `colours are those of the palette`(_ depth: ColourDepth, _ rendition: String) {
    var canvas = Canvas(size: Size(columns: 2, rows: 1))
    canvas.linked(Self.link) { $0.text("ab", 0, 0, Style(.accent)) }
    let painter = Self.painter(Palette(theme: .light, depth: depth))
    let strokes = painter.strokes(from: nil, to: canvas.frame, within: canvas.frame.size)
      .replacing("\u{1B}", with: "^")
    #expect(strokes.contains(rendition))
  }
}
