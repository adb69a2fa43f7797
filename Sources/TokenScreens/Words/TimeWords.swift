import FoundationEssentials
import TokenModel

/// Times of the day and ages in words.
enum TimeWords {
  /// `12:41:07` in the user's zone.
  static func clock(_ date: Date, in zone: Moment) -> String { civil(date, zone).time }

  /// `12:41`.
  static func shortClock(_ date: Date, in zone: Moment) -> String {
    String(clock(date, in: zone).prefix(5))
  }

  /// `2026-06-29 12:41:07`.
  static func full(_ date: Date, in zone: Moment) -> String {
    let civil = civil(date, zone)
    return civil.date + " " + civil.time
  }

  /// `under a minute`, `1 minute`, `3 hours`, for the middle of a sentence.
  static func age(of date: Date, at now: Moment) -> String {
    let seconds = Int(max(0, min(1e9, now.serverTime.timeIntervalSince(date))))
    return switch seconds {
    case ..<60: "under a minute"
    case ..<3600: counted(seconds / 60, "minute")
    case ..<86_400: counted(seconds / 3600, "hour")
    default: counted(seconds / 86_400, "day")
    }
  }

  /// `1 operation`, `2 operations`.
  static func counted(_ count: Int, _ noun: String) -> String {
    count == 1 ? "1 \(noun)" : "\(count) \(noun)s"
  }

  private static func civil(_ date: Date, _ zone: Moment) -> CivilTime {
    let seconds = max(-1e11, min(1e11, date.timeIntervalSince1970.rounded(.down)))
    return CivilTime(secondsSince1970: Int(seconds) + zone.utcOffsetSeconds)
  }
}

extension Moment {
  /// The year where the user is.
  var year: Int {
    Int(TimeWords.full(serverTime, in: self).prefix { $0 != "-" }) ?? 0
  }
}
