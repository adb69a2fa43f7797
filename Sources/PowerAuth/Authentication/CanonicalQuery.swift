extension SignedRequestData {
  /// The signed form of a GET query: pairs decoded, sorted by key and value, encoded again.
  ///
  /// The order is that of UTF-16 units. A pair without `=` is dropped; nil when none is left.
  public static func canonicalQuery(_ query: String) -> String? {
    let pairs = query.split(separator: "&").compactMap(Pair.init).sorted()
    guard !pairs.isEmpty else { return nil }
    return pairs.map { "\(encode($0.key))=\(encode($0.value))" }.joined(separator: "&")
  }

  private struct Pair: Comparable {
    let key: String
    let value: String

    init?(_ text: Substring) {
      guard let sign = text.firstIndex(of: "=") else { return nil }
      key = decode(text[..<sign])
      value = decode(text[text.index(after: sign)...])
    }

    static func < (one: Pair, other: Pair) -> Bool {
      one.key == other.key
        ? one.value.utf16.lexicographicallyPrecedes(other.value.utf16)
        : one.key.utf16.lexicographicallyPrecedes(other.key.utf16)
    }
  }

  /// A percent sign that no two hexadecimal digits follow stands for itself.
  private static func decode(_ text: Substring) -> String {
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      switch byte {
      case UInt8(ascii: "+"): bytes.append(UInt8(ascii: " "))
      case UInt8(ascii: "%"):
        if let value = hexByte(rest.prefix(2)) {
          bytes.append(value)
          rest = rest.dropFirst(2)
        } else {
          bytes.append(byte)
        }
      default: bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func hexByte(_ digits: ArraySlice<UInt8>) -> UInt8? {
    let values = digits.compactMap { Character(Unicode.Scalar($0)).hexDigitValue }
    return values.count == 2 ? UInt8(values[0] << 4 | values[1]) : nil
  }

  private static func encode(_ text: String) -> String {
    var encoded = ""
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"),
        UInt8(ascii: "."), UInt8(ascii: "*"):
        encoded.unicodeScalars.append(Unicode.Scalar(byte))
      case UInt8(ascii: " "): encoded += "+"
      default:
        let hex = String(byte, radix: 16, uppercase: true)
        encoded += byte < 16 ? "%0\(hex)" : "%\(hex)"
      }
    }
    return encoded
  }
}
