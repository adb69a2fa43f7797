import FoundationEssentials

/// How a sandbox is set up.
public struct SandboxConfiguration: Sendable {
  /// On the loopback address; 0 takes a free one.
  public var port: Int
  /// Keeps everything, keys and passwords included; nil keeps it in memory.
  public var dataFile: String?
  /// Serves TLS with keys and certificates that are kept in this directory; nil serves plain HTTP.
  public var tlsDirectory: String?
  /// Of the Cloud API; nil takes what the data file remembers, else makes one up.
  public var apiUser: String?
  /// Of the Cloud API; nil takes what the data file remembers, else makes one up.
  public var apiPassword: String?
  /// What happens by itself once its user's device is active; nil for nothing.
  public var scenario: Scenario?
  public var faults: SandboxFaults
  /// The wall clock, which faults may shift.
  public var now: @Sendable () -> Date

  public init(
    port: Int = 0, dataFile: String? = nil, apiUser: String? = nil, apiPassword: String? = nil,
    tlsDirectory: String? = nil, scenario: Scenario? = nil,
    faults: SandboxFaults = SandboxFaults(),
    now: @escaping @Sendable () -> Date = { Date() }
  ) {
    self.port = port
    self.dataFile = dataFile
    self.apiUser = apiUser
    self.apiPassword = apiPassword
    self.tlsDirectory = tlsDirectory
    self.scenario = scenario
    self.faults = faults
    self.now = now
  }
}
