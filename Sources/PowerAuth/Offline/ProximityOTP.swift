import PowerAuthCrypto
import TokenModel

/// The one-time code that proves nearness to the screen: TOTP (RFC 6238) with HMAC-SHA256.
public enum ProximityOTP {
  /// Seconds for which a code stands, unless the server says otherwise.
  public static let defaultStep: Int64 = 30

  /// Eight digits for `unixTime` in seconds; `step` is at least 1.
  public static func compute(
    seed: Secret, unixTime: Int64, step: Int64 = defaultStep
  ) -> String {
    let counter = withUnsafeBytes(of: (unixTime / max(1, step)).bigEndian) { Array($0) }
    let code = HMACSHA256.code(of: counter, key: seed)
    // Dynamic truncation (RFC 4226): the last nibble says where four bytes are taken.
    let offset = Int(code[code.count - 1] & 0x0f)
    return DecimalDigits.of(Array(code[offset..<(offset + 4)]))
  }
}
