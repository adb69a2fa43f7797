/// Lengths of functions, read from the layout that `swift format` guarantees.
///
/// A function starts at a line with `func` or `init` whose signature ends with a brace, there or
/// some lines below; it ends at the line with the closing brace at the same indentation.
enum FunctionLengths {
  struct Function {
    let name: String
    /// Counted from 1.
    let line: Int
    /// Lines between the first and the last one.
    let length: Int
  }

  static func measure(_ lines: [Substring]) -> [Function] {
    lines.indices.compactMap { start in
      let line = lines[start]
      let indentation = line.prefix { $0 == " " }
      let words = line.dropFirst(indentation.count).split(separator: " ")
      guard let name = words.first(where: { isStart($0, of: words) }),
        let brace = openingBrace(lines, start, indentation),
        let end = lines[(brace + 1)...].firstIndex(where: { $0 == indentation + "}" })
      else { return nil }
      return Function(name: String(name), line: start + 1, length: end - start - 1)
    }
  }

  /// The line that opens the body; nil for a requirement of a protocol, or a body of one line.
  private static func openingBrace(
    _ lines: [Substring], _ start: Int, _ indentation: Substring
  ) -> Int? {
    for index in start..<lines.count {
      if lines[index].hasSuffix("{") { return index }
      // Parameters go on deeper, and what follows them begins with their closing parenthesis.
      guard
        index == start || lines[index].hasPrefix(indentation + "  ")
          || lines[index].hasPrefix(indentation + ")")
      else { return nil }
      if lines[index].hasSuffix("}") { return nil }
    }
    return nil
  }

  private static func isStart(_ word: Substring, of words: [Substring]) -> Bool {
    guard let index = words.firstIndex(of: word), !words[0].hasPrefix("//") else { return false }
    return word.hasPrefix("init(") || word.hasPrefix("init?(")
      || index > 0 && words[index - 1] == "func"
  }
}
