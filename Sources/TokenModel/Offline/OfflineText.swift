import FoundationEssentials

/// The text of a QR code in its original form: lines that end with LF, nothing behind the last one.
///
/// Everything goes by bytes and scalars: for Swift a CR LF is one character, and no separator.
struct OfflineText {
  let text: String

  /// Undoes what files and terminals do to line ends; a mark of byte order is dropped.
  init(_ source: String) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(source.utf8.count)
    var previous: UInt8 = 0
    for byte in source.utf8 {
      // CR LF is one line end, and so is a CR alone.
      if byte != 0x0A || previous != 0x0D { bytes.append(byte == 0x0D ? 0x0A : byte) }
      previous = byte
    }
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
    while let last = bytes.last, last == 0x0A || last == 0x20 || last == 0x09 {
      bytes.removeLast()
    }
    text = String(decoding: bytes, as: UTF8.self)
  }

  var characterCount: Int { text.unicodeScalars.count }

  /// None for an empty text.
  var lines: [String] {
    guard !text.isEmpty else { return [] }
    return text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
      .map(String.init)
  }

  static func hasControlCharacter(_ line: String) -> Bool { line.utf8.contains { $0 < 0x20 } }

  /// `\n` and `\\`, with `isField` `\*` too, in one walk from left to right; other escapes stay.
  static func unescaped(_ line: String, isField: Bool = false) -> String {
    var output = String.UnicodeScalarView()
    var isEscaped = false
    for scalar in line.unicodeScalars {
      guard isEscaped else {
        isEscaped = scalar == "\\"
        if !isEscaped { output.append(scalar) }
        continue
      }
      isEscaped = false
      switch scalar {
      case "n": output.append("\n")
      case "\\": output.append("\\")
      case "*" where isField: output.append("*")
      default: output.append(contentsOf: ["\\", scalar])
      }
    }
    if isEscaped { output.append("\\") }
    return String(output)
  }

  /// The standard alphabet, with padding or without; nil for anything else.
  static func base64(_ text: String) -> [UInt8]? {
    let digits = text.utf8.count - text.utf8.suffix(2).count { $0 == UInt8(ascii: "=") }
    let whole = (digits + 3) / 4 * 4
    guard digits % 4 != 1, text.utf8.count == digits || text.utf8.count == whole else {
      return nil
    }
    let padding = String(repeating: "=", count: whole - text.utf8.count)
    return Data(base64Encoded: text + padding).map(Array.init)
  }
}
