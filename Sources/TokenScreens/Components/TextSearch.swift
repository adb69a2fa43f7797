/// Looks for a text in others, without regard to case.
struct TextSearch {
  private let needle: [UInt8]

  init(_ text: String) { needle = Array(text.lowercased().utf8) }

  /// Nothing is looked for: it is found everywhere.
  var isEmpty: Bool { needle.isEmpty }

  func isFound(in text: String) -> Bool {
    guard let first = needle.first else { return true }
    let hay = Array(text.lowercased().utf8)
    guard hay.count >= needle.count else { return false }
    return (0...hay.count - needle.count).contains { start in
      hay[start] == first && hay[start..<start + needle.count].elementsEqual(needle)
    }
  }
}
