import PowerAuth
import TokenModel

/// What is known of the certificates of the servers: the store of section 15.5, as a value.
///
/// All times are seconds since 1970.
struct PinBook: Equatable, Sendable {
  /// A week: the list is fetched at least so often.
  static let updateInterval: Int64 = 7 * 86_400
  /// Two weeks: of a certificate that ends sooner, the successor is looked for more often.
  static let expirationThreshold: Int64 = 14 * 86_400

  /// Sorted by name, the one that lasts longest first.
  private(set) var entries: [PinEntry] = []
  private(set) var nextUpdate: Int64 = 0
  private(set) var domains: PinDomains?

  init() {}

  /// As it was kept.
  init(entries: [PinEntry], nextUpdate: Int64, domains: PinDomains?) {
    self.entries = Self.sorted(entries)
    self.nextUpdate = nextUpdate
    self.domains = domains
  }

  /// Whether nothing in it can be trusted at `now` any more.
  func isEmpty(at now: Int64) -> Bool { entries.allSatisfy { $0.expires <= now } }

  /// Takes over a list; false, and unchanged, when nothing unexpired would remain.
  ///
  /// Entries are only added: what the list does not hold any more is trusted until it expires.
  mutating func merge(_ list: FingerprintList, at now: Int64) -> Bool {
    var merged = entries.filter { $0.expires > now }
    var known = Set(merged)
    for entry in list.entries where entry.expires > now && known.insert(entry).inserted {
      merged.append(entry)
    }
    guard !merged.isEmpty else { return false }
    entries = Self.sorted(merged)
    domains = list.domains
    nextUpdate = Self.nextUpdate(after: now, of: entries)
    return true
  }

  /// A name's first entry is its newest; the nearest end of those decides.
  static func nextUpdate(after now: Int64, of sorted: [PinEntry]) -> Int64 {
    var names: Set<String> = []
    let newest = sorted.filter { names.insert($0.name).inserted }
    guard let end = newest.map(\.expires).min() else { return now }
    var pause = end - now
    if pause > 0, pause < expirationThreshold { pause /= 8 }
    return now + max(0, min(pause, updateInterval))
  }

  static func sorted(_ entries: [PinEntry]) -> [PinEntry] {
    entries.sorted { one, other in
      one.name == other.name ? one.expires > other.expires : one.name < other.name
    }
  }
}

/// What a comparison comes to.
enum PinVerdict: Equatable, Sendable {
  case trusted
  case untrusted(PinRefusal.Reason)
  /// Nothing is known of the name: the list should be asked for it.
  case empty
}

extension PinBook {
  /// Whether `certificate` is one of the list's, in the order of section 15.5.
  ///
  /// Only the server's own certificate is at hand: an entry for an issuer never matches. An exemption
  /// is for the name in it and for the host that was meant, both.
  func verdict(
    on certificate: ServerCertificate, from host: PinnedHost, of service: PinService, at now: Int64
  ) -> PinVerdict {
    // Without a name there is nothing to look up; it cannot be exempted or expected either.
    guard let name = certificate.commonName else { return .untrusted(.differs(isListed: true)) }
    if let domains, !domains.requirePinning(of: name), !domains.requirePinning(to: host) {
      return .trusted
    }
    if let names = service.names, !names.contains(name) { return .untrusted(.unexpectedName) }
    let candidates = (entries + service.fallback).filter { $0.name == name && $0.expires > now }
    let own = candidates.filter { $0.depth == 0 }
    guard !candidates.isEmpty else { return .empty }
    if own.contains(where: { $0.fingerprint == certificate.fingerprint }) { return .trusted }
    return .untrusted(own.isEmpty ? .issuersOnly : .differs(isListed: true))
  }

  /// Whether the list, or what stands in for it, asks for anything of `host` at `now`.
  func names(_ host: PinnedHost, of service: PinService, at now: Int64) -> Bool {
    let entries = (entries + service.fallback).filter { $0.expires > now }
    let names =
      entries.map(\.name) + (service.names ?? [])
      + (domains?.isRequired.filter(\.value).keys.map(\.self) ?? [])
    return names.contains(where: host.isMeant)
  }
}
