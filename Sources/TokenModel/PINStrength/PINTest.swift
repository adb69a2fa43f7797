/// What makes a PIN of digits easy to guess, by the rules of Wultra's published PIN tester.
///
/// The tester looks at 4 to 100 digits; the user is told what it finds, and may keep the PIN.
public struct PINTest: Equatable, Sendable {
  /// One finding; the order of the cases is that of their weight.
  public enum Issue: Equatable, Hashable, Sendable, CaseIterable {
    /// Among those that most people choose.
    case frequent
    /// Fewer than three different digits, fewer than four in a PIN of eight or more.
    case fewDigits
    /// Groups of digits come again, as they were or backwards: `692692`, `12321`.
    case repetition
    /// Digits follow each other in equal steps: `1234`, `8642`, `1456`.
    case pattern
    /// A day and a month, with or without a year, or a year of the last ninety.
    case date
  }

  public let issues: Set<Issue>
  /// How many digits were tested.
  public let count: Int

  /// Lengths that the rules speak of, in digits.
  static let lengths = 4...100

  /// Nil for anything but 4 to 100 digits, which the rules say nothing about.
  ///
  /// Dates are judged as of `year`, the present one where the user is.
  public init?(_ pin: PIN, year: Int) {
    let issues = pin.secret.withUnsafeBytes { digits in
      Self.lengths.contains(digits.count) && digits.allSatisfy { (0x30...0x39).contains($0) }
        ? Self.issues(of: digits, year: year) : nil
    }
    guard let issues else { return nil }
    self.issues = issues
    count = pin.secret.count
  }

  /// Whether the user should be warned; the other findings deserve a hint at most.
  public var isWeak: Bool { !issues.isDisjoint(with: Self.serious(count)) }

  /// What to tell first.
  public var foremost: Issue? { Issue.allCases.first(where: issues.contains) }

  private static func serious(_ count: Int) -> Set<Issue> {
    switch count {
    case ...4: [.frequent, .fewDigits]
    case 5...6: [.frequent, .fewDigits, .repetition]
    default: [.frequent, .fewDigits, .repetition, .pattern]
    }
  }

  private static func issues(of digits: UnsafeRawBufferPointer, year: Int) -> Set<Issue> {
    let different = Set(digits).count
    var issues: Set<Issue> = []
    if FrequentPINs.contain(digits) { issues.insert(.frequent) }
    if different < (digits.count <= 7 ? 3 : 4) { issues.insert(.fewDigits) }
    if RepeatedGroups(digits).isBeyond(different) { issues.insert(.repetition) }
    if StepRuns.areTooLong(digits) { issues.insert(.pattern) }
    if PINDate(today: year).matches(digits) { issues.insert(.date) }
    return issues
  }
}
