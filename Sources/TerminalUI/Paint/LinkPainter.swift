import TokenScreens

/// Draws rows with links once more past ncurses, whose cells cannot carry a link (OSC 8).
///
/// What stands on the terminal is the same before and after, but for the links; ncurses need not
/// know. Every run of a link is closed where it ends, and cursor and colours come back (DECSC).
struct LinkPainter {
  let palette: Palette
  let fitter: GlyphFitter

  /// The strokes for all rows whose links are not what the terminal has; empty when none are.
  func strokes(from old: Frame?, to new: Frame, within size: Size) -> String {
    let old = old?.size == new.size ? old : nil
    guard !new.links.isEmpty || !(old?.links.isEmpty ?? true) else { return "" }
    let columns = min(size.columns, new.size.columns)
    let rows = (0..<min(size.rows, new.size.rows)).filter { isStale($0, old, new) }
    let strokes = rows.map { "\u{1B}[\($0 + 1);1H" + self.row($0, of: new, columns: columns) }
    return strokes.isEmpty ? "" : "\u{1B}7" + strokes.joined() + "\u{1B}8"
  }

  /// A link stands here or stood here, and something in the row has changed: ncurses may have
  /// moved cells along the row, and the terminal their links with them.
  private func isStale(_ row: Int, _ old: Frame?, _ new: Frame) -> Bool {
    let cells = Self.cells(row, of: new)
    let isLinked = cells.contains { $0.link != 0 }
    guard let old else { return isLinked }
    let before = Self.cells(row, of: old)
    guard isLinked || before.contains(where: { $0.link != 0 }) else { return false }
    return old.links != new.links || before != cells
  }

  private static func cells(_ row: Int, of frame: Frame) -> ArraySlice<Cell> {
    frame.cells[row * frame.size.columns..<(row + 1) * frame.size.columns]
  }

  private func row(_ row: Int, of frame: Frame, columns: Int) -> String {
    var text = ""
    var style: Style?
    var link: UInt8 = 0
    for column in 0..<columns where !frame[column, row].isContinuation {
      let cell = frame[column, row]
      if cell.link != link {
        if link != 0 { text += ControlStrings.endLink }
        if let target = frame.link(of: cell) { text += ControlStrings.link(target, cell.link) }
        link = cell.link
      }
      if cell.style != style { text += rendition(cell.style) }
      style = cell.style
      let isWide = column + 1 < columns && frame[column + 1, row].isContinuation
      for part in fitter.fit(cell.glyph, columns: isWide ? 2 : 1) {
        text.unicodeScalars.append(contentsOf: part.scalars.compactMap(Unicode.Scalar.init))
      }
    }
    return text + (link == 0 ? "" : ControlStrings.endLink)
  }

  /// SGR for the style in the colours of the palette.
  private func rendition(_ style: Style) -> String {
    let tint = style.pixels.flatMap(palette.tint(for:)) ?? palette.tint(for: style.role)
    let emphasis = tint.emphasis.union(style.emphasis)
    let marks: [(Style.Emphasis, String)] = [
      (.bold, ";1"), (.dim, ";2"), (.underline, ";4"), (.reverse, ";7"),
    ]
    let signs = marks.filter { emphasis.contains($0.0) }.map(\.1).joined()
    return "\u{1B}[0" + signs + colour(tint.foreground, 30) + colour(tint.background, 40) + "m"
  }

  /// `base` is 30 for text and 40 for what is behind it; the terminal's own colour needs no word.
  private func colour(_ number: Int, _ base: Int) -> String {
    switch number {
    case ..<0: ""
    case ..<8: ";\(base + number)"
    case _ where palette.depth == .direct:
      ";\(base + 8);2;\(number >> 16);\(number >> 8 & 255);\(number & 255)"
    case ..<16: ";\(base + 60 + number - 8)"
    case _: ";\(base + 8);5;\(number)"
    }
  }
}
