import TokenModel

/// Looks at the certificate of each connection before anything is sent through it.
public protocol ConnectionGuard: Sendable {
  /// Throws when the connection is to be closed; `certificate` is the server's own in DER, nil
  /// without TLS.
  ///
  /// Chain and host name have been checked already; `host` is the one that was meant to be reached.
  func examine(_ certificate: [UInt8]?, of host: String) async throws(PinRefusal)
}

/// Fetches the list of certificates: a connection of its own, not pinned, used once.
public protocol PinListFetching: Sendable {
  /// Sends a GET and waits for the whole answer, at most ten seconds.
  func fetch(_ url: String, _ headers: [HeaderField]) async throws(TransportFault) -> IncomingAnswer
}

/// Where the list is remembered, encrypted as everything else of the profile.
public protocol PinListStore: Sendable {
  /// The list as it was kept; nil without one.
  func pinList() throws(StorageFault) -> [UInt8]?

  /// Keeps a list in place of the former one, in one durable step.
  func save(pinList: [UInt8]) throws(StorageFault)
}

/// What pinning needs from outside.
public struct PinPorts: Sendable {
  public let fetching: any PinListFetching
  public let store: any PinListStore
  public let clock: TokenClock

  public init(
    fetching: any PinListFetching, store: any PinListStore, clock: TokenClock = .system
  ) {
    self.fetching = fetching
    self.store = store
    self.clock = clock
  }
}
