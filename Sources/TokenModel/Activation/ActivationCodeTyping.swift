/// Help while a code is being typed: correction, grouping, and an early verdict.
public enum ActivationCodeTyping {
  /// Lower to upper case, `0` to `O`, `1` to `I`; dashes and blanks drop out; the rest stays.
  public static func corrected(_ text: some StringProtocol) -> String {
    String(text.filter { $0 != "-" && !$0.isWhitespace }.map(corrected))
  }

  static func corrected(_ character: Character) -> Character {
    switch character {
    case "0": "O"
    case "1": "I"
    case "a"..."z" where character.isASCII:
      Character(character.uppercased())
    default: character
    }
  }

  /// Groups of five joined by dashes, as many as there are.
  public static func grouped(_ text: String) -> String {
    stride(from: 0, to: text.count, by: 5).map { start in
      text.dropFirst(start).prefix(5)
    }.joined(separator: "-")
  }
}
