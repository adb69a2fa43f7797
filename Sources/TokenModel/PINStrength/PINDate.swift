/// Whether a PIN reads as a date that somebody remembers.
///
/// The rules of Wultra's published PIN tester: `ddMM`, `MMdd` or `yyyy`; `ddMMyy` or `MMddyy`;
/// `ddMMyyyy` or `MMddyyyy`. The day has to exist in that year, and the year has to lie within the
/// last ninety.
struct PINDate {
  /// The year of today, where the user is.
  private let today: Int

  init(today: Int) { self.today = today }

  func matches(_ digits: UnsafeRawBufferPointer) -> Bool {
    func number(_ range: Range<Int>) -> Int {
      range.reduce(0) { $0 * 10 + Int(digits[$1]) - 0x30 }
    }
    switch digits.count {
    case 4:
      return isLived(number(0..<4)) || isDay(number(0..<2), number(2..<4), of: nil)
    case 6:
      return isDay(number(0..<2), number(2..<4), of: century(number(4..<6)))
    case 8:
      return isDay(number(0..<2), number(2..<4), of: number(4..<8))
    default:
      return false
    }
  }

  /// Years that a living person remembers.
  private func isLived(_ year: Int) -> Bool { (today - 90...today).contains(year) }

  /// Two digits of a year: 69 to 99 are of the last century, and nothing lies in the future.
  private func century(_ year: Int) -> Int {
    let full = year >= 69 ? 1900 + year : 2000 + year
    return full > today ? full - 100 : full
  }

  /// Day and month in either order; without a year every February has 29 days.
  private func isDay(_ one: Int, _ other: Int, of year: Int?) -> Bool {
    if let year, !isLived(year) { return false }
    let isLeap = year.map { $0 % 4 == 0 && ($0 % 100 != 0 || $0 % 400 == 0) } ?? true
    let days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    return [(one, other), (other, one)].contains { day, month in
      (1...12).contains(month) && (1...days[month - 1]).contains(day)
    }
  }
}
