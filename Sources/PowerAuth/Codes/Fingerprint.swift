import PowerAuthCrypto

/// The eight digits that a person compares with the bank's page to rule out a man in the middle.
public enum Fingerprint {
  /// Digits of SHA-256(X(device) ‖ activation id ‖ X(server)), X without leading zero bytes.
  public static func compute(
    deviceKey: PublicKey, serverKey: PublicKey, activationID: String
  ) -> String {
    let data = minimal(deviceKey.x) + activationID.utf8 + minimal(serverKey.x)
    return DecimalDigits.of(SHA256.hash(data))
  }

  /// The same as protocol 2 has it, before an upgrade: digits of SHA-256(X(device)) alone.
  public static func computeV2(deviceKey: PublicKey) -> String {
    DecimalDigits.of(SHA256.hash(minimal(deviceKey.x)))
  }

  private static func minimal(_ coordinate: [UInt8]) -> [UInt8] {
    Array(coordinate.drop { $0 == 0 })
  }
}
