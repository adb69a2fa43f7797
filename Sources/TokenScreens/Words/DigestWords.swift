import TokenModel

/// Hashes in a form that can be compared by eye.
public enum DigestWords {
  /// Groups of eight digits.
  static func grouped(_ hex: String) -> String {
    stride(from: 0, to: hex.count, by: 8).map { String(hex.dropFirst($0).prefix(8)) }
      .joined(separator: " ")
  }

  /// A fingerprint of eight digits in two halves, the same on every page: `1234 5678`.
  public static func fingerprint(_ digits: String) -> String {
    let safe = DisplayText(digits).singleLine
    return safe.count == 8 ? safe.prefix(4) + " " + safe.suffix(4) : safe
  }
}
