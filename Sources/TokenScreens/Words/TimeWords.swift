import FoundationEssentials
import TokenModel

/// Times of the day and ages in words.
public enum TimeWords {
  /// `12:41:07` in the user's zone.
  static func clock(_ date: Date, in zone: Moment) -> String { civil(date, zone).time }

  /// `12:41`.
  static func shortClock(_ date: Date, in zone: Moment) -> String {
    String(clock(date, in: zone).prefix(5))
  }

  /// `2026-06-29`, in the form of the language.
  public static func day(_ date: Date, in zone: Moment) -> String {
    DateForm.day(civil(date, zone).date)
  }

  /// `2026-06-29 12:41:07`.
  public static func full(_ date: Date, in zone: Moment) -> String {
    day(date, in: zone) + " " + clock(date, in: zone)
  }

  /// `2026-06-29 12:41`.
  public static func minute(_ date: Date, in zone: Moment) -> String {
    day(date, in: zone) + " " + shortClock(date, in: zone)
  }

  /// `under a minute`, `1 minute`, `3 hours`, for the middle of a sentence.
  static func age(of date: Date, at now: Moment) -> String {
    let seconds = Int(max(0, min(1e9, now.serverTime.timeIntervalSince(date))))
    return switch seconds {
    case ..<60: say("times.under-minute")
    case ..<3600: say("times.minutes", count: seconds / 60)
    case ..<86_400: say("times.hours", count: seconds / 3600)
    default: say("times.days", count: seconds / 86_400)
    }
  }

  fileprivate static func civil(_ date: Date, _ zone: Moment) -> CivilTime {
    let seconds = max(-1e11, min(1e11, date.timeIntervalSince1970.rounded(.down)))
    return CivilTime(secondsSince1970: Int(seconds) + zone.utcOffsetSeconds)
  }
}

extension Moment {
  /// The year where the user is.
  var year: Int {
    Int(TimeWords.civil(serverTime, self).date.prefix { $0 != "-" }) ?? 0
  }
}
