/// Account numbers in the values of an operation's rows.
struct ShownAccounts {
  private let values: [[Character]]

  init(_ values: [String]) { self.values = values.map { Array($0.uppercased()) } }

  /// True when `account` stands in a value, blanks or not, and not as a part of a longer number.
  func show(_ account: String) -> Bool {
    values.contains { value in
      !Self.places(of: account, in: value).isEmpty
        || AccountNumber.all(in: value).contains { AccountNumber.areEqual($0.text, account) }
    }
  }

  /// The first account number that is none of `known`, without blanks.
  func others(than known: [String]) -> String? {
    for value in values {
      let taken = known.flatMap { Self.places(of: $0, in: value) }
      let other = AccountNumber.all(in: value).first { found in
        !taken.contains { $0.overlaps(found.range) }
          && !known.contains { AccountNumber.areEqual(found.text, $0) }
      }
      if let other { return other.text }
    }
    return nil
  }

  private static func places(of account: String, in value: [Character]) -> [Range<Int>] {
    let needle = Array(account.uppercased().filter { !$0.isWhitespace })
    guard let first = needle.first else { return [] }
    return value.indices.compactMap { start in
      guard value[start] == first else { return nil }
      var end = start
      for character in needle {
        while end < value.count, value[end].isWhitespace { end += 1 }
        guard end < value.count, value[end] == character else { return nil }
        end += 1
      }
      return isWhole(start..<end, value) ? start..<end : nil
    }
  }

  /// False when the number goes on: behind a letter or digit, or, over blanks, another digit.
  private static func isWhole(_ range: Range<Int>, _ value: [Character]) -> Bool {
    let before = value[..<range.lowerBound]
    let behind = value[range.upperBound...]
    let isApart = [before.last, behind.first].allSatisfy { neighbour in
      neighbour.map { !$0.isLetter && !$0.isNumber } ?? true
    }
    func goesOn(_ neighbours: [Character]) -> Bool {
      let rest = neighbours.drop { $0.isWhitespace || $0 == "-" || $0 == "/" }
      return rest.first?.isNumber ?? false
    }
    return isApart && !goesOn(before.suffix(4).reversed()) && !goesOn(Array(behind.prefix(4)))
  }
}
