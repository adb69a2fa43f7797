/// What is changed in a page before the parser sees it.
enum HTMLSource {
  /// Attributes of one element that the parser is shown: it compares each with all before it.
  static let mostAttributes = 64

  /// Control characters, which the parser drops or stops at, become their pictures; an element's
  /// attributes beyond the limit go.
  static func harmless(_ page: String) -> String {
    var output = String.UnicodeScalarView()
    var tag = Tag()
    for scalar in page.unicodeScalars where !tag.drops(scalar) {
      switch scalar.value {
      case 0x09, 0x0A, 0x0D, 0x20...0x7E, 0xA0...: output.append(scalar)
      case 0x0C: output.append(" ")
      case 0x00...0x1F: output.append(Unicode.Scalar(0x2400 + scalar.value) ?? "\u{FFFD}")
      case 0x7F: output.append("\u{2421}")
      case _: output.append("\u{FFFD}")
      }
    }
    return String(output)
  }

  /// Counts words inside `<…>`.
  private struct Tag {
    private enum Place { case text, opening, inside }

    private var place = Place.text
    private var quote: Unicode.Scalar?
    private var words = 0
    private var wasBlank = false

    /// True for what stands behind the last attribute that is kept.
    mutating func drops(_ scalar: Unicode.Scalar) -> Bool {
      switch place {
      case .text:
        if scalar == "<" { place = .opening }
        return false
      case .opening:
        // Only a letter makes a tag of it.
        (place, words, quote) = (scalar.properties.isAlphabetic ? .inside : .text, 0, nil)
        return false
      case .inside:
        step(scalar)
        return place == .inside && words > HTMLSource.mostAttributes
      }
    }

    private mutating func step(_ scalar: Unicode.Scalar) {
      if let quote {
        if scalar == quote { self.quote = nil }
        return
      }
      switch scalar {
      case ">": place = .text
      case "<": place = .opening
      case "\"", "'": quote = scalar
      case " ", "\t", "\n", "\r", "\u{C}", "/": wasBlank = true
      case _:
        if wasBlank { words += 1 }
        wasBlank = false
      }
    }
  }
}
