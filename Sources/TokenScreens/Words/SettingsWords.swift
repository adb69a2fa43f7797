import TokenModel

/// The words of the settings' rows.
extension SettingsRow {
  var label: String {
    switch self {
    case .status: say("settings.status")
    case .fingerprint: say("settings.fingerprint")
    case .name: say("settings.name")
    case .detail: say("settings.detail")
    case .person: say("settings.person")
    case .pin: say("settings.pin")
    case .biometry: say("settings.biometry")
    case .recovery: say("settings.recovery")
    case .externalKey: say("settings.external-key")
    case .tokens: say("settings.tokens")
    case .clock: say("settings.clock")
    case .profile: say("settings.profile")
    case .language: say("settings.language")
    case .server: say("settings.server")
    case .version: say("settings.version")
    case .removal: say("settings.removal")
    case .localRemoval: say("settings.local-removal")
    }
  }

  /// One sentence for the help page and the palette; empty for a row that only tells.
  var help: String {
    switch self {
    case .status: say("settings.status-help")
    case .name: say("settings.name-help")
    case .detail: say("settings.detail-help")
    case .person: say("settings.person-help")
    case .pin: say("settings.pin-help")
    case .biometry: say("settings.biometry-help")
    case .recovery: say("settings.recovery-help")
    case .tokens: say("settings.tokens-help")
    case .clock: say("settings.clock-help")
    case .removal: say("settings.removal-help")
    case .localRemoval: say("settings.local-removal-help")
    case .profile: say("settings.profile-help")
    case .language: say("settings.language-help")
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
    case .detail: (say("settings.detail-value"), Style(.muted))
    case .person: (say("settings.person-value"), Style(.muted))
    case .pin: (say("settings.pin-value"), Style(.muted))
    case .biometry: BiometryWords.summary(world.biometry)
    case .recovery: (say("settings.recovery-value"), Style(.muted))
    case .externalKey:
      activation?.usesExternalKey == true
        ? (say("settings.in-use"), Style(.success)) : (say("settings.not-set"), Style(.muted))
    case .tokens: (say("settings.tokens-value"), Style(.muted))
    case .clock: Self.clock(world.clock)
    case .profile: (Self.safe(world.context.profile), .plain)
    case .language: (world.language.name, .plain)
    case .server: (Self.safe(world.context.server), .plain)
    case .version: Self.version(world)
    case .removal: (say("settings.removal-value"), Style(.muted))
    case .localRemoval: (say("settings.local-removal-value"), Style(.muted))
    }
  }

  private static func status(_ world: World) -> (String, Style) {
    if let failure = world.statusFailure {
      return ("! " + FailureWords(failure).happened, Style(.warning))
    }
    guard let status = world.status else { return StatusWords.standing(nil) }
    if status.isDeadlocked { return (say("settings.out-of-step"), Style(.danger, .bold)) }
    let (words, style) = StatusWords.standing(status)
    guard status.state == .active else { return (words, style) }
    if status.isUpgradePending {
      return (say("settings.upgrade-pending", ["standing": words]), Style(.warning))
    }
    let (left, attempts) = StatusWords.attempts(status)
    return (words + ", " + left, attempts == .plain ? style : attempts)
  }

  private static func clock(_ report: ClockReport?) -> (String, Style) {
    report.map { (ClockWords.adjustment($0), .plain) } ?? (
      say("settings.clock-value"), Style(.muted)
    )
  }

  private static func version(_ world: World) -> (String, Style) {
    let version = safe(world.context.protocolVersion)
    guard world.context.isSandbox else { return ("PowerAuth " + version, .plain) }
    let isWide = world.area.columns >= 60
    return (
      isWide
        ? say("settings.sandbox", ["version": version])
        : say("settings.sandbox-short", ["version": version]), Style(.warning)
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
