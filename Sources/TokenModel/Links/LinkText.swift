import FoundationEssentials

/// A link taken apart, as far as an operation's needs it: scheme and query.
struct LinkText {
  /// In lower case.
  let scheme: String
  /// In their order, percent-decoded.
  let items: [(name: String, value: String)]

  /// Nil for a text without a scheme, or with a percent sign that begins no escape.
  init?(_ text: String) {
    guard let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")),
      Self.isScheme(text.utf8[..<colon])
    else { return nil }
    scheme = text[..<colon].lowercased()
    let whole = text[colon...].prefix { $0 != "#" }
    var items: [(String, String)] = []
    for item in Self.query(whole).split(separator: "&") {
      let parts = item.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard let name = Self.decoded(parts[0]),
        let value = Self.decoded(parts.dropFirst().first ?? "")
      else { return nil }
      items.append((name, value))
    }
    self.items = items
  }

  private static func query(_ link: Substring) -> Substring {
    link.firstIndex(of: "?").map { link[link.index(after: $0)...] } ?? ""
  }

  /// RFC 3986, section 3.1.
  private static func isScheme(_ bytes: Substring.UTF8View) -> Bool {
    guard let first = bytes.first, first.isASCIILetter else { return false }
    return bytes.allSatisfy { $0.isASCIILetter || $0.isASCIIDigit || "+-.".utf8.contains($0) }
  }

  /// A plus sign stays one: nobody writes an operation's identifier as a form would.
  private static func decoded(_ text: Substring) -> String? {
    guard text.utf8.contains(UInt8(ascii: "%")) else { return String(text) }
    var bytes: [UInt8] = []
    var rest = text.utf8[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "%") else {
        bytes.append(byte)
        continue
      }
      guard let high = rest.popFirst()?.hexadecimalValue,
        let low = rest.popFirst()?.hexadecimalValue
      else { return nil }
      bytes.append(high << 4 | low)
    }
    return String(validating: bytes, as: UTF8.self)
  }

  /// Either alphabet, with padding or without; nil for anything else, too much padding among it.
  static func base64(_ text: Substring) -> [UInt8]? {
    let standard = text.utf8.map { (byte: UInt8) -> UInt8 in
      switch byte {
      case UInt8(ascii: "-"): UInt8(ascii: "+")
      case UInt8(ascii: "_"): UInt8(ascii: "/")
      default: byte
      }
    }
    return OfflineText.base64(String(decoding: standard, as: UTF8.self))
  }
}

extension UInt8 {
  fileprivate var isASCIIDigit: Bool { (0x30...0x39).contains(self) }
  fileprivate var isASCIILetter: Bool { (0x61...0x7A).contains(self | 0x20) }

  fileprivate var hexadecimalValue: UInt8? {
    switch self {
    case 0x30...0x39: self - 0x30
    case 0x41...0x46: self - 0x41 + 10
    case 0x61...0x66: self - 0x61 + 10
    default: nil
    }
  }
}
