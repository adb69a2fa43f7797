import TokenModel
import Testing

@testable import TerminalUI
@testable import TokenScreens

/// Pixels over the cells: when they come, when they go, and what makes holes in them.
@Suite struct GraphicsTests {
  private static let size = Size(columns: 20, rows: 8)

  private static func graphics(
    _ form: PictureGraphics.Form = .sixel, column: Int = 4, row: Int = 2, columns: Int = 6,
    rows: Int = 3
  ) -> Frame.Graphics {
    Frame.Graphics(
      PictureGraphics(form: form, columns: columns, rows: rows, bytes: [1]),
      at: Position(column: column, row: row))
  }

  private static func frame(
    _ graphics: Frame.Graphics?, glyphAt place: (column: Int, row: Int)? = nil
  ) -> Frame {
    var frame = Frame(size: size)
    frame.graphics = graphics
    if let place { frame.cells[place.row * size.columns + place.column].glyph = "x" }
    return frame
  }

  private func change(
    _ placed: Frame.Graphics?, _ shown: Frame?, _ new: Frame
  ) -> GraphicsChange {
    GraphicsChange(placed: placed, on: shown, to: new)
  }

  @Test func `without pixels nothing is done`() {
    #expect(change(nil, nil, Self.frame(nil)) == .none)
    #expect(change(nil, Self.frame(nil), Self.frame(nil, glyphAt: (5, 3))) == .none)
  }

  @Test func `new ones are drawn, and stay while nothing below them changes`() {
    let pixels = Self.graphics()
    let shown = Self.frame(pixels)
    #expect(change(nil, Self.frame(nil), shown) == .fresh)
    #expect(change(nil, nil, shown) == .fresh)
    #expect(change(pixels, shown, shown) == .none)
    #expect(change(pixels, shown, Self.frame(pixels, glyphAt: (3, 2))) == .none)
    #expect(change(pixels, shown, Self.frame(pixels, glyphAt: (10, 4))) == .none)
    #expect(change(pixels, shown, Self.frame(pixels, glyphAt: (9, 4))) == .overPixels)
  }

  @Test func `sixels go with the cells that they were drawn into`() {
    let pixels = Self.graphics()
    let shown = Self.frame(pixels)
    #expect(change(pixels, shown, Self.frame(nil)) == .overPixels)
    #expect(change(pixels, shown, Self.frame(Self.graphics(column: 5))) == .overPixels)
    // The cells are drawn from nothing anyway.
    #expect(change(pixels, nil, Self.frame(nil)) == .none)
    #expect(change(pixels, nil, shown) == .fresh)
  }

  @Test func `images of the kitty protocol are taken away by their own string`() {
    let image = Self.graphics(.kitty)
    let shown = Self.frame(image)
    #expect(change(image, shown, shown) == .none)
    #expect(change(image, shown, Self.frame(nil)) == .overImages)
    #expect(change(image, nil, Self.frame(nil)) == .overImages)
    #expect(change(image, nil, shown) == .overImages)
  }

  @Test(arguments: [
    (0, 0, true), (14, 4, true), (15, 0, false), (0, 5, false), (-1, 0, false), (0, -1, false),
  ])
  func `pixels that would leave the screen or reach its last row are left out`(
    column: Int, row: Int, isShown: Bool
  ) {
    #expect(Self.graphics(column: column, row: row).isWithin(Self.size) == isShown)
  }

  @Test func `a picture is placed between saved and restored cursor`() {
    let picture = PictureGraphics(
      form: .sixel, columns: 1, rows: 1, bytes: Array("\u{1B}Pq~\u{1B}\\".utf8))
    let bytes = ControlStrings.place(picture, Position(column: 4, row: 2))
    #expect(String(decoding: bytes, as: UTF8.self) == "\u{1B}7\u{1B}[3;5H\u{1B}Pq~\u{1B}\\\u{1B}8")
  }
}

/// The best form that a terminal has said that it knows.
@Suite struct PictureAbilityTests {
  @Test func `kitty comes before sixel, and pixels before half blocks`() {
    var abilities = PictureAbilities()
    func form(_ depth: ColourDepth = .palette, width: Int = 8) -> PictureForm {
      abilities.form(depth: depth, on: .dark, cellWidth: width, cellHeight: 2 * width)
    }
    #expect(form() == .halfBlocks)
    abilities.hasSixel = true
    #expect(form() == .sixel(cellWidth: 8, cellHeight: 16))
    abilities.hasKitty = true
    #expect(form() == .kitty(cellWidth: 8, cellHeight: 16))
    // Nobody knows how large the pixels would become.
    #expect(form(width: 0) == .halfBlocks)
  }

  @Test(arguments: [
    (ColourDepth.none, PictureForm.shades(on: .light)), (.eight, .shades(on: .light)),
    (.sixteen, .shades(on: .light)), (.palette, .halfBlocks), (.direct, .halfBlocks),
  ])
  func `few colours make shades of the ground`(depth: ColourDepth, form: PictureForm) {
    let abilities = PictureAbilities()
    #expect(abilities.form(depth: depth, on: .light, cellWidth: 0, cellHeight: 0) == form)
  }

  @Test func `another encoding makes letters`() {
    var abilities = PictureAbilities()
    abilities.isUTF8 = false
    let form = abilities.form(depth: .palette, on: .dark, cellWidth: 0, cellHeight: 0)
    #expect(form == .ascii(on: .dark))
  }

  @Test(arguments: [
    ("xterm-kitty", true), ("xterm-256color", true), ("tmux-256color", false), ("screen", false),
  ])
  func `multiplexers are not asked about what they would take for a title`(
    terminal: String, isAsked: Bool
  ) {
    let question = PictureAbilities.question(terminal: terminal)
    #expect(question.contains("\u{1B}_G") == isAsked)
    #expect(question.hasSuffix("\u{1B}[c"))
  }

  @Test func `colours of a picture are the terminal's own numbers, or exact where it wants those`()
  {
    let pixels = PixelColours(foreground: 196, background: 0)
    #expect(
      Palette(theme: .dark, depth: .palette).tint(for: pixels)
        == Palette.Tint(foreground: 196, background: -1))
    #expect(
      Palette(theme: .dark, depth: .direct).tint(for: pixels)
        == Palette.Tint(foreground: 0xFF0000, background: -1))
    #expect(Palette(theme: .dark, depth: .sixteen).tint(for: pixels) == nil)
  }
}

/// What the terminal was asked at the start.
@Suite struct OpenQuestionsTests {
  @Test func `answers are waited for, but not for ever, and not without a question`() {
    var questions = OpenQuestions()
    #expect(questions.deadline == nil)
    questions.ask(at: 5_000)
    #expect(questions.deadline == 6_000)
    questions.close()
    #expect(questions.deadline == nil)
  }
}
