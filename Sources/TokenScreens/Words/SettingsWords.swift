import TokenModel

/// The words of the settings' rows.
extension SettingsRow {
  var label: String {
    switch self {
    case .status: "Status"
    case .fingerprint: "Fingerprint"
    case .name: "Device name"
    case .detail: "At your bank"
    case .person: "About you"
    case .pin: "PIN"
    case .biometry: "Biometry"
    case .recovery: "Recovery"
    case .externalKey: "External key"
    case .tokens: "Tokens"
    case .clock: "Server time"
    case .profile: "Profile"
    case .server: "Server"
    case .version: "Protocol"
    case .removal: "Remove"
    case .localRemoval: "Remove here"
    }
  }

  /// One sentence for the help page and the palette; empty for a row that only tells.
  var help: String {
    switch self {
    case .status: "Shows how this activation stands at your bank."
    case .name: "Gives this device another name; needs the PIN."
    case .detail: "Asks what your bank remembers of this device; needs the PIN."
    case .person: "Shows what your bank knows of you."
    case .pin: "Changes the PIN."
    case .biometry: "Shows what may stand in for the PIN, adds and removes it."
    case .recovery: "Shows the recovery code, or confirms a card."
    case .tokens: "Lists the access tokens of this device."
    case .clock: "Compares this machine's clock with your bank's."
    case .removal: "Removes the activation at the bank and here; needs the PIN."
    case .localRemoval: "Removes the activation from this device only."
    case .profile: "Lists the profiles and changes to another one."
    case .fingerprint, .externalKey, .server, .version: ""
    }
  }

  /// What it shows beside its label.
  func value(_ world: World) -> (text: String, style: Style) {
    let activation = world.activation
    return switch self {
    case .status: Self.status(world)
    case .fingerprint: (DigestWords.fingerprint(activation?.fingerprint ?? ""), .plain)
    case .name: (Self.safe(activation?.deviceName ?? ""), .plain)
    case .detail: ("what it has noted", Style(.muted))
    case .person: ("what your bank knows", Style(.muted))
    case .pin: ("change", Style(.muted))
    case .biometry: BiometryWords.summary(world.biometry)
    case .recovery: ("show or confirm", Style(.muted))
    case .externalKey:
      activation?.usesExternalKey == true
        ? ("✓ in use", Style(.success)) : ("not set", Style(.muted))
    case .tokens: ("list", Style(.muted))
    case .clock: Self.clock(world.clock)
    case .profile: (Self.safe(world.context.profile), .plain)
    case .server: (Self.safe(world.context.server), .plain)
    case .version: Self.version(world)
    case .removal: ("at your bank and here", Style(.muted))
    case .localRemoval: ("this device only", Style(.muted))
    }
  }

  private static func status(_ world: World) -> (String, Style) {
    if let failure = world.statusFailure {
      return ("! " + FailureWords(failure).happened, Style(.warning))
    }
    guard let status = world.status else { return StatusWords.standing(nil) }
    if status.isDeadlocked { return ("✗ out of step", Style(.danger, .bold)) }
    let (words, style) = StatusWords.standing(status)
    guard status.state == .active else { return (words, style) }
    if status.isUpgradePending { return (words + ", upgrade pending", Style(.warning)) }
    let (left, attempts) = StatusWords.attempts(status)
    return (words + ", " + left, attempts == .plain ? style : attempts)
  }

  private static func clock(_ report: ClockReport?) -> (String, Style) {
    report.map { (ClockWords.adjustment($0), .plain) } ?? ("compare", Style(.muted))
  }

  private static func version(_ world: World) -> (String, Style) {
    let name = "PowerAuth \(safe(world.context.protocolVersion))"
    guard world.context.isSandbox else { return (name, .plain) }
    let isWide = world.area.columns >= 60
    return (
      name + (isWide ? " with a sandbox: no bank, no real money" : ", sandbox"), Style(.warning)
    )
  }

  private static func safe(_ text: String) -> String { DisplayText(text).singleLine }
}

extension ActivationStatus {
  /// The same status after a wrong PIN that left `attempts`.
  func withAttemptsLeft(_ attempts: Int) -> ActivationStatus {
    ActivationStatus(
      state: state, failedAttempts: max(0, maxFailedAttempts - attempts),
      maxFailedAttempts: maxFailedAttempts, isDeadlocked: isDeadlocked,
      customObject: customObject, isUpgradePending: isUpgradePending)
  }
}
