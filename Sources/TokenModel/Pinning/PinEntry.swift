/// A certificate that a server may show until the entry expires (Mobile Token API, section 15).
public struct PinEntry: Hashable, Sendable {
  /// The common name of the server's own certificate, compared letter by letter.
  public let name: String
  /// SHA-256 of the certificate in DER, 32 B.
  public let fingerprint: [UInt8]
  /// In seconds since 1970.
  public let expires: Int64
  /// Which certificate of the chain is meant: 0 is the server's own, 1 its issuer.
  public let depth: Int

  public init(name: String, fingerprint: [UInt8], expires: Int64, depth: Int = 0) {
    self.name = name
    self.fingerprint = fingerprint
    self.expires = expires
    self.depth = depth
  }
}

/// For which names the list asks for no pinning at all; believed only where all of it is signed.
public struct PinDomains: Hashable, Sendable {
  /// Whether names that are not listed here are pinned.
  public let isRequiredForUnlisted: Bool
  /// By name, whether it is pinned.
  public let isRequired: [String: Bool]

  public init(isRequiredForUnlisted: Bool, isRequired: [String: Bool] = [:]) {
    self.isRequiredForUnlisted = isRequiredForUnlisted
    self.isRequired = isRequired
  }

  /// Whether the certificate of `name` is to be compared.
  public func requirePinning(of name: String) -> Bool { isRequired[name] ?? isRequiredForUnlisted }
}
