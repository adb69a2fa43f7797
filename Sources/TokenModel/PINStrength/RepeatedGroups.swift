/// Groups of two digits or more that come again, as they were or backwards.
struct RepeatedGroups {
  /// Groups that the published tester remembers at most; a PIN that has more counts as repeating.
  private static let mostRemembered = 50

  private let digits: UnsafeRawBufferPointer

  init(_ digits: UnsafeRawBufferPointer) { self.digits = digits }

  /// Whether more digits lie in such groups than there are `different` ones in the PIN.
  func isBeyond(_ different: Int) -> Bool {
    var total = 0
    var remembered = 0
    for length in stride(from: 2, through: digits.count / 2, by: 1) {
      var tested: [Int] = []
      var start = 0
      while start + length <= digits.count - length {
        // A group that was looked at before ends the search for groups of this length.
        if tested.contains(where: { isEqual($0, start, length) }) { break }
        guard remembered < Self.mostRemembered else { return true }
        remembered += 1
        tested.append(start)
        let again = repetitions(of: start, length)
        total += again > 0 ? (again + 1) * length : 0
        start += again > 0 ? length : 1
      }
    }
    return total > different
  }

  /// How often the group at `start` comes again behind itself.
  private func repetitions(of start: Int, _ length: Int) -> Int {
    var count = 0
    var place = start + length
    while place + length <= digits.count {
      let comesAgain = isEqual(start, place, length) || isMirrored(start, place, length)
      count += comesAgain ? 1 : 0
      place += comesAgain ? length : 1
    }
    return count
  }

  private func isEqual(_ one: Int, _ other: Int, _ length: Int) -> Bool {
    (0..<length).allSatisfy { digits[one + $0] == digits[other + $0] }
  }

  private func isMirrored(_ one: Int, _ other: Int, _ length: Int) -> Bool {
    (0..<length).allSatisfy { digits[one + $0] == digits[other + length - 1 - $0] }
  }
}
