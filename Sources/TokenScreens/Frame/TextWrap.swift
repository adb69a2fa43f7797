import TokenModel

/// Breaks text into lines by words; a word that is too long is broken where addresses are read in
/// parts, else by clusters.
enum TextWrap {
  /// At least one line; each has at most `width` columns.
  static func lines(_ text: String, width: Int) -> [String] {
    let width = max(1, width)
    return text.split(separator: "\n", omittingEmptySubsequences: false).flatMap { line in
      fits(line, width) ? [String(line)] : wrapped(line, width)
    }
  }

  /// Broken by columns only: every blank stays where it is.
  static func exactLines(_ text: String, width: Int) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).flatMap {
      broken($0, max(1, width), anywhere: true)
    }
  }

  /// An address, which has no blanks, broken where its parts begin.
  static func addressLines(_ address: String, width: Int) -> [String] {
    broken(address[...], max(1, width))
  }

  private static func fits(_ line: Substring, _ width: Int) -> Bool {
    line.utf8.count <= width || DisplayWidth.of(line) <= width
  }

  private static func wrapped(_ line: Substring, _ width: Int) -> [String] {
    var lines: [String] = []
    var current = ""
    var used = 0
    for word in units(line, width) {
      let length = DisplayWidth.of(word)
      if used > 0, used + 1 + length <= width {
        current += " " + word
        used += 1 + length
        continue
      }
      if used > 0 { lines.append(current) }
      var pieces = length <= width ? [String(word)] : broken(word, width)
      current = pieces.removeLast()
      used = DisplayWidth.of(current)
      lines += pieces
    }
    return lines + [current]
  }

  /// The words of a line. In Czech a word of one letter stands with the next one: no line may end in
  /// a preposition (ČSN 01 6910). Only the breaks depend on it, never the text itself.
  private static func units(_ line: Substring, _ width: Int) -> [Substring] {
    let words = line.split(separator: " ")
    guard Language.current == .czech else { return words }
    var units: [Substring] = []
    for word in words {
      if let last = units.last, isBound(last), DisplayWidth.of(last + " " + word) <= width {
        units[units.count - 1] = last + " " + word
      } else {
        units.append(word)
      }
    }
    return units
  }

  /// Whether what ends here is one letter, as in `s`, `(v` and `o u`.
  private static func isBound(_ unit: Substring) -> Bool {
    guard let last = unit.last, letters.contains(last) else { return false }
    return unit.dropLast().last.map { !$0.isLetter && !$0.isNumber } ?? true
  }

  /// The prepositions and conjunctions of one letter.
  private static let letters: Set<Character> = Set("ksvzouaiKSVZOUAI")

  /// Pieces of at most `width` columns; at least one.
  private static func broken(
    _ word: Substring, _ width: Int, anywhere: Bool = false
  ) -> [String] {
    var pieces: [String] = []
    var rest = word
    while true {
      let end = end(of: rest, width)
      guard end < rest.endIndex else { return pieces + [String(rest)] }
      let seam = anywhere ? nil : seam(in: rest[..<end], next: rest[end])
      pieces.append(String(rest[..<(seam ?? end)]))
      rest = rest[(seam ?? end)...]
    }
  }

  /// Where the first `width` columns end; at least one cluster is taken.
  private static func end(of text: Substring, _ width: Int) -> Substring.Index {
    var used = 0
    for index in text.indices {
      used += DisplayWidth.of(text[index])
      if used > width, index > text.startIndex { return index }
    }
    return text.endIndex
  }

  /// The last place in the line where an address, a path or an identifier falls into parts; nil
  /// when that is in its first quarter, for then too much would stay empty.
  private static func seam(in line: Substring, next: Character) -> Substring.Index? {
    if starters.contains(next) || line.last.map(enders.contains) ?? false { return line.endIndex }
    let least = line.index(line.startIndex, offsetBy: line.count / 4)
    return line.indices.last { index in
      index > least
        && (starters.contains(line[index]) || enders.contains(line[line.index(before: index)]))
    }
  }

  /// What begins a new part, and what ends one.
  private static let starters: Set<Character> = ["?", "&", "#"]
  private static let enders: Set<Character> = ["/", "-"]
}
