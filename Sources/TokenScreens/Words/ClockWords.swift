import TokenModel

/// How this machine's clock stands to the bank's, in words.
enum ClockWords {
  /// `in step`, `2 minutes behind`.
  static func adjustment(_ report: ClockReport) -> String {
    let milliseconds = report.adjustmentMilliseconds
    guard milliseconds != 0 else { return say("clock.in-step") }
    let span = span(milliseconds.magnitude)
    return milliseconds > 0
      ? say("clock.behind", ["span": span]) : say("clock.ahead", ["span": span])
  }

  static func explanation(_ report: ClockReport) -> String {
    report.adjustmentMilliseconds == 0
      ? say("clock.agree")
      : say("clock.differ")
  }

  private static func span(_ milliseconds: UInt64) -> String {
    let seconds = Int(min(milliseconds / 1000, 1_000_000_000))
    return switch seconds {
    case ..<1: say("clock.under-second")
    case ..<120: say("times.seconds", count: seconds)
    case ..<7200: say("times.minutes", count: seconds / 60)
    case ..<172_800: say("times.hours", count: seconds / 3600)
    default: say("times.days", count: seconds / 86_400)
    }
  }
}
