import FoundationEssentials

/// A decimal number of any length, as digits: money never passes through a binary float.
public struct ExactDecimal: Equatable, Sendable {
  /// Powers of ten beyond this are no amounts, and would be written out in zeros.
  private static let exponentLimit = 100

  public let isNegative: Bool
  /// Without leading zeros; empty for a number below 1.
  private let integer: String
  /// As given, trailing zeros included.
  private let fraction: String

  /// Reads `-12.50`, `+1`, `.5`, `7.`, `1e3`; nil for anything else.
  public init?(_ text: String) {
    var rest = text[...].utf8
    func digits() -> Substring.UTF8View { rest.prefix { (0x30...0x39).contains($0) } }
    isNegative = rest.first == UInt8(ascii: "-")
    if isNegative || rest.first == UInt8(ascii: "+") { rest = rest.dropFirst() }
    let whole = digits()
    rest = rest.dropFirst(whole.count)
    var part = rest.prefix(0)
    if rest.first == UInt8(ascii: ".") {
      rest = rest.dropFirst()
      part = digits()
      rest = rest.dropFirst(part.count)
    }
    guard !(whole.isEmpty && part.isEmpty), let exponent = Self.exponent(rest),
      abs(exponent) <= Self.exponentLimit
    else { return nil }
    let all = String(Substring(whole)) + Substring(part)
    (integer, fraction) = Self.shifted(all, pointAt: whole.count + exponent)
  }

  /// The same number; nil for NaN.
  public init?(_ decimal: Decimal) {
    guard !decimal.isNaN else { return nil }
    // The description of a Decimal is plain digits with a point, never an exponent.
    let digits = decimal.description.drop { $0 == "-" }
    let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
    isNegative = decimal < 0
    integer = String(parts[0].drop { $0 == "0" })
    fraction = parts.count > 1 ? String(parts[1]) : ""
  }

  /// Grouped by three, cut (not rounded) to `fractionDigits`, zeros beyond its lower bound dropped.
  public func text(
    grouping: String, point: String, fractionDigits: ClosedRange<Int>
  ) -> String {
    var kept = String(fraction.prefix(fractionDigits.upperBound))
    while kept.count > fractionDigits.lowerBound, kept.last == "0" { kept.removeLast() }
    kept += String(repeating: "0", count: max(0, fractionDigits.lowerBound - kept.count))
    return grouped(by: grouping) + (kept.isEmpty ? "" : point + kept)
  }

  /// The number for JSON; nil beyond the 38 digits that survive there.
  public var number: Decimal? {
    guard integer.count + fraction.count <= 38 else { return nil }
    return Decimal(
      string: (isNegative ? "-" : "") + (integer.isEmpty ? "0" : integer) + "." + fraction + "0")
  }

  private func grouped(by separator: String) -> String {
    guard !integer.isEmpty else { return "0" }
    var groups: [Substring] = []
    var rest = integer[...]
    while rest.count > 3 {
      groups.insert(rest.suffix(3), at: 0)
      rest = rest.dropLast(3)
    }
    return ([rest] + groups).joined(separator: separator)
  }

  /// `e3`, `E-12`, or nothing, which is 0; nil for anything else.
  private static func exponent(_ text: Substring.UTF8View) -> Int? {
    guard let mark = text.first else { return 0 }
    let power = Substring(text.dropFirst())
    let digits = power.utf8.drop { $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "-") }
    guard mark == UInt8(ascii: "e") || mark == UInt8(ascii: "E"), digits.count <= 3 else {
      return nil
    }
    return Int(power)
  }

  /// Splits `digits` before the position of the point, which may lie outside of them.
  private static func shifted(_ digits: String, pointAt point: Int) -> (String, String) {
    let leading = String(repeating: "0", count: max(0, -point))
    let trailing = String(repeating: "0", count: max(0, point - digits.count))
    let all = leading + digits + trailing
    let integer = all.prefix(max(0, point))
    return (String(integer.drop { $0 == "0" }), String(all.dropFirst(max(0, point))))
  }
}
