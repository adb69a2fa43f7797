/// A point of P-256 that is on the curve and not infinity: checked once, when it comes in.
public struct PublicKey: Sendable {
  /// 65 B: 04 ‖ x ‖ y.
  public let uncompressed: [UInt8]
  let handle: KeyHandle

  /// Accepts 33 B compressed and 65 B uncompressed; throws `CryptoError.invalidPublicKey`.
  public init(_ encoded: [UInt8]) throws(CryptoError) {
    uncompressed = try P256.shared.uncompressed(encoded)
    handle = .imported(point: uncompressed)
  }

  /// The point of a key that libcrypto made or that was checked already.
  init(trusted handle: KeyHandle, point: [UInt8]) {
    self.handle = handle
    uncompressed = point
  }

  /// 33 B: 02 or 03 by the parity of y, then x.
  public var compressed: [UInt8] {
    [2 + (uncompressed[64] & 1)] + uncompressed[1...32]
  }

  /// The x coordinate, 32 B big endian.
  public var x: [UInt8] { Array(uncompressed[1...32]) }
}

extension PublicKey: Hashable {
  public static func == (one: PublicKey, other: PublicKey) -> Bool {
    one.uncompressed == other.uncompressed
  }

  public func hash(into hasher: inout Hasher) { hasher.combine(uncompressed) }
}
