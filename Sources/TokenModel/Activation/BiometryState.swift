/// Which of this machine's ways could stand in for the PIN, and which one does.
public struct BiometryState: Sendable, Equatable {
  /// Name of the provider that holds the key of this activation; nil when none does.
  public let enabled: String?
  /// All that the configuration allows, the best first.
  public let providers: [Provider]

  public init(enabled: String?, providers: [Provider]) {
    self.enabled = enabled
    self.providers = providers
  }

  /// One way, such as `fingerprint` or `desktop`.
  public struct Provider: Sendable, Equatable {
    public let name: String
    /// Why it cannot be used now; nil when it can.
    public let obstacle: BiometryFault?

    public init(name: String, obstacle: BiometryFault? = nil) {
      self.name = name
      self.obstacle = obstacle
    }

    public var isAvailable: Bool { obstacle == nil }
  }
}
