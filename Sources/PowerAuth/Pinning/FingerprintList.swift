import FoundationEssentials
import PowerAuthCrypto
import TokenModel

/// The published list of certificate fingerprints, read and believed (15.2, 15.3).
public struct FingerprintList: Sendable, Equatable {
  /// Entries that are looked at; far more than any bank has servers.
  public static let mostEntries = 1_000

  public let entries: [PinEntry]
  /// Only from an answer that is signed as a whole.
  public let domains: PinDomains?
  /// The publisher's time in seconds since 1970; only from an answer that is signed as a whole.
  public let timestamp: Int64?

  /// Why a list is not believed.
  public enum Fault: Error, Equatable, Sendable { case invalidData, invalidSignature }

  /// A list whose entries are signed one by one.
  ///
  /// What has expired at `now` (seconds since 1970) is skipped unseen; one wrong signature among the
  /// rest condemns the list. Nothing but the entries is signed, so nothing else is read: not even
  /// their depth.
  public init(
    signedEntries body: [UInt8], by verifier: FingerprintVerifier, now: Int64
  ) throws(Fault) {
    var entries: [PinEntry] = []
    for member in try Self.members(body) {
      let (entry, text) = try Self.entry(member, readsDepth: false)
      guard entry.expires > now else { continue }
      guard let signature = member["signature"]?.string else { throw .invalidData }
      let signed = FingerprintSignature.entryText(
        name: entry.name, fingerprint: text, expires: entry.expires)
      guard verifier.isValid(signature, for: signed) else { throw .invalidSignature }
      entries.append(entry)
    }
    self.entries = entries
    domains = nil
    timestamp = nil
  }

  /// An answer to `challenge`, signed as a whole by `signature` (the header's value, Base64).
  public init(
    answer body: [UInt8], challenge: String, signature: String?, by verifier: FingerprintVerifier
  ) throws(Fault) {
    let text = FingerprintSignature.answerText(challenge: challenge, body: body)
    guard let signature, verifier.isValid(signature, for: text) else { throw .invalidSignature }
    entries = try Self.members(body).map { member throws(Fault) in
      try Self.entry(member, readsDepth: true).entry
    }
    let document = try? JSONValue(parsing: body)
    domains = document?["domainsConfig"].map(PinDomains.init(document:))
    timestamp = document?["timestamp"]?.int
  }

  /// A list that is trusted because of where it lies: signatures are not looked at.
  public init(unsigned body: [UInt8]) throws(Fault) {
    entries = try Self.members(body).map { member throws(Fault) in
      try Self.entry(member, readsDepth: true).entry
    }
    domains = nil
    timestamp = nil
  }

  private static func members(_ body: [UInt8]) throws(Fault) -> [JSONValue] {
    guard let members = (try? JSONValue(parsing: body))?["fingerprints"]?.array,
      members.count <= mostEntries
    else { throw .invalidData }
    return members
  }

  /// The entry, and its fingerprint as it was written.
  private static func entry(
    _ member: JSONValue, readsDepth: Bool
  ) throws(Fault) -> (entry: PinEntry, text: String) {
    guard let name = member["name"]?.string, !name.isEmpty,
      let text = member["fingerprint"]?.string, let fingerprint = Base64.decode(text),
      fingerprint.count == SHA256.byteCount, let expires = seconds(member["expires"])
    else { throw .invalidData }
    let depth = readsDepth ? member["depth"]?.int ?? 0 : 0
    guard (0...100).contains(depth) else { throw .invalidData }
    return (
      PinEntry(name: name, fingerprint: fingerprint, expires: expires, depth: Int(depth)), text
    )
  }

  /// A fraction is cut off: nothing is trusted for longer than it says.
  private static func seconds(_ value: JSONValue?) -> Int64? {
    guard let decimal = value?.decimal else { return nil }
    return Int64(decimal.description.prefix { $0 != "." })
  }
}

extension PinDomains {
  /// What is absent is pinned.
  fileprivate init(document: JSONValue) {
    let pairs = (document["domains"]?.array ?? []).compactMap { domain -> (String, Bool)? in
      domain["name"]?.string.map { ($0, domain["sslPinningRequired"]?.bool ?? true) }
    }
    self.init(
      isRequiredForUnlisted: document["sslPinningRequiredForUnlisted"]?.bool ?? true,
      isRequired: Dictionary(pairs) { $0 || $1 })
  }
}
