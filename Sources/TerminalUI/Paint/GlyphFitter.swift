import TokenScreens

/// Decides which code points stand for a glyph in the cells that the frame gives it.
///
/// The second line of defence behind `DisplayText`: what ncurses would act on, what terminals
/// measure differently, and what hides in a cell becomes a visible mark.
struct GlyphFitter {
  /// One terminal cell: a spacing code point with its combining ones; takes `columns` columns.
  struct Part: Equatable {
    var scalars: [UInt32]
    let columns: Int
  }

  /// Most code points that ncurses stores in a cell.
  static let mostScalars = 5

  /// How many columns the locale gives a code point; -1 for what cannot be shown.
  let width: (UInt32) -> Int
  /// The encoding of the terminal cannot carry more than ASCII.
  let isASCIIOnly: Bool

  /// The parts that fill exactly `columns` columns for `glyph`.
  func fit(_ glyph: Character, columns: Int) -> [Part] {
    if isASCIIOnly {
      return pad([Part(scalars: [UInt32(ASCIIGlyphs.substitute(for: glyph))], columns: 1)], columns)
    }
    guard let parts = parts(of: glyph) else { return mark(columns) }
    let total = parts.reduce(0) { $0 + $1.columns }
    return total <= columns ? pad(parts, columns) : mark(columns)
  }

  /// Splits a grapheme cluster at its spacing code points; nil when it must not be drawn.
  private func parts(of glyph: Character) -> [Part]? {
    var parts: [Part] = []
    for scalar in glyph.unicodeScalars where scalar != Self.emojiSelector {
      switch width(scalar.value) {
      case 0:
        guard Self.isMark(scalar), let last = parts.indices.last,
          parts[last].scalars.count < Self.mostScalars
        else { return nil }
        parts[last].scalars.append(scalar.value)
      case let columns where columns > 0:
        parts.append(Part(scalars: [scalar.value], columns: columns))
      default: return nil
      }
    }
    return parts.isEmpty ? nil : parts
  }

  /// Asks for the wide form of a narrow symbol; terminals disagree about its width.
  private static let emojiSelector: Unicode.Scalar = "\u{FE0F}"

  /// A mark that is seen with its base; joiners, tags and directions are not.
  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .spacingMark, .otherLetter: true
    default: false
    }
  }

  private func mark(_ columns: Int) -> [Part] {
    pad([Part(scalars: [0xFFFD], columns: 1)], columns)
  }

  private func pad(_ parts: [Part], _ columns: Int) -> [Part] {
    let used = parts.reduce(0) { $0 + $1.columns }
    let blank = Part(scalars: [0x20], columns: 1)
    return parts + Array(repeating: blank, count: max(0, columns - used))
  }
}
