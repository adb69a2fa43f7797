/// Finds the line of a key in a scenario file, for messages only; the parser keeps no positions.
struct ScenarioLocator {
  private let lines: [Substring]

  init(_ text: String) {
    lines = text.split(separator: "\n", omittingEmptySubsequences: false)
  }

  /// Counted from 1: the line of the key's last part that is written within the step, else that of the
  /// step; nil where there is neither.
  func position(of key: String?, step: Int?) -> Int? {
    let starts = lines.indices.filter { Self.header(lines[$0]) == "step" }
    let first: Int
    let end: Int
    if let step {
      guard step < starts.count else { return nil }
      first = starts[step]
      end = step + 1 < starts.count ? starts[step + 1] : lines.count
    } else {
      first = 0
      end = starts.first ?? lines.count
    }
    let parts = (key ?? "").split { ".[]".contains($0) }.filter { Int($0) == nil }
    for part in parts.reversed() {
      if let line = (first..<end).first(where: { Self.names(lines[$0]) == part }) {
        return line + 1
      }
    }
    return step == nil ? nil : first + 1
  }

  /// What a line is about: the key before `=`, or the last part of a header.
  private static func names(_ line: Substring) -> Substring? {
    if let header = header(line) { return header.split(separator: ".").last }
    let trimmed = line.drop { $0 == " " || $0 == "\t" }
    guard trimmed.first != "#", let equals = trimmed.firstIndex(of: "=") else { return nil }
    let key = trimmed[..<equals]
    let end = key.lastIndex { $0 != " " && $0 != "\t" }
    return end.map { key[...$0] }
  }

  /// What stands in the brackets of `[…]` or `[[…]]`.
  private static func header(_ line: Substring) -> Substring? {
    let trimmed = line.drop { $0 == " " || $0 == "\t" }
    guard trimmed.first == "[", let end = trimmed.firstIndex(of: "]") else { return nil }
    return trimmed[..<end].drop { $0 == "[" }
  }
}
