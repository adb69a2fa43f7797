import PowerAuthCrypto

/// The signatures of the fingerprint list: ECDSA over P-256 and SHA-256, DER in Base64 (15.3).
public enum FingerprintSignature {
  /// Carries the random challenge of a request, as Base64.
  public static let challengeHeader = "X-Cert-Pinning-Challenge"
  /// Carries the signature of an answer to a challenge.
  public static let signatureHeader = "X-Cert-Pinning-Signature"
  /// Bytes of a challenge as the reference client sends it; servers take 16 to 32.
  public static let challengeSize = 16

  /// A fresh challenge as it stands in the header.
  public static func makeChallenge() -> String { Base64.encode(SecureRandom.bytes(challengeSize)) }

  /// What the signature of one entry covers: `name&fingerprint&expires`.
  static func entryText(name: String, fingerprint: String, expires: Int64) -> [UInt8] {
    Array("\(name)&\(fingerprint)&\(expires)".utf8)
  }

  /// What the signature of an answer covers: the challenge as text, `&`, and the very bytes.
  static func answerText(challenge: String, body: [UInt8]) -> [UInt8] {
    Array(challenge.utf8) + [UInt8(ascii: "&")] + body
  }
}

/// The key that vouches for a fingerprint list.
public struct FingerprintVerifier: Sendable, Equatable {
  /// 65 B: 04 ‖ x ‖ y.
  public let publicKey: [UInt8]
  private let key: PublicKey

  /// Takes a point of 65 B, or 33 B; nil for anything else.
  public init?(publicKey: [UInt8]) {
    guard let key = try? PublicKey(publicKey) else { return nil }
    self.key = key
    self.publicKey = key.uncompressed
  }

  func isValid(_ signature: String, for text: [UInt8]) -> Bool {
    guard let signature = Base64.decode(signature) else { return false }
    return key.isValid(signature, for: text)
  }

  /// SHA-256 of the key, 32 B, to tell lists of different keys apart.
  public var identifier: [UInt8] { SHA256.hash(publicKey) }

  public static func == (one: Self, other: Self) -> Bool { one.publicKey == other.publicKey }
}

/// The publisher's side: signs what a verifier accepts.
public struct FingerprintSigner: Sendable {
  private let key: PrivateKey

  public init(_ key: PrivateKey) { self.key = key }

  /// 65 B, as the client is configured with it in Base64.
  public var publicKey: [UInt8] { key.publicKey.uncompressed }

  /// The signature of one entry, Base64.
  public func signature(name: String, fingerprint: [UInt8], expires: Int64) -> String {
    sign(
      FingerprintSignature.entryText(
        name: name, fingerprint: Base64.encode(fingerprint), expires: expires))
  }

  /// The signature of a whole answer, Base64.
  public func signature(of body: [UInt8], challenge: String) -> String {
    sign(FingerprintSignature.answerText(challenge: challenge, body: body))
  }

  private func sign(_ text: [UInt8]) -> String { Base64.encode(key.signature(for: text)) }
}
