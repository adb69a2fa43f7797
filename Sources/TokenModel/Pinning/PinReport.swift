/// Which certificates are trusted, until when and for whom.
public struct PinReport: Equatable, Sendable {
  /// Sorted by name, the one that lasts longest first; what never expires stands before all.
  public let pins: [Pin]
  /// Where the list comes from; nil where there is none.
  public let service: String?
  /// When the list is fetched next, in seconds since 1970; nil where there is none.
  public let nextUpdate: Int64?
  /// Names for which the list asks for no pinning, or nil where it does not say.
  public let domains: PinDomains?

  public struct Pin: Equatable, Sendable {
    public let source: Source
    /// The common name it is for; nil for every name.
    public let name: String?
    /// SHA-256, hexadecimal.
    public let fingerprint: String
    /// In seconds since 1970; nil never expires.
    public let expires: Int64?
    public let isExpired: Bool
    /// Which certificate of the chain is meant; only 0, the server's own, can be compared here.
    public let depth: Int

    public init(
      source: Source, name: String?, fingerprint: String, expires: Int64?,
      isExpired: Bool = false, depth: Int = 0
    ) {
      self.source = source
      self.name = name
      self.fingerprint = fingerprint
      self.expires = expires
      self.isExpired = isExpired
      self.depth = depth
    }
  }

  /// Where a pin comes from.
  public enum Source: String, Equatable, Sendable, CaseIterable {
    /// Configuration: a whole certificate.
    case certificate
    /// Configuration: a public key.
    case publicKey
    /// Configuration: the list that serves until one was fetched.
    case fallback
    /// The bank's list.
    case list
  }

  public init(
    pins: [Pin] = [], service: String? = nil, nextUpdate: Int64? = nil,
    domains: PinDomains? = nil
  ) {
    self.pins = pins
    self.service = service
    self.nextUpdate = nextUpdate
    self.domains = domains
  }
}

/// Whether and how the connections of a profile are pinned, as its configuration has it.
public enum PinningKind: Equatable, Sendable {
  case off
  /// To certificates and keys that the configuration names; how many.
  case fixed(Int)
  /// By a list whose entries are signed one by one, or that is signed as a whole over a challenge.
  case list(isChallenged: Bool)
  /// By both.
  case fixedAndList(Int, isChallenged: Bool)
}
