/// A profile of the configuration as the list of profiles shows it.
public struct ProfileEntry: Sendable, Equatable {
  /// By which `--profile` knows it.
  public let name: String
  /// What the configuration calls the bank.
  public let bank: String?
  /// Base address of the server; nil when the configuration of the profile is wrong.
  public let server: String?
  /// What this device knows of the activation; nil when there is none.
  public let activation: LocalActivation?
  /// Why the profile cannot be used, in words; nil when it can.
  public let problem: String?

  public init(
    name: String, bank: String? = nil, server: String?, activation: LocalActivation? = nil,
    problem: String? = nil
  ) {
    self.name = name
    self.bank = bank
    self.server = server
    self.activation = activation
    self.problem = problem
  }
}
