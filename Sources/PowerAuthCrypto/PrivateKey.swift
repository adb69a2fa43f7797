import COpenSSL
import TokenModel

/// A P-256 key pair; the scalar stays inside libcrypto until asked for.
public struct PrivateKey: Sendable {
  /// The point that belongs to the scalar.
  public let publicKey: PublicKey
  let handle: KeyHandle

  /// A fresh pair.
  public static func generate() -> PrivateKey { PrivateKey(.generate()) }

  private init(_ handle: KeyHandle) {
    self.handle = handle
    publicKey = PublicKey(trusted: handle, point: handle.point())
  }

  /// Imports a scalar of exactly 32 B in 1 ..< n; throws `CryptoError.invalidPrivateKey`.
  public init(scalar: Secret) throws {
    handle = try scalar.withUnsafeBytes { (bytes) throws(CryptoError) -> KeyHandle in
      guard P256.isValidScalar(bytes) else { throw .invalidPrivateKey }
      return .imported(point: P256.shared.publicPoint(of: bytes), scalar: bytes)
    }
    publicKey = PublicKey(trusted: handle, point: handle.point())
  }

  /// The scalar, 32 B big endian.
  public var scalar: Secret {
    Secret(count: P256.scalarSize) { handle.writeScalar(to: $0) }
  }
}

extension PrivateKey: Equatable {
  /// Whether both are the same pair, told by the public point.
  public static func == (one: PrivateKey, other: PrivateKey) -> Bool {
    one.publicKey == other.publicKey
  }
}

extension PrivateKey: CustomStringConvertible {
  /// Never the key.
  public var description: String { "•••" }
}
