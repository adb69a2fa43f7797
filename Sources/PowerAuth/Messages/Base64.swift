/// Base64 of RFC 4648, standard with padding and URL-safe without; decoding takes canonical text only.
public enum Base64 {
  private static let standard = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
  private static let urlSafe = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)
  private static let standardValues = values(of: standard)
  private static let urlSafeValues = values(of: urlSafe)
  private static let foreign: UInt8 = 0xff
  private static let padding = UInt8(ascii: "=")

  /// The standard alphabet, padded.
  public static func encode(_ bytes: [UInt8]) -> String {
    var text: [UInt8] = []
    append(bytes, to: &text)
    return String(decoding: text, as: UTF8.self)
  }

  /// The standard alphabet, padded, appended as ASCII.
  public static func append(_ bytes: [UInt8], to text: inout [UInt8]) {
    append(bytes, to: &text, standard)
    for _ in 0..<((3 - bytes.count % 3) % 3) { text.append(padding) }
  }

  /// nil unless `text` is padded, standard and canonical.
  public static func decode(_ text: String) -> [UInt8]? {
    let characters = Array(text.utf8)
    guard characters.count % 4 == 0 else { return nil }
    let padded = characters.suffix(2).count { $0 == padding }
    return decode(characters.dropLast(padded), standardValues)
  }

  /// The URL-safe alphabet, not padded.
  public static func encodeURLSafe(_ bytes: [UInt8]) -> String {
    var text: [UInt8] = []
    append(bytes, to: &text, urlSafe)
    return String(decoding: text, as: UTF8.self)
  }

  /// nil unless `text` is not padded, URL-safe and canonical.
  public static func decodeURLSafe(_ text: String) -> [UInt8]? {
    decode(Array(text.utf8)[...], urlSafeValues)
  }

  private static func values(of alphabet: [UInt8]) -> [UInt8] {
    var values = [UInt8](repeating: foreign, count: 256)
    for (value, character) in alphabet.enumerated() { values[Int(character)] = UInt8(value) }
    return values
  }

  private static func append(_ bytes: [UInt8], to text: inout [UInt8], _ alphabet: [UInt8]) {
    text.reserveCapacity(text.count + (bytes.count + 2) / 3 * 4)
    var index = 0
    while index < bytes.count {
      let left = bytes.count - index
      var group = UInt32(bytes[index]) << 16
      if left > 1 { group |= UInt32(bytes[index + 1]) << 8 }
      if left > 2 { group |= UInt32(bytes[index + 2]) }
      text.append(alphabet[Int(group >> 18)])
      text.append(alphabet[Int(group >> 12 & 63)])
      if left > 1 { text.append(alphabet[Int(group >> 6 & 63)]) }
      if left > 2 { text.append(alphabet[Int(group & 63)]) }
      index += 3
    }
  }

  private static func decode(_ characters: ArraySlice<UInt8>, _ values: [UInt8]) -> [UInt8]? {
    guard characters.count % 4 != 1 else { return nil }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(characters.count / 4 * 3 + 2)
    var group: UInt32 = 0
    var bits = 0
    for character in characters {
      let value = values[Int(character)]
      guard value != foreign else { return nil }
      group = group << 6 | UInt32(value)
      bits += 6
      guard bits >= 8 else { continue }
      bits -= 8
      bytes.append(UInt8(truncatingIfNeeded: group >> UInt32(bits)))
    }
    // Bits left over that are not zero would let two texts stand for the same bytes.
    return group & (1 << UInt32(bits) - 1) == 0 ? bytes : nil
  }
}
