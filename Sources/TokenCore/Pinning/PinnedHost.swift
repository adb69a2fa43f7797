import TokenModel

/// The host of a connection, as the names of a list are compared with it.
struct PinnedHost: Hashable, Sendable {
  /// In small letters, without the dot of the root.
  private let name: String

  init(_ host: String) {
    let name = host.lowercased()
    self.name = name.hasSuffix(".") ? String(name.dropLast()) : name
  }

  /// Whether `listed` is this host, or a wildcard for its first label (RFC 6125, section 6.4.3).
  func isMeant(by listed: String) -> Bool {
    let listed = listed.lowercased()
    guard listed.hasPrefix("*.") else { return listed == name }
    return name.firstIndex(of: ".").map { name[$0...] == listed.dropFirst() } ?? false
  }
}

extension PinDomains {
  /// Whether connections to `host` are to be compared: as its own name says, else its wildcard.
  ///
  /// The reference clients ask for the name in the certificate alone. Whoever has a certificate from any
  /// authority chose that name, so an exemption must hold for the host that is meant, too.
  func requirePinning(to host: PinnedHost) -> Bool {
    let meant = isRequired.filter { host.isMeant(by: $0.key) }
    let exact = meant.filter { !$0.key.hasPrefix("*.") }
    let deciding = exact.isEmpty ? meant : exact
    return deciding.isEmpty ? isRequiredForUnlisted : deciding.values.contains(true)
  }
}
