/// Decimal digits out of a digest: the last 4 B, big endian, without the top bit.
enum DecimalDigits {
  static let defaultLength = 8
  /// The lengths that offline signatures allow.
  static let allowedLengths = 4...8

  /// The digits of one digest, zero padded to `length`.
  static func of(_ digest: [UInt8], length: Int = defaultLength) -> String {
    let number = digest.suffix(4).reduce(UInt32(0)) { $0 << 8 | UInt32($1) } & 0x7fff_ffff
    let modulus = (0..<length).reduce(UInt32(1)) { power, _ in power * 10 }
    let digits = String(number % modulus)
    return String(repeating: "0", count: length - digits.count) + digits
  }

  /// The digits of several, joined by `-`.
  static func joined(_ digests: [[UInt8]], length: Int) -> String {
    digests.map { of($0, length: length) }.joined(separator: "-")
  }
}
