/// Lengths of functions, read from the layout that `swift format` guarantees.
///
/// A function starts at a line with `func` or `init` that opens a brace, or whose parameters go on
/// until one does; it ends at the line with the closing brace at the same indentation.
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
        !line.hasSuffix("}"),
        let end = lines[(start + 1)...].firstIndex(where: { $0 == indentation + "}" })
      else { return nil }
      // A protocol requirement has no body: the brace found closes something else.
      let body = lines[start..<end].contains { $0.hasSuffix("{") }
      return body ? Function(name: String(name), line: start + 1, length: end - start - 1) : nil
    }
  }

  private static func isStart(_ word: Substring, of words: [Substring]) -> Bool {
    guard let index = words.firstIndex(of: word), !words[0].hasPrefix("//") else { return false }
    return word.hasPrefix("init(") || word.hasPrefix("init?(")
      || index > 0 && words[index - 1] == "func"
  }
}
