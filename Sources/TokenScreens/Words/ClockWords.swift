import TokenModel

/// How this machine's clock stands to the bank's, in words.
enum ClockWords {
  /// For a row: `in step`, `2 minutes behind your bank`.
  static func adjustment(_ report: ClockReport) -> String {
    let milliseconds = report.adjustmentMilliseconds
    guard milliseconds != 0 else { return "in step" }
    let span = span(milliseconds.magnitude)
    return milliseconds > 0 ? "\(span) behind your bank" : "\(span) ahead of your bank"
  }

  static func explanation(_ report: ClockReport) -> String {
    report.adjustmentMilliseconds == 0
      ? "This machine's clock and your bank's agree."
      : "This machine's clock is \(adjustment(report)). Everything that is sent uses the bank's "
        + "time, so nothing fails for it; times shown here follow the bank's clock too."
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
