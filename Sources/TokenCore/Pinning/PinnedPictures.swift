import TokenModel

/// Guards pictures, which may come from anywhere: the bank's own hosts and those that the list names
/// are compared, others have no pins to be compared with.
public struct PinnedPictures: ConnectionGuard {
  private let pinning: Pinning
  private let own: Set<PinnedHost>

  /// `hosts` are those that the bank's other connections go to.
  public init(_ pinning: Pinning, hosts: [String]) {
    self.pinning = pinning
    own = Set(hosts.map(PinnedHost.init))
  }

  public func examine(_ certificate: [UInt8]?, of host: String) async throws(PinRefusal) {
    let isOwn = own.contains(PinnedHost(host))
    guard isOwn ? true : await pinning.names(PinnedHost(host)) else { return }
    try await pinning.examine(certificate, of: host)
  }
}
