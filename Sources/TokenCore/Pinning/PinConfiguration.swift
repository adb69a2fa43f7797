import PowerAuth
import TokenModel

/// What a profile pins; one without a list and without fingerprints pins nothing.
public struct PinConfiguration: Sendable, Equatable {
  /// SHA-256 of certificates in DER, 32 B each, for every name.
  public let certificates: [[UInt8]]
  /// SHA-256 of public keys (SubjectPublicKeyInfo), 32 B each, for every name.
  public let publicKeys: [[UInt8]]
  /// Where a signed list comes from; nil without one.
  public let service: PinService?

  public init(
    certificates: [[UInt8]] = [], publicKeys: [[UInt8]] = [], service: PinService? = nil
  ) {
    self.certificates = certificates
    self.publicKeys = publicKeys
    self.service = service
  }

  /// Whether and how the connections are pinned.
  public var kind: PinningKind {
    let count = certificates.count + publicKeys.count
    guard let service else { return count == 0 ? .off : .fixed(count) }
    return count == 0
      ? .list(isChallenged: service.isChallenged)
      : .fixedAndList(count, isChallenged: service.isChallenged)
  }
}

/// The published list of certificates: where it is and who signs it (section 15.5).
public struct PinService: Sendable, Equatable {
  /// The whole address, query included.
  public let url: String
  /// The key that signs the list.
  public let verifier: FingerprintVerifier
  /// Whether the answer is signed as a whole over a challenge; else each entry is.
  public let isChallenged: Bool
  /// The only common names that are accepted; nil accepts those that the list has.
  public let names: [String]?
  /// Trusted beside what was fetched, until they expire.
  public let fallback: [PinEntry]

  public init(
    url: String, verifier: FingerprintVerifier, isChallenged: Bool, names: [String]? = nil,
    fallback: [PinEntry] = []
  ) {
    self.url = url
    self.verifier = verifier
    self.isChallenged = isChallenged
    self.names = names
    self.fallback = fallback
  }

  /// Tells what was fetched under another key, or another rule, from what belongs to this one.
  var identifier: [UInt8] { verifier.identifier + [isChallenged ? 1 : 0] }
}
