/// Digits that follow each other in equal steps.
///
/// A run has three digits or more, a doubled digit does not end it, and no step leads from 9 to 0.
enum StepRuns {
  static func areTooLong(_ digits: UnsafeRawBufferPointer) -> Bool {
    let most =
      switch digits.count {
      case ...5: 2
      case 6: 3
      case 7...8: 4
      default: digits.count / 2
      }
    return total(digits) > most
  }

  /// Digits in all runs together.
  private static func total(_ digits: UnsafeRawBufferPointer) -> Int {
    var total = 0
    var start = 0
    while start < digits.count - 2 {
      let (length, end) = run(digits, from: start)
      total += length
      // The published tester passes over the digit that ended the run.
      start = length > 0 ? end + 1 : start + 1
    }
    return total
  }

  /// Digits of the run that begins at `start`, 0 for none, and the place of the digit that ends it.
  private static func run(
    _ digits: UnsafeRawBufferPointer, from start: Int
  ) -> (length: Int, end: Int) {
    func step(to index: Int) -> Int { Int(digits[index]) - Int(digits[index - 1]) }
    let first = step(to: start + 1)
    var (length, doubled, index) = (0, 0, start + 2)
    while index < digits.count {
      if step(to: index) == first {
        length += length == 0 ? 3 : 1
      } else if step(to: index) == 0 {
        doubled += 1
      } else {
        break
      }
      index += 1
    }
    return (length == 0 ? 0 : length + doubled, index)
  }
}
