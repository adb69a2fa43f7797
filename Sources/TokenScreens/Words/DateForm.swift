import TokenModel

/// Days in the form of the present language: `2026-06-29` in English, `29. 6. 2026` in Czech.
public enum DateForm {
  /// `iso` is a year, a month and a day joined by hyphens; any other text stays as it is.
  ///
  /// Year 0000 stands for one that nobody tells, and is left out.
  public static func day(_ iso: String) -> String {
    guard let (year, month, day) = parts(iso) else { return iso }
    let isYearless = year.allSatisfy { $0 == "0" }
    switch Language.current {
    case .english: return isYearless ? "\(month)-\(day)" : iso
    case .czech:
      let date = "\(unpadded(day)). \(unpadded(month))."
      return isYearless ? date : "\(date) \(year)"
    }
  }

  private static func parts(_ iso: String) -> (Substring, Substring, Substring)? {
    let parts = iso.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.map(\.count) == [4, 2, 2],
      parts.joined().utf8.allSatisfy({ UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 })
    else { return nil }
    return (parts[0], parts[1], parts[2])
  }

  private static func unpadded(_ number: Substring) -> Substring {
    number.hasPrefix("0") ? number.dropFirst() : number
  }
}
