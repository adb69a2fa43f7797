/// What the token needs from outside: the way to the server, the place to remember, the time.
public struct TokenPorts: Sendable {
  public let transport: any Transport
  public let store: any ActivationStore
  public let clock: TokenClock

  public init(
    transport: any Transport, store: any ActivationStore, clock: TokenClock = .system
  ) {
    self.transport = transport
    self.store = store
    self.clock = clock
  }
}
