/// Where an activation stands on the server (PowerAuth specification, "Activation Status").
public enum ActivationState: String, Equatable, Sendable, CaseIterable {
  case created = "CREATED"
  case pendingCommit = "PENDING_COMMIT"
  case active = "ACTIVE"
  case blocked = "BLOCKED"
  case removed = "REMOVED"
}

/// What the server says about this activation, with the verdict on the counters beside it.
public struct ActivationStatus: Equatable, Sendable {
  public let state: ActivationState
  public let failedAttempts: Int
  public let maxFailedAttempts: Int
  /// Local and server counter are too far apart to meet again: only a new activation helps.
  public let isDeadlocked: Bool
  /// Free data of the server about this activation.
  public let customObject: JSONValue?
  /// The activation still speaks protocol 2: the server has not taken part in the upgrade yet.
  public let isUpgradePending: Bool

  public init(
    state: ActivationState, failedAttempts: Int, maxFailedAttempts: Int,
    isDeadlocked: Bool = false, customObject: JSONValue? = nil, isUpgradePending: Bool = false
  ) {
    self.state = state
    self.failedAttempts = failedAttempts
    self.maxFailedAttempts = maxFailedAttempts
    self.isDeadlocked = isDeadlocked
    self.customObject = customObject
    self.isUpgradePending = isUpgradePending
  }

  /// Wrong PINs that remain before the server blocks; 0 once it has.
  public var attemptsLeft: Int {
    state == .active ? max(0, maxFailedAttempts - failedAttempts) : 0
  }
}

/// What this device knows of its activation without asking anybody.
public struct LocalActivation: Equatable, Sendable {
  /// The server's identifier, a UUID text.
  public let activationID: String
  /// Eight digits that the user compares with the bank's page.
  public let fingerprint: String
  /// The name of this device, as the server knows it.
  public let deviceName: String
  /// The factors are locked a second time, by a key from outside.
  public let usesExternalKey: Bool

  public init(
    activationID: String, fingerprint: String, deviceName: String, usesExternalKey: Bool = false
  ) {
    self.activationID = activationID
    self.fingerprint = fingerprint
    self.deviceName = deviceName
    self.usesExternalKey = usesExternalKey
  }
}
