import TokenModel

/// How this machine's clock stands to the bank's, in words.
enum ClockWords {
  /// `in step`, `2 minutes behind`.
  static func adjustment(_ report: ClockReport) -> String {
    let milliseconds = report.adjustmentMilliseconds
    guard milliseconds != 0 else { return "in step" }
    let span = span(milliseconds.magnitude)
    return milliseconds > 0 ? "\(span) behind" : "\(span) ahead"
  }

  static func explanation(_ report: ClockReport) -> String {
    report.adjustmentMilliseconds == 0
      ? "This machine's clock and your bank's agree."
      : "What is sent and what is shown here follows your bank's time, so nothing fails for it. "
        + "Other programs would be glad if you set the clock right."
  }

  private static func span(_ milliseconds: UInt64) -> String {
    let seconds = Int(min(milliseconds / 1000, 1_000_000_000))
    return switch seconds {
    case ..<1: "under a second"
    case ..<120: TimeWords.counted(seconds, "second")
    case ..<7200: TimeWords.counted(seconds / 60, "minute")
    case ..<172_800: TimeWords.counted(seconds / 3600, "hour")
    default: TimeWords.counted(seconds / 86_400, "day")
    }
  }
}
