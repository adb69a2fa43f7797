/// Finds a key in TOML text, for messages only; the parser keeps no positions.
struct KeyLocator {
  /// Both counted from 1; the column in characters, where the key or the header begins.
  struct Position: Equatable {
    let line: Int
    let column: Int
  }

  private let lines: [Substring]

  init(_ text: String) {
    lines = text.split(separator: "\n", omittingEmptySubsequences: false)
  }

  /// Where `key` stands in table `path`, else the table or its first part, else nil.
  ///
  /// Of an array of tables, `entry` says which one is meant, counted from 0.
  func position(of key: String?, in path: [String], entry: Int = 0) -> Position? {
    var table: [String] = []
    var header: Position?
    var entries = path.isEmpty ? 1 : 0
    for (offset, line) in lines.enumerated() {
      let position = Position(line: offset + 1, column: Self.indentation(line) + 1)
      if let name = Self.header(line) {
        table = name
        if name == path { entries += 1 }
        let isMeant = entries == entry + 1 || entry == 0
        if header == nil, !path.isEmpty, name.starts(with: path), isMeant { header = position }
      } else if let key, table == path, entries == entry + 1, Self.key(line) == key {
        return position
      }
    }
    return header
  }

  private static func indentation(_ line: Substring) -> Int {
    line.prefix { $0 == " " || $0 == "\t" }.count
  }

  private static func header(_ line: Substring) -> [String]? {
    let trimmed = line.drop { $0 == " " || $0 == "\t" }
    guard trimmed.first == "[", let end = trimmed.firstIndex(of: "]") else { return nil }
    let inner = trimmed[..<end].drop { $0 == "[" }
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
