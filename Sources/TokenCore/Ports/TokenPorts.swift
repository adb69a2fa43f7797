/// What the token needs from outside: the way to the server, the place to remember, the time, and
/// whatever recognises the person.
public struct TokenPorts: Sendable {
  public let transport: any Transport
  public let store: any ActivationStore
  public let clock: TokenClock
  /// What may stand in for the PIN, the best first.
  public let biometry: [any BiometryProvider]

  public init(
    transport: any Transport, store: any ActivationStore, clock: TokenClock = .system,
    biometry: [any BiometryProvider] = []
  ) {
    self.transport = transport
    self.store = store
    self.clock = clock
    self.biometry = biometry
  }
}
