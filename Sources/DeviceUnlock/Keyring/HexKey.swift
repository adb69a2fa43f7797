import ChildProcess
import TokenModel

/// 16 bytes as 32 hexadecimal digits, never outside of memory that is wiped.
enum HexKey {
  static let length = 16

  static func encode(_ key: Secret) -> Secret {
    key.withUnsafeBytes { bytes in
      Secret(count: bytes.count * 2) { digits in
        for (index, byte) in bytes.enumerated() {
          digits[index * 2] = digit(byte >> 4)
          digits[index * 2 + 1] = digit(byte & 0xF)
        }
      }
    }
  }

  /// Nil unless it is exactly what `encode` writes for 16 bytes.
  static func decode(_ text: WipedBytes) -> Secret? {
    text.withUnsafeBytes { digits in
      guard digits.count == length * 2, digits.allSatisfy({ value($0) != nil }) else { return nil }
      return Secret(count: length) { bytes in
        for index in bytes.indices {
          bytes[index] = (value(digits[index * 2]) ?? 0) << 4 | (value(digits[index * 2 + 1]) ?? 0)
        }
      }
    }
  }

  private static func digit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
  }

  private static func value(_ digit: UInt8) -> UInt8? {
    switch digit {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
    default: nil
    }
  }
}
