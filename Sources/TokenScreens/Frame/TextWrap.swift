import TokenModel

/// Breaks text into lines by words; a word that is too long is broken by clusters.
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
      broken($0, max(1, width))
    }
  }

  private static func fits(_ line: Substring, _ width: Int) -> Bool {
    line.utf8.count <= width || DisplayWidth.of(line) <= width
  }

  private static func wrapped(_ line: Substring, _ width: Int) -> [String] {
    var lines: [String] = []
    var current = ""
    var used = 0
    for word in line.split(separator: " ") {
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

  /// Pieces of at most `width` columns; at least one.
  private static func broken(_ word: Substring, _ width: Int) -> [String] {
    var pieces: [String] = []
    var current = ""
    var used = 0
    for character in word {
      let length = DisplayWidth.of(character)
      if used + length > width, used > 0 {
        pieces.append(current)
        (current, used) = ("", 0)
      }
      current.append(character)
      used += length
    }
    return pieces + [current]
  }
}
