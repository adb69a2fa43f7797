import PowerAuthCrypto
import TokenModel

/// The keys of one exchange: encryption, MAC and vector key, 16 B each.
struct EciesEnvelope: Sendable {
  private static let keySize = 16
  private let keys: Secret

  /// Derives the keys; `ephemeralKey` is the point exactly as it was sent.
  init(
    _ own: PrivateKey, _ peer: PublicKey, _ context: EciesContext, ephemeralKey: [UInt8]
  ) {
    keys = Secret(count: 3 * Self.keySize) { output in
      own.withSharedSecret(with: peer) {
        X963KDF.derive(from: $0, sharedInfo: context.sharedInfo1 + ephemeralKey, into: output)
      }
    }
  }

  /// The vector for a message, from the nonce that the rules name.
  func vector(_ nonce: [UInt8]?) -> [UInt8] {
    guard let nonce else { return AESCBC.zeroIV }
    return withKey(2) { KeyDerivation.internalBytes(nonce, from: $0) }
  }

  /// Encrypts, then computes the MAC over ciphertext and `macInput`; both in Base64.
  func seal(
    _ plaintext: [UInt8], iv: [UInt8], macInput: [UInt8]
  ) throws -> (encryptedData: String, mac: String) {
    let ciphertext = try withKey(0) { key in
      try plaintext.withUnsafeBytes {
        try AESCBC.encrypt($0, key: key, iv: iv, padding: .pkcs7)
      }
    }
    return (Base64.encode(ciphertext), Base64.encode(mac(ciphertext, macInput)))
  }

  /// Checks the MAC in constant time, then decrypts; every failure is `EciesError.refused`.
  func open(
    encryptedData: String, mac: String, iv: [UInt8], macInput: [UInt8]
  ) throws(EciesError) -> Secret {
    guard let ciphertext = Base64.decode(encryptedData), let mac = Base64.decode(mac),
      ConstantTime.equal(mac, self.mac(ciphertext, macInput)),
      let plaintext = try? withKey(
        0, { try AESCBC.decrypt(ciphertext, key: $0, iv: iv, padding: .pkcs7) })
    else { throw .refused }
    return plaintext
  }

  private func mac(_ ciphertext: [UInt8], _ macInput: [UInt8]) -> [UInt8] {
    let data = ciphertext + macInput
    return withKey(1) { key in
      [UInt8](unsafeUninitializedCapacity: HMACSHA256.byteCount) { buffer, count in
        data.withUnsafeBytes {
          HMACSHA256.code(of: $0, key: key, into: UnsafeMutableRawBufferPointer(buffer))
        }
        count = HMACSHA256.byteCount
      }
    }
  }

  private func withKey<Result>(
    _ index: Int, _ body: (UnsafeRawBufferPointer) throws -> Result
  ) rethrows -> Result {
    try keys.withUnsafeBytes { keys in
      let start = index * Self.keySize
      return try body(UnsafeRawBufferPointer(rebasing: keys[start..<(start + Self.keySize)]))
    }
  }
}
