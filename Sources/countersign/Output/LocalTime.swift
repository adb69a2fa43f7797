import FoundationEssentials
import TokenApp
import TokenModel
import TokenScreens

/// Dates for people: in the zone of this machine, in the form of the language.
enum LocalTime {
  /// `2026-06-29`.
  static func day(_ date: Date) -> String { TimeWords.day(date, in: zone(at: date)) }

  /// `2026-06-29 12:41`.
  static func minute(_ date: Date) -> String { TimeWords.minute(date, in: zone(at: date)) }

  /// `2026-06-29 12:41:07`.
  static func full(_ date: Date) -> String { TimeWords.full(date, in: zone(at: date)) }

  /// The moment of `date` in the zone of this machine, which may have had another offset then.
  static func zone(at date: Date) -> Moment {
    Moment(
      serverTime: date, monotonicMilliseconds: 0, utcOffsetSeconds: LocalZone.utcOffset(at: date))
  }
}
