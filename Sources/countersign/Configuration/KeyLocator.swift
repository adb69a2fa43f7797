/// Finds the line of a key in TOML text, for messages only; the parser keeps no positions.
struct KeyLocator {
  private let lines: [Substring]

  init(_ text: String) {
    lines = text.split(separator: "\n", omittingEmptySubsequences: false)
  }

  /// The line (from 1) of `key` in table `path`, else of the table or its first part, else nil.
  func line(of key: String?, in path: [String]) -> Int? {
    var table: [String] = []
    var header: Int?
    for (offset, line) in lines.enumerated() {
      if let name = Self.header(line) {
        table = name
        if header == nil, !path.isEmpty, name.starts(with: path) { header = offset + 1 }
      } else if let key, table == path, Self.key(line) == key {
        return offset + 1
      }
    }
    return header
  }

  private static func header(_ line: Substring) -> [String]? {
    let trimmed = line.drop { $0 == " " || $0 == "\t" }
    guard trimmed.first == "[", let end = trimmed.firstIndex(of: "]") else { return nil }
    let inner = trimmed[trimmed.index(after: trimmed.startIndex)..<end]
    return inner.split(separator: ".").map(bare)
  }

  private static func key(_ line: Substring) -> String? {
    guard let equals = line.firstIndex(of: "=") else { return nil }
    return bare(line[..<equals])
  }

  private static func bare(_ text: Substring) -> String {
    String(text.filter { !" \t\r\"'".contains($0) })
  }
}
