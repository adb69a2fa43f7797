/// The ways into an activation that a bank offers beside the code.
public struct ActivationVariants: Equatable, Sendable {
  /// The fields of the bank's own credentials; empty where it has none.
  public let fields: [Field]
  /// Whether a recovery code with a PUK may stand in for a lost device.
  public let hasRecovery: Bool
  /// What the sign-in with a browser is called; nil where there is none.
  public let signIn: String?

  public init(fields: [Field] = [], hasRecovery: Bool = false, signIn: String? = nil) {
    self.fields = fields
    self.hasRecovery = hasRecovery
    self.signIn = signIn
  }

  /// One credential that the bank asks for.
  public struct Field: Equatable, Sendable {
    /// By which the server knows it.
    public let name: String
    /// What the form calls it.
    public let label: String
    /// Typed without being seen.
    public let isSecret: Bool
    public let isRequired: Bool

    public init(name: String, label: String, isSecret: Bool = false, isRequired: Bool = true) {
      self.name = name
      self.label = label
      self.isSecret = isSecret
      self.isRequired = isRequired
    }
  }
}
