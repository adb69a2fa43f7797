import PowerAuthCrypto
import TokenModel

/// The counter that makes every signature different: a hash chain, and the low byte of its length.
///
/// It moves exactly once per computed signature, and the new value is durable before the request
/// leaves.
public struct SignatureCounter: Hashable, Sendable {
  /// Bytes of `data`.
  public static let size = 16

  /// 16 B, the present link of the chain.
  public let data: [UInt8]
  /// How many steps were made since the activation, modulo 256.
  public let byte: UInt8

  /// Throws `CryptoError.invalidLength` unless `data` has 16 bytes.
  public init(data: [UInt8], byte: UInt8 = 0) throws(CryptoError) {
    guard data.count == Self.size else {
      throw .invalidLength(expected: Self.size, actual: data.count)
    }
    self.init(unchecked: data, byte)
  }

  private init(unchecked data: [UInt8], _ byte: UInt8) {
    self.data = data
    self.byte = byte
  }

  /// A server's counter for a new activation.
  public static func random() -> SignatureCounter {
    SignatureCounter(unchecked: SecureRandom.bytes(size), 0)
  }

  /// The next counter: SHA-256 of this one, reduced.
  public func stepped() -> SignatureCounter {
    let next = withWipedBytes(SHA256.byteCount) { digest in
      data.withUnsafeBytes { SHA256.hash($0, into: digest) }
      return [UInt8](unsafeUninitializedCapacity: Self.size) { buffer, count in
        KeyDerivation.reduce(
          UnsafeRawBufferPointer(digest), into: UnsafeMutableRawBufferPointer(buffer))
        count = Self.size
      }
    }
    return SignatureCounter(unchecked: next, byte &+ 1)
  }

  /// The counter after `steps` signatures.
  public func stepped(by steps: Int) -> SignatureCounter {
    (0..<steps).reduce(self) { counter, _ in counter.stepped() }
  }

  /// The 16 B by which a status blob tells this counter without giving it away.
  public func hash(transportKey: Secret) throws -> [UInt8] {
    hash(key: try KeyDerivation.key(.counterHash, from: transportKey))
  }

  /// As `hash(transportKey:)`, with the hash key derived already.
  func hash(key: Secret) -> [UInt8] {
    key.withUnsafeBytes { KeyDerivation.internalBytes(data, from: $0) }
  }
}
