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
    guard text.utf8.count % 4 == 0 else { return nil }
    let padded = text.utf8.suffix(2).count { $0 == padding }
    return decode(text, droppingLast: padded, standardValues)
  }

  /// The URL-safe alphabet, not padded.
  public static func encodeURLSafe(_ bytes: [UInt8]) -> String {
    var text: [UInt8] = []
    append(bytes, to: &text, urlSafe)
    return String(decoding: text, as: UTF8.self)
  }

  /// nil unless `text` is not padded, URL-safe and canonical.
  public static func decodeURLSafe(_ text: String) -> [UInt8]? {
    decode(text, droppingLast: 0, urlSafeValues)
  }

  private static func values(of alphabet: [UInt8]) -> [UInt8] {
    var values = [UInt8](repeating: foreign, count: 256)
    for (value, character) in alphabet.enumerated() { values[Int(character)] = UInt8(value) }
    return values
  }

  private static func append(_ bytes: [UInt8], to text: inout [UInt8], _ alphabet: [UInt8]) {
    let whole = bytes.count / 3 * 3
    text.reserveCapacity(text.count + (bytes.count + 2) / 3 * 4)
    alphabet.withUnsafeBufferPointer { alphabet in
      bytes.withUnsafeBufferPointer { bytes in
        for index in stride(from: 0, to: whole, by: 3) {
          let group =
            Int(bytes[index]) << 16 | Int(bytes[index + 1]) << 8 | Int(bytes[index + 2])
          text.append(alphabet[group >> 18])
          text.append(alphabet[group >> 12 & 63])
          text.append(alphabet[group >> 6 & 63])
          text.append(alphabet[group & 63])
        }
        let rest =
          bytes[whole...].reduce(0) { $0 << 8 | Int($1) } << (8 * (whole + 3 - bytes.count))
        for place in 0..<(bytes.count > whole ? bytes.count - whole + 1 : 0) {
          text.append(alphabet[rest >> (18 - 6 * place) & 63])
        }
      }
    }
  }

  /// The bytes behind all but the last `dropped` characters, which are padding.
  private static func decode(
    _ text: String, droppingLast dropped: Int, _ values: [UInt8]
  ) -> [UInt8]? {
    var text = text
    return text.withUTF8 { characters in
      let characters = UnsafeBufferPointer(rebasing: characters.dropLast(dropped))
      guard characters.count % 4 != 1 else { return nil }
      var isCanonical = true
      let bytes = [UInt8](unsafeUninitializedCapacity: characters.count * 3 / 4) { bytes, count in
        values.withUnsafeBufferPointer { values in
          isCanonical = decode(characters, values, into: bytes)
        }
        count = bytes.count
      }
      return isCanonical ? bytes : nil
    }
  }

  /// False for a foreign character, and for left-over bits that are not zero: they would let two
  /// texts stand for the same bytes.
  private static func decode(
    _ characters: UnsafeBufferPointer<UInt8>, _ values: UnsafeBufferPointer<UInt8>,
    into bytes: UnsafeMutableBufferPointer<UInt8>
  ) -> Bool {
    var seen: UInt8 = 0
    var (group, bits, written) = (0, 0, 0)
    for character in characters {
      let value = values[Int(character)]
      seen |= value
      group = (group << 6 | Int(value)) & 0xffff
      bits += 6
      guard bits >= 8 else { continue }
      bits -= 8
      bytes[written] = UInt8(truncatingIfNeeded: group >> bits)
      written += 1
    }
    return seen < 64 && group & (1 << bits - 1) == 0
  }
}
