import TokenModel

/// The words of an activation's status.
enum StatusWords {
  typealias Row = (label: String, value: String, style: Style)

  /// The bank's verdict, and what it means for signing.
  static func standing(_ world: World) -> [Row] {
    var rows: [Row] = []
    let (state, style) = standing(world.status)
    rows.append(("At your bank", state, style))
    if let status = world.status {
      let (left, style) = attempts(status)
      rows.append(("PIN attempts", left, style))
      rows.append(signatures(status))
      if status.isUpgradePending {
        rows.append(("Protocol", "! upgrade to 3 pending", Style(.warning)))
      }
    }
    return rows
  }

  /// What stays the same.
  static func facts(_ world: World) -> [Row] {
    var rows: [Row] = []
    if let activation = world.activation {
      rows.append(("Fingerprint", DigestWords.fingerprint(activation.fingerprint), .plain))
      rows.append(("Activation", DisplayText(activation.activationID).singleLine, .plain))
    }
    let count = world.customObject.map { JSONTree($0).lines.count { $0.value != nil } }
    rows.append(
      (
        "Bank's data",
        count.map { "\(TimeWords.counted($0, "value")); o shows them" } ?? "none", .plain
      ))
    return rows
  }

  /// The server's word, with its sign.
  static func standing(_ status: ActivationStatus?) -> (String, Style) {
    switch status?.state {
    case nil: ("not known yet", Style(.muted))
    case .active: ("✓ active", Style(.success))
    case .created, .pendingCommit: ("· waiting for your bank", Style(.warning))
    case .blocked: ("✗ blocked", Style(.danger, .bold))
    case .removed: ("✗ removed", Style(.danger, .bold))
    }
  }

  static func attempts(_ status: ActivationStatus) -> (String, Style) {
    guard status.state == .active else { return ("none while it is not active", Style(.muted)) }
    let left = status.attemptsLeft
    return (
      "\(left) of \(status.maxFailedAttempts) left",
      left < status.maxFailedAttempts ? Style(.warning) : .plain
    )
  }

  private static func signatures(_ status: ActivationStatus) -> Row {
    status.isDeadlocked
      ? ("Signatures", "✗ out of step: none will be accepted", Style(.danger, .bold))
      : ("Signatures", "in step with your bank", .plain)
  }

  private static let upgradePending = FailureWords(
    "This activation still speaks protocol 2, and is to speak version 3.",
    "It signs nothing until your bank's server has taken part. An interruption harms nothing.",
    "r asks for the status, and goes on where it stopped.")

  /// What the rows mean where something is wrong.
  static func explanations(_ world: World) -> [FailureWords] {
    guard let status = world.status else { return [] }
    var words: [FailureWords] = []
    if status.isDeadlocked { words.append(FailureWords(.deadlocked(server: status.state))) }
    if status.isUpgradePending { words.append(upgradePending) }
    return words
  }
}
