/// JSON text as it arrives, made fit for a parser that refuses the whole for one bad character.
public enum JSONText {
  private static let replacement = Array("fffd".utf8)

  /// The same text with U+FFFD for each half of a surrogate pair and for whatever is not UTF-8.
  ///
  /// Both occur where a server cuts texts at a number of UTF-16 units or bytes.
  public static func repaired(_ bytes: [UInt8]) -> [UInt8] {
    var text =
      String(validating: bytes, as: UTF8.self) == nil
      ? Array(String(decoding: bytes, as: UTF8.self).utf8) : bytes
    var index = 0
    while let start = text[index...].firstIndex(of: UInt8(ascii: "\\")) {
      index = start + 2
      guard let unit = unit(escapedAt: start, in: text) else {
        guard index < text.count else { break }
        continue
      }
      index = start + 6
      if isHigh(unit), let next = self.unit(escapedAt: index, in: text), isLow(next) {
        index += 6
      } else if isHigh(unit) || isLow(unit) {
        text.replaceSubrange(start + 2..<start + 6, with: replacement)
      }
    }
    return text
  }

  /// Deeper than any message of the servers, and far from what a parser cannot bear.
  public static let deepest = 64

  /// The text nests arrays and objects more than `deepest` levels deep.
  public struct TooDeep: Error, Equatable, Sendable {}

  /// Throws `TooDeep`; looks at brackets outside strings only, whatever else is wrong with the text.
  static func checkDepth(_ bytes: [UInt8]) throws(TooDeep) {
    var depth = 0
    var isString = false
    var isEscaped = false
    for byte in bytes {
      if isEscaped {
        isEscaped = false
      } else if isString {
        isEscaped = byte == UInt8(ascii: "\\")
        isString = byte != UInt8(ascii: "\"")
      } else {
        switch byte {
        case UInt8(ascii: "\""): isString = true
        case UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
        case UInt8(ascii: "]"), UInt8(ascii: "}"): depth -= 1
        default: break
        }
        if depth > deepest { throw TooDeep() }
      }
    }
  }

  private static func isHigh(_ unit: UInt16) -> Bool { (0xD800...0xDBFF).contains(unit) }

  private static func isLow(_ unit: UInt16) -> Bool { (0xDC00...0xDFFF).contains(unit) }

  /// The UTF-16 unit that `\u` and four digits at `start` stand for; nil for anything else.
  private static func unit(escapedAt start: Int, in text: [UInt8]) -> UInt16? {
    guard start + 6 <= text.count, text[start] == UInt8(ascii: "\\"),
      text[start + 1] == UInt8(ascii: "u")
    else { return nil }
    let digits = text[start + 2..<start + 6].map { Character(Unicode.Scalar($0)).hexDigitValue }
    return digits.reduce(UInt16?(0)) { unit, digit in
      unit.flatMap { unit in digit.map { unit << 4 | UInt16($0) } }
    }
  }
}
