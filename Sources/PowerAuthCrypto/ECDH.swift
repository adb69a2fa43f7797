import COpenSSL
import TokenModel

extension PrivateKey {
  /// Bytes of a shared secret: the x coordinate of the common point.
  public static let sharedSecretSize = 32

  /// The ECDH secret with `peer`: the raw x coordinate, 32 B.
  public func sharedSecret(with peer: PublicKey) -> Secret {
    Secret(count: Self.sharedSecretSize) { writeSharedSecret(with: peer, to: $0) }
  }

  /// Lends the raw x coordinate to `body` and wipes it afterwards.
  public func withSharedSecret<Result>(
    with peer: PublicKey, _ body: (UnsafeRawBufferPointer) throws -> Result
  ) rethrows -> Result {
    try withWipedBytes(Self.sharedSecretSize) { secret in
      writeSharedSecret(with: peer, to: secret)
      return try body(UnsafeRawBufferPointer(secret))
    }
  }

  private func writeSharedSecret(
    with peer: PublicKey, to output: UnsafeMutableRawBufferPointer
  ) {
    let context = KeyContext(for: handle)
    require(EVP_PKEY_derive_init(context.handle) == 1, "EVP_PKEY_derive_init")
    // The peer was checked when it came in; checking again would double the time.
    let accepted = EVP_PKEY_derive_set_peer_ex(context.handle, peer.handle.pointer, 0)
    require(accepted == 1, "EVP_PKEY_derive_set_peer")
    var count = output.count
    let derived = EVP_PKEY_derive(context.handle, output.bytes, &count)
    require(derived == 1 && count == output.count, "EVP_PKEY_derive")
  }
}
