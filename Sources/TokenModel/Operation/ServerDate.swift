import FoundationEssentials

/// Dates as the servers write them, in every form that has been seen.
///
/// `2026-06-29T14:43:13+0000`, `+00:00`, `Z`, with or without a fraction, and milliseconds since
/// 1970 as a number. A date without a zone is UTC.
public enum ServerDate {
  /// Nil for anything else.
  public static func parse(_ json: JSONValue?) -> Date? {
    switch json {
    case .string(let text): parse(text)
    case .number: json?.int.map { Date(timeIntervalSince1970: Double($0) / 1000) }
    case .null, .bool, .array, .object, nil: nil
    }
  }

  static func parse(_ text: String) -> Date? {
    var reader = DateReader(text)
    guard let year = reader.number(4), reader.take("-"), let month = reader.number(2),
      reader.take("-"), let day = reader.number(2), reader.take("T") || reader.take(" "),
      let hour = reader.number(2), reader.take(":"), let minute = reader.number(2),
      let days = daysSince1970(year, month, day), hour < 24, minute < 60,
      let second = reader.seconds(), second.whole <= 60, let zone = reader.zone()
    else { return nil }
    return Date(
      timeIntervalSince1970: Double(
        days * 86_400 + hour * 3600 + minute * 60 + second.whole - zone) + second.fraction)
  }

  /// ISO 8601 in UTC, whole seconds, the form of the public servers: `2026-06-29T14:43:13+0000`.
  public static func text(_ date: Date) -> String {
    let seconds = Int(date.timeIntervalSince1970.rounded(.down))
    let civil = CivilTime(secondsSince1970: seconds)
    return "\(civil.date)T\(civil.time)+0000"
  }

  /// ISO 8601 in UTC with milliseconds: `2026-06-29T14:43:13.250Z`.
  public static func utcText(_ date: Date) -> String {
    let milliseconds = Int((date.timeIntervalSince1970 * 1000).rounded())
    let seconds = Int((Double(milliseconds) / 1000).rounded(.down))
    let civil = CivilTime(secondsSince1970: seconds)
    let fraction = String(milliseconds - seconds * 1000)
    let padding = String(repeating: "0", count: 3 - fraction.count)
    return "\(civil.date)T\(civil.time).\(padding)\(fraction)Z"
  }

  /// Days from 1970-01-01 in the Gregorian calendar; nil for a day that does not exist.
  private static func daysSince1970(_ year: Int, _ month: Int, _ day: Int) -> Int? {
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    guard (1...12).contains(month), (1...lengths[month - 1]).contains(day) else { return nil }
    let past = year - 1
    let leapDays = past / 4 - past / 100 + past / 400
    return past * 365 + leapDays + lengths[..<(month - 1)].reduce(0, +) + day - 719_163
  }
}

/// Reads a date byte by byte: a list has two for each operation, and a `Regex` took most of the time
/// of a fetch.
private struct DateReader {
  private var rest: Substring.UTF8View

  init(_ text: String) { rest = text[...].utf8 }

  mutating func take(_ mark: Unicode.Scalar) -> Bool {
    guard rest.first == UInt8(ascii: mark) else { return false }
    rest = rest.dropFirst()
    return true
  }

  /// Nil unless there are so many digits.
  mutating func number(_ count: Int) -> Int? {
    let digits = rest.prefix(count)
    guard digits.count == count, digits.allSatisfy(Self.isDigit) else { return nil }
    rest = rest.dropFirst(count)
    return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }

  /// `:13`, `:13.702` or nothing, which is 0; the whole part and the fraction.
  mutating func seconds() -> (whole: Int, fraction: Double)? {
    guard take(":") else { return (0, 0) }
    guard let whole = number(2) else { return nil }
    guard take(".") || take(",") else { return (whole, 0) }
    let digits = rest.prefix(while: Self.isDigit)
    guard (1...9).contains(digits.count) else { return nil }
    rest = rest.dropFirst(digits.count)
    return (whole, Double("0." + Substring(digits)) ?? 0)
  }

  /// `Z`, `+0200`, `+02:00` or nothing, up to the end; in seconds.
  mutating func zone() -> Int? {
    rest = Substring(rest).drop(while: \.isWhitespace).utf8
    if rest.isEmpty || take("Z") { return rest.isEmpty ? 0 : nil }
    let isWest = take("-")
    guard isWest || take("+"), let hours = number(2) else { return nil }
    _ = take(":")
    guard let minutes = number(2), rest.isEmpty else { return nil }
    return (isWest ? -1 : 1) * (hours * 3600 + minutes * 60)
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}

/// A moment on the wall: `2026-06-29` and `14:43:13`, in whatever zone the seconds were shifted to.
public struct CivilTime: Equatable, Sendable {
  public let date: String
  public let time: String

  /// `secondsSince1970` already contains the offset of the zone to show.
  public init(secondsSince1970 seconds: Int) {
    let days = Int((Double(seconds) / 86_400).rounded(.down))
    let rest = seconds - days * 86_400
    // Days to civil date over 400-year eras (146,097 days) that start on a 1 March.
    let shifted = days + 719_468
    let era = Int((Double(shifted) / 146_097).rounded(.down))
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
    let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    date = "\(Self.padded(year, 4))-\(Self.padded(month))-\(Self.padded(day))"
    time =
      "\(Self.padded(rest / 3600)):\(Self.padded(rest / 60 % 60)):\(Self.padded(rest % 60))"
  }

  private static func padded(_ number: Int, _ width: Int = 2) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
