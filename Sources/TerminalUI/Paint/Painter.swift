import CTerminal
import TokenScreens

/// Draws the changed cells of a frame through ncurses, in the colours of a theme.
struct Painter {
  /// The frame that the terminal shows; nil when that is not known.
  private(set) var shown: Frame?
  private var inks: [Ink]
  private let fitter: GlyphFitter
  private var links: LinkPainter
  private var pictureInks: PictureInks

  init(palette: Palette, isASCIIOnly: Bool) {
    inks = []
    fitter = GlyphFitter(width: { Int(ct_width($0)) }, isASCIIOnly: isASCIIOnly)
    links = LinkPainter(palette: palette, fitter: fitter)
    pictureInks = PictureInks(palette: palette)
    use(palette)
  }

  /// What is to be done for a new picture.
  struct Strokes {
    /// Glyphs that changed.
    let glyphs: Int
    /// Goes to the terminal once ncurses has written the glyphs; mostly empty.
    let links: String
  }

  /// A role as ncurses draws it.
  private struct Ink {
    let pair: Int32
    let emphasis: Style.Emphasis
  }

  /// Defines the pairs of `palette`; the next frame is drawn whole.
  mutating func use(_ palette: Palette) {
    links = LinkPainter(palette: palette, fitter: fitter)
    pictureInks = PictureInks(palette: palette)
    inks = Role.allCases.map { role in
      let tint = palette.tint(for: role)
      // Pair 0 is the terminal's own pair of colours, in all terminals.
      let pair = tint.hasColour ? Int32(role.rawValue) + 1 : 0
      if pair > 0 { ct_define_pair(pair, Int32(tint.foreground), Int32(tint.background)) }
      return Ink(pair: pair, emphasis: tint.emphasis)
    }
    forget()
  }

  /// Makes the next frame be drawn whole, whatever the terminal shows.
  mutating func forget() {
    shown = nil
    ct_force_redraw()
  }

  /// Puts `frame` into the next picture.
  ///
  /// Returns nil when frame and cursor are what the terminal shows already.
  mutating func draw(_ frame: Frame, within size: Size) -> Strokes? {
    let changes = FrameDiff.changes(from: shown, to: frame, within: size)
    let strokes = Strokes(
      glyphs: changes.count, links: links.strokes(from: shown, to: frame, within: size))
    if let shown, changes.isEmpty, strokes.links.isEmpty, shown.cursor == frame.cursor,
      shown.graphics == frame.graphics
    {
      return nil
    }
    if shown?.size != frame.size { ct_erase(inks[Int(Role.text.rawValue)].pair) }
    for change in changes { put(change) }
    placeCursor(frame.cursor, within: size)
    shown = frame
    return strokes
  }

  private func placeCursor(_ cursor: Position?, within size: Size) {
    let screen = Rect(column: 0, row: 0, columns: size.columns, rows: size.rows)
    if let cursor, screen.contains(cursor) {
      ct_cursor(Int32(cursor.column), Int32(cursor.row))
    } else {
      ct_cursor(-1, 0)
    }
  }

  private mutating func put(_ change: FrameDiff.Change) {
    var ink = inks[Int(change.cell.style.role.rawValue)]
    if let pixels = change.cell.style.pixels, let pair = pictureInks.pair(for: pixels) {
      ink = Ink(pair: pair, emphasis: [])
    }
    let attributes = Int32(ink.emphasis.union(change.cell.style.emphasis).rawValue)
    if change.columns == 1, let byte = change.cell.glyph.asciiValue, (0x20...0x7E).contains(byte) {
      var scalar = UInt32(byte)
      ct_put(Int32(change.column), Int32(change.row), &scalar, 1, attributes, ink.pair)
      return
    }
    var column = change.column
    for part in fitter.fit(change.cell.glyph, columns: change.columns) {
      ct_put(
        Int32(column), Int32(change.row), part.scalars, part.scalars.count, attributes, ink.pair)
      column += part.columns
    }
  }
}
