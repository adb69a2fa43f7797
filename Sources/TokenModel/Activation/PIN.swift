/// A PIN or a passphrase as typed: at least four UTF-8 bytes, known only inside its `Secret`.
///
/// The bytes are used as they are: nothing is trimmed or normalised, as in the reference client.
public struct PIN: Equatable, Sendable {
  /// The UTF-8 bytes.
  public let secret: Secret

  /// Fewest UTF-8 bytes the protocol allows (PowerAuth reference client).
  public static let minimumLength = 4
  /// Most UTF-8 bytes that we accept; far beyond any PIN, short of any abuse.
  public static let maximumLength = 128

  /// Nil when the bytes are too few, too many, or not UTF-8 text of one line.
  public init?(_ bytes: Secret) {
    guard (Self.minimumLength...Self.maximumLength).contains(bytes.count) else { return nil }
    let isLine = bytes.withUnsafeBytes { bytes in
      bytes.allSatisfy { $0 >= 0x20 && $0 != 0x7F }
    }
    guard isLine else { return nil }
    secret = bytes
  }

  /// Made of ASCII digits alone; anything else is a passphrase.
  public var isDigits: Bool {
    secret.withUnsafeBytes { $0.allSatisfy { (0x30...0x39).contains($0) } }
  }
}
