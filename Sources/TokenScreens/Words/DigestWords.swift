import TokenModel

/// Hashes in a form that can be compared by eye.
public enum DigestWords {
  /// Groups of eight digits, in lines of as many groups that all but the last line are alike.
  static func grouped(_ hex: String, width: Int) -> String {
    let groups = stride(from: 0, to: hex.count, by: 8).map { hex.dropFirst($0).prefix(8) }
    let count = [8, 4, 2].first { $0 * 9 - 1 <= width } ?? 1
    return stride(from: 0, to: groups.count, by: count).map { start in
      groups[start...].prefix(count).joined(separator: " ")
    }.joined(separator: "\n")
  }

  /// A fingerprint of eight digits in two halves, the same on every page: `1234 5678`.
  public static func fingerprint(_ digits: String) -> String {
    let safe = DisplayText(digits).singleLine
    return safe.count == 8 ? safe.prefix(4) + " " + safe.suffix(4) : safe
  }
}
