import TokenModel

/// A table of words in columns as wide as they need, or as the room allows.
///
/// Where not even its longest words have room side by side, each row becomes lines of `label: value`.
struct TableLayout {
  private let rows: [[MessageCell]]
  private let width: Int
  private let columns: [Int]

  /// Blanks between two columns.
  private static let gap = 2
  /// Columns that a cell needs at least, unless it holds less.
  private static let least = 6

  init(_ rows: [[MessageCell]], width: Int) {
    self.rows = rows
    self.width = width
    columns = Self.columns(rows, width)
  }

  var lines: [MessageLine] {
    columns.isEmpty ? stacked : rows.indices.flatMap(lines)
  }

  /// Width of each column; none when they do not fit.
  private static func columns(_ rows: [[MessageCell]], _ width: Int) -> [Int] {
    let count = rows.map(\.count).max() ?? 0
    var natural = Array(repeating: 0, count: count)
    var least = natural
    for row in rows {
      for (index, cell) in row.enumerated() {
        let need = WordWrap.measure(cell.words)
        natural[index] = max(natural[index], need.natural)
        least[index] = max(least[index], min(need.least, Self.most(width, count)))
      }
    }
    let room = width - gap * (count - 1)
    guard least.reduce(0, +) <= room else { return [] }
    return fitted(natural, least, room)
  }

  /// No single word may take more than its share and a half.
  private static func most(_ width: Int, _ count: Int) -> Int {
    max(least, width * 3 / (2 * max(1, count)))
  }

  /// Cuts the widest columns to the same width, such that all fit.
  private static func fitted(_ natural: [Int], _ least: [Int], _ room: Int) -> [Int] {
    func cut(at level: Int) -> [Int] {
      zip(natural, least).map { min($0, max(level, $1)) }
    }
    guard natural.reduce(0, +) > room else { return natural }
    let level = (0...room).last { cut(at: $0).reduce(0, +) <= room } ?? 0
    var columns = cut(at: level)
    var rest = room - columns.reduce(0, +)
    for index in columns.indices where rest > 0 && columns[index] < natural[index] {
      columns[index] += 1
      rest -= 1
    }
    return columns
  }

  private func lines(_ index: Int) -> [MessageLine] {
    let row = rows[index]
    let cells = row.enumerated().map { column, cell in
      WordWrap.lines(cell.words, width: columns[column])
    }
    let height = cells.map(\.count).max() ?? 0
    var lines = (0..<height).map { number in
      var line = MessageLine()
      var start = 0
      for (column, cell) in cells.enumerated() {
        if number < cell.count { line.spans += cell[number].shifted(by: start).spans }
        start += columns[column] + Self.gap
      }
      return line
    }
    if isHead(index) { lines.append(underline) }
    return lines
  }

  /// The last row of headers above the values.
  private func isHead(_ index: Int) -> Bool {
    isHeader(index) && index + 1 < rows.count && !isHeader(index + 1)
  }

  private func isHeader(_ index: Int) -> Bool {
    !rows[index].isEmpty && rows[index].allSatisfy { $0.isHeader || $0.words.isEmpty }
  }

  private var underline: MessageLine {
    var line = MessageLine()
    var start = 0
    for column in columns {
      if column > 0 {
        let rule = String(repeating: "─", count: column)
        line.spans.append(MessageSpan(rule, at: start, columns: column, look: .mark))
      }
      start += column + Self.gap
    }
    return line
  }

  /// Rows below one another, each cell under the label of its column.
  private var stacked: [MessageLine] {
    let head = rows.count > 1 && isHeader(0) ? rows[0] : nil
    let body = head == nil ? rows : Array(rows.dropFirst())
    var lines: [MessageLine] = []
    for (number, row) in body.enumerated() {
      if number > 0 { lines.append(MessageLine()) }
      for (index, cell) in row.enumerated() where !cell.words.isEmpty {
        let label = head.flatMap { index < $0.count ? $0[index].words : nil } ?? []
        let colon =
          label.isEmpty ? [] : [MessageWord(text: ":", emphasis: .strong, link: nil, before: .none)]
        lines += WordWrap.lines(label + colon + Self.following(cell.words, label), width: width)
      }
    }
    return lines
  }

  private static func following(
    _ words: [MessageWord], _ label: [MessageWord]
  ) -> [MessageWord] {
    guard let first = words.first, !label.isEmpty else { return words }
    let spaced = MessageWord(
      text: first.text, emphasis: first.emphasis, link: first.link, before: .blank)
    return [spaced] + words.dropFirst()
  }
}
