import TokenModel

/// Labels and values as lines of plain text, the values in one column.
///
/// Every text has passed the gate for shown text; a value of several lines stays in its column, so
/// that no line of it passes for another label.
public enum ColumnText {
  /// Labels wider than this stand out of line rather than push all values away.
  private static let widestLabel = 32

  /// All cells of a row but the last are padded to the widest of their column.
  public static func table(_ rows: [[String]]) -> [String] {
    let count = rows.map(\.count).max() ?? 0
    let widths = (0..<count).map { column in
      let widths = rows.filter { column < $0.count - 1 }.map { DisplayWidth.of($0[column]) }
      return widths.filter { $0 <= widestLabel }.max() ?? 0
    }
    return rows.flatMap { row -> [String] in
      let head = zip(row.dropLast(), widths).map { padded($0, $1) + "  " }.joined()
      let lines = (row.last ?? "").split(separator: "\n", omittingEmptySubsequences: false)
      let indentation = String(repeating: " ", count: max(2, DisplayWidth.of(head)))
      return lines.enumerated().map { number, line in
        (number == 0 ? head : indentation) + line
      }
    }
  }

  /// Any JSON object, its members by name, further levels indented.
  public static func lines(_ value: JSONValue, indentation: String = "") -> [String] {
    let lines = JSONTree(value).lines
    return table(
      lines.map { line in
        let label = indentation + String(repeating: "  ", count: line.depth) + line.label
        return [label] + (line.value.map { [$0] } ?? [])
      })
  }

  /// What the bank says about the person, as the interface says it; empty when it says nothing.
  public static func lines(_ info: UserInfo, at now: Moment) -> [String] {
    table(ClaimWords.rows(info, now).map { [$0.label, $0.value] })
      + (ClaimWords.others(info).map { lines($0) } ?? [])
  }

  /// What the bank remembers of this activation, as the interface says it.
  public static func lines(_ detail: ActivationDetail) -> [String] {
    table(DetailWords.rows(detail).map { [$0.label, $0.value] })
      + (DetailWords.others(detail).map { lines($0) } ?? [])
  }

  private static func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - DisplayWidth.of(text)))
  }
}
