/// Finds the word that somebody probably meant.
enum Spelling {
  /// The nearest of `words`, when it is near enough to be worth a "did you mean".
  static func nearest(to typed: String, among words: [String]) -> String? {
    let limit = max(1, typed.count / 3)
    let ranked = words.map { ($0, distance(Array(typed.lowercased()), Array($0))) }
    return ranked.filter { $0.1 <= limit }.min { $0.1 < $1.1 }?.0
  }

  /// Insertions, deletions, replacements and swaps of neighbours between two words.
  static func distance(_ one: [Character], _ other: [Character]) -> Int {
    var before: [Int] = []
    var previous = Array(0...other.count)
    for row in 0..<one.count {
      var current = [row + 1]
      for column in 0..<other.count {
        let replacement = previous[column] + (one[row] == other[column] ? 0 : 1)
        var best = min(replacement, previous[column + 1] + 1, current[column] + 1)
        if row > 0, column > 0, one[row] == other[column - 1], one[row - 1] == other[column] {
          best = min(best, before[column - 1] + 1)
        }
        current.append(best)
      }
      before = previous
      previous = current
    }
    return previous[other.count]
  }
}
