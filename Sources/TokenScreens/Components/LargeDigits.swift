/// Digits of three rows, as seven segments show them; any terminal has what they are made of.
enum LargeDigits {
  private static let shapes: [[String]] = [
    [" _ ", "| |", "|_|"], ["   ", "  |", "  |"], [" _ ", " _|", "|_ "], [" _ ", " _|", " _|"],
    ["   ", "|_|", "  |"], [" _ ", "|_ ", " _|"], [" _ ", "|_ ", "|_|"], [" _ ", "  |", "  |"],
    [" _ ", "|_|", "|_|"], [" _ ", "|_|", " _|"],
  ]

  /// `texts` of digits and blanks side by side with a dash between them; below each other where
  /// that is wider than `width`.
  static func rows(_ texts: [String], width: Int) -> [[String]] {
    let parts = texts.map(lines)
    let joined = (0..<3).map { row in
      parts.map { $0[row] }.joined(separator: row == 1 ? " __  " : "     ")
    }
    return joined[0].count <= width ? [joined] : parts
  }

  private static func lines(_ text: String) -> [String] {
    (0..<3).map { row in
      text.map { character in
        character.wholeNumberValue.map { shapes[$0][row] + " " } ?? "  "
      }.joined()
    }
  }
}
