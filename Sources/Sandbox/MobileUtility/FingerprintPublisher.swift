import FoundationEssentials
import PowerAuth
import PowerAuthCrypto
import Synchronization
import TokenModel

/// The published list of the sandbox's certificates, with all that a hostile one can have wrong.
final class FingerprintPublisher: Sendable {
  /// Seconds for which an entry is published unless told otherwise.
  static let validity: Int64 = 90 * 86_400

  /// How the list is signed.
  enum Signatures: String, CaseIterable, Sendable { case right, wrong, missing }

  struct State: Sendable {
    var entries: [PinEntry] = []
    var signatures = Signatures.right
    /// Sent as it is; nil leaves it out.
    var domains: JSONValue?
  }

  /// Nil where the sandbox runs without TLS; then the list is empty until entries are put there.
  let tls: SandboxTLS?
  let signer: FingerprintSigner
  private let state = Mutex(State())

  init(_ tls: SandboxTLS?, now: Int64) {
    self.tls = tls
    signer = tls?.signer ?? FingerprintSigner(.generate())
    publishCertificate(at: now)
  }

  var current: State { state.withLock { $0 } }

  func change(_ body: (inout State) -> Void) { state.withLock { body(&$0) } }

  /// Adds what the server shows now; a time that is not after `now` is one that has expired.
  func publishCertificate(at now: Int64) {
    guard let certificate = tls?.certificate, let name = certificate.commonName else { return }
    let entry = PinEntry(
      name: name, fingerprint: certificate.fingerprint, expires: now + Self.validity)
    change { $0.entries.append(entry) }
  }

  /// The document; `signsEntries` gives each entry a signature of its own.
  func document(at now: Int64?, signsEntries: Bool) -> JSONValue {
    let state = current
    var members: [String: JSONValue] = [
      "fingerprints": .array(
        state.entries.map { document($0, signsEntries ? state.signatures : .missing) })
    ]
    members["timestamp"] = now.map { .number(Decimal($0)) }
    members["domainsConfig"] = state.domains
    return .object(members)
  }

  /// The signature of an answer to a challenge; nil where it is to be missing.
  func signature(of body: [UInt8], challenge: String) -> String? {
    switch current.signatures {
    case .right: signer.signature(of: body, challenge: challenge)
    case .wrong: signer.signature(of: body + [0], challenge: challenge)
    case .missing: nil
    }
  }

  private func document(_ entry: PinEntry, _ signatures: Signatures) -> JSONValue {
    var members: [String: JSONValue] = [
      "name": .string(entry.name), "fingerprint": .string(Base64.encode(entry.fingerprint)),
      "expires": .number(Decimal(entry.expires)),
    ]
    if entry.depth > 0 { members["depth"] = .number(Decimal(entry.depth)) }
    switch signatures {
    case .right: members["signature"] = .string(signature(of: entry, expires: entry.expires))
    case .wrong: members["signature"] = .string(signature(of: entry, expires: 0))
    case .missing: break
    }
    return .object(members)
  }

  private func signature(of entry: PinEntry, expires: Int64) -> String {
    signer.signature(name: entry.name, fingerprint: entry.fingerprint, expires: expires)
  }
}
