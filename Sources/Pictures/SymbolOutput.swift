import TokenModel

/// Reads what `chafa` writes in its symbols format: SGR, block elements and ASCII, one row a line.
///
/// Everything else makes the whole of it worthless; nothing is passed on as it came.
enum SymbolOutput {
  /// Nil for what is no picture, or larger than the box.
  static func cells(_ bytes: [UInt8], columns: Int, rows: Int) -> PictureCells? {
    guard let text = String(validating: bytes, as: UTF8.self) else { return nil }
    var reader = Reader(columns: columns, rows: rows)
    guard reader.read(text.unicodeScalars) else { return nil }
    return reader.picture
  }

  private struct Reader {
    let columns: Int
    let rows: Int
    private var lines: [[PictureCells.Cell]] = [[]]
    private var colours = PixelColours()
    private var isReversed = false

    init(columns: Int, rows: Int) {
      self.columns = columns
      self.rows = rows
    }

    /// Nil where nothing was drawn.
    var picture: PictureCells? {
      var lines = lines
      while lines.last?.isEmpty == true { lines.removeLast() }
      return lines.isEmpty || lines.count > rows ? nil : PictureCells(rows: lines)
    }

    /// False at the first thing that does not belong there.
    mutating func read(_ text: String.UnicodeScalarView) -> Bool {
      var rest = text[...]
      while let scalar = rest.popFirst() {
        switch scalar {
        case "\u{1B}": guard takeRendition(&rest) else { return false }
        case "\n":
          guard lines.count <= rows else { return false }
          lines.append([])
        default: guard put(scalar) else { return false }
        }
      }
      return true
    }

    private mutating func put(_ scalar: Unicode.Scalar) -> Bool {
      guard ("\u{20}"..."\u{7E}").contains(scalar) || ("\u{2580}"..."\u{259F}").contains(scalar),
        lines[lines.count - 1].count < columns
      else { return false }
      let shown =
        isReversed
        ? PixelColours(foreground: colours.background, background: colours.foreground) : colours
      lines[lines.count - 1].append(PictureCells.Cell(Character(scalar), shown))
      return true
    }

    /// `[`, numbers and `m`.
    private mutating func takeRendition(_ rest: inout Substring.UnicodeScalarView) -> Bool {
      guard rest.popFirst() == "[" else { return false }
      let parameters = rest.prefix { ("0"..."9").contains($0) || $0 == ";" }
      guard parameters.count <= 64 else { return false }
      rest = rest.dropFirst(parameters.count)
      guard rest.popFirst() == "m" else { return false }
      let fields = String(parameters).split(separator: ";", omittingEmptySubsequences: false)
      return apply(fields.map { Int($0) ?? 0 })
    }

    private mutating func apply(_ numbers: [Int]) -> Bool {
      var rest = numbers[...]
      while let number = rest.popFirst() {
        switch number {
        case 0: (colours, isReversed) = (PixelColours(), false)
        case 7: isReversed = true
        case 27: isReversed = false
        case 39: colours.foreground = 0
        case 49: colours.background = 0
        case 38, 48:
          guard rest.popFirst() == 5, let colour = rest.popFirst(), (16...255).contains(colour)
          else { return false }
          if number == 38 {
            colours.foreground = UInt8(colour)
          } else {
            colours.background = UInt8(colour)
          }
        default: return false
        }
      }
      return true
    }
  }
}
