import COpenSSL

/// Comparison whose duration tells nothing about where the bytes differ.
public enum ConstantTime {
  /// Whether both hold the same bytes; unequal lengths answer at once.
  public static func equal(_ one: [UInt8], _ other: [UInt8]) -> Bool {
    one.count == other.count && CRYPTO_memcmp(one, other, one.count) == 0
  }

  /// Whether every byte is zero.
  public static func isZero(_ bytes: UnsafeRawBufferPointer) -> Bool {
    bytes.reduce(UInt8(0), |) == 0
  }
}
