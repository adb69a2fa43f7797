import TokenModel

/// Help that the argument parser has wrapped, which knows no rules of a language.
enum HelpLines {
  /// Where the parser begins what it says of an argument.
  private static let textColumn = 26

  /// With the names of values in the user's language, and what is said of them in its column again.
  static func named(_ text: String) -> String {
    guard Language.current != .english else { return text }
    let values = ParserWords.values
    func named(_ part: some StringProtocol) -> String {
      values.reduce(String(part)) { $0.replacing($1.theirs, with: $1.ours) }
    }
    return text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      guard indentation(line) == 2, let end = line.firstIndex(of: ">"),
        !line[...end].dropFirst(2).contains("  ")
      else { return named(line) }
      let label = named(line[...end])
      let rest = line[line.index(after: end)...].drop { $0 == " " }
      guard !rest.isEmpty else { return label }
      let room = textColumn - DisplayWidth.of(label)
      return room > 0
        ? label + String(repeating: " ", count: room) + rest
        : label + "\n" + String(repeating: " ", count: textColumn) + rest
    }.joined(separator: "\n")
  }

  /// In Czech without a word of one letter at the end of a line: it goes down to its next word, and
  /// what has no room there any more goes on below.
  static func bound(_ text: String) -> String {
    guard Language.current == .czech else { return text }
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let widest = lines.filter { indentation($0) == textColumn }.map(DisplayWidth.of).max() ?? 0
    var (index, isChanged) = (0, false)
    while index < lines.count {
      let columns = isChanged ? max(widest, 80) : Int.max
      isChanged = moveDown(from: index, columns, &lines)
      index += 1
    }
    return lines.joined(separator: "\n")
  }

  /// Whether the line below has got words of this one.
  private static func moveDown(from index: Int, _ columns: Int, _ lines: inout [String]) -> Bool {
    var isMoved = false
    while true {
      let goesOn = index + 1 < lines.count && continues(lines[index], lines[index + 1])
      guard goesOn && endsInLetter(lines[index]) || DisplayWidth.of(lines[index]) > columns,
        let word = takeLastWord(&lines[index])
      else { return isMoved }
      if goesOn {
        insert(word, &lines[index + 1])
      } else {
        let indentation = String(repeating: " ", count: indentation(lines[index]))
        lines.insert(indentation + word, at: index + 1)
      }
      isMoved = true
    }
  }

  private static func indentation(_ line: some StringProtocol) -> Int {
    line.prefix { $0 == " " }.count
  }

  /// Whether `next` goes on with the sentence of `line`.
  private static func continues(_ line: String, _ next: String) -> Bool {
    guard !line.isEmpty, !next.isEmpty else { return false }
    let column = indentation(next)
    return column == textColumn || column == 0 && indentation(line) == 0
  }

  private static func endsInLetter(_ line: String) -> Bool {
    let letter = line.suffix(1)
    let before = line.dropLast().last ?? " "
    return "ksvzouaiKSVZOUAI".contains(letter) && !before.isLetter && !before.isNumber
  }

  /// Nil where the line has no other word.
  private static func takeLastWord(_ line: inout String) -> String? {
    guard let blank = line.lastIndex(of: " "), line[..<blank].contains(where: { $0 != " " })
    else { return nil }
    let word = String(line[line.index(after: blank)...])
    line = String(line[..<blank])
    while line.last == " " { line.removeLast() }
    return word
  }

  private static func insert(_ word: String, _ line: inout String) {
    let column = indentation(line)
    line = String(repeating: " ", count: column) + word + " " + line.dropFirst(column)
  }
}
