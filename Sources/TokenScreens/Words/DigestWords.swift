/// Hashes in a form that can be compared by eye.
enum DigestWords {
  /// Groups of eight digits.
  static func grouped(_ hex: String) -> String {
    stride(from: 0, to: hex.count, by: 8).map { String(hex.dropFirst($0).prefix(8)) }
      .joined(separator: " ")
  }
}
