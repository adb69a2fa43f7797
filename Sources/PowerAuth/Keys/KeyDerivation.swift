import PowerAuthCrypto
import TokenModel

/// The number that says which key is derived; any other number gives a key of the application's own.
public struct KeyIndex: RawRepresentable, Hashable, Sendable {
  /// The index as the derivation takes it.
  public let rawValue: UInt64

  /// The index of a key of the application's own.
  public init(rawValue: UInt64) { self.rawValue = rawValue }

  /// Under the master secret: proves possession of the device.
  public static let possession = KeyIndex(rawValue: 1)
  /// Under the master secret: proves knowledge of the PIN.
  public static let knowledge = KeyIndex(rawValue: 2)
  /// Under the master secret: proves the person's biometry.
  public static let biometry = KeyIndex(rawValue: 3)
  /// Under the master secret: protects what travels.
  public static let transport = KeyIndex(rawValue: 1000)
  /// Under the master secret: protects the device's private key.
  public static let vault = KeyIndex(rawValue: 2000)
  /// Under the transport key: initialization vector of the status blob.
  public static let statusVector = KeyIndex(rawValue: 3000)
  /// Under the transport key: hash of the counter inside the status blob.
  public static let counterHash = KeyIndex(rawValue: 4000)
}

/// The key derivation functions of the protocol; every key here has 16 bytes.
public enum KeyDerivation {
  /// Bytes of a derived key.
  public static let keySize = 16

  /// The secret from which both sides derive everything: the ECDH x coordinate, reduced.
  public static func masterSecret(_ own: PrivateKey, _ peer: PublicKey) -> Secret {
    Secret(count: keySize) { output in
      own.withSharedSecret(with: peer) { reduce($0, into: output) }
    }
  }

  /// KDF: AES-128-CBC of eight zero bytes and the index (big endian, last), zero vector.
  public static func key(_ index: KeyIndex, from key: Secret) throws -> Secret {
    var block = [UInt8](repeating: 0, count: AESCBC.blockSize)
    withUnsafeBytes(of: index.rawValue.bigEndian) { block.replaceSubrange(8..., with: $0) }
    var derived = try AESCBC.encrypt(block, key: key, padding: .none)
    defer { derived.wipe() }
    return Secret(derived)
  }

  /// KDF_INTERNAL: HMAC-SHA256 of `data` under a 16 B key, reduced.
  public static func internalKey(_ data: [UInt8], from key: Secret) -> Secret {
    Secret(count: keySize) { output in
      key.withUnsafeBytes { writeInternalKey(data, from: $0, into: output) }
    }
  }

  /// KDF_INTERNAL for values that will not stay secret, such as initialization vectors.
  static func internalBytes(_ data: [UInt8], from key: UnsafeRawBufferPointer) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: keySize) { buffer, count in
      writeInternalKey(data, from: key, into: UnsafeMutableRawBufferPointer(buffer))
      count = keySize
    }
  }

  private static func writeInternalKey(
    _ data: [UInt8], from key: UnsafeRawBufferPointer,
    into output: UnsafeMutableRawBufferPointer
  ) {
    withWipedBytes(HMACSHA256.byteCount) { code in
      data.withUnsafeBytes { HMACSHA256.code(of: $0, key: key, into: code) }
      reduce(UnsafeRawBufferPointer(code), into: output)
    }
  }

  /// Folds 32 B into 16 B: the first half XOR the last.
  static func reduce(
    _ bytes: UnsafeRawBufferPointer, into output: UnsafeMutableRawBufferPointer
  ) {
    for index in 0..<keySize { output[index] = bytes[index] ^ bytes[index + keySize] }
  }
}
