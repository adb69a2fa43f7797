import TokenModel

/// The words of an activation's status.
public enum StatusWords {
  typealias Row = (label: String, value: String, style: Style)

  /// The bank's verdict, and what it means for signing.
  static func standing(_ world: World) -> [Row] {
    var rows: [Row] = []
    let (state, style) = standing(world.status)
    rows.append((say("status.at-bank"), state, style))
    if let status = world.status {
      let (left, style) = attempts(status)
      rows.append((say("status.attempts"), left, style))
      rows.append(signatures(status))
      if status.isUpgradePending {
        rows.append((say("status.protocol"), say("status.upgrade"), Style(.warning)))
      }
    }
    return rows
  }

  /// What stays the same.
  static func facts(_ world: World) -> [Row] {
    var rows: [Row] = []
    if let activation = world.activation {
      rows.append(
        (say("status.fingerprint"), DigestWords.fingerprint(activation.fingerprint), .plain))
      rows.append(
        (say("status.activation"), DisplayText(activation.activationID).singleLine, .plain))
    }
    let count = world.customObject.map { JSONTree($0).lines.count { $0.value != nil } }
    rows.append(
      (
        say("status.data"),
        count.map { say("status.values", count: $0) } ?? say("status.none"), .plain
      ))
    rows.append((say("pinning.row"), PinningText.kind(world.context.pinning), .plain))
    return rows
  }

  /// The server's word, with its sign.
  static func standing(_ status: ActivationStatus?) -> (String, Style) {
    guard let state = status?.state else { return (say("status.unknown"), Style(.muted)) }
    let (sign, style) =
      switch state {
      case .active: ("✓", Style(.success))
      case .created, .pendingCommit: ("·", Style(.warning))
      case .blocked, .removed: ("✗", Style(.danger, .bold))
      }
    return ("\(sign) \(word(state))", style)
  }

  /// How an activation stands at the bank, in a word or a few.
  public static func word(_ state: ActivationState) -> String {
    switch state {
    case .active: say("status.active")
    case .created, .pendingCommit: say("status.waiting")
    case .blocked: say("status.blocked")
    case .removed: say("status.removed")
    }
  }

  static func attempts(_ status: ActivationStatus) -> (String, Style) {
    guard status.state == .active else { return (say("status.no-attempts"), Style(.muted)) }
    let left = status.attemptsLeft
    return (
      say("status.left", count: left, ["most": String(status.maxFailedAttempts)]),
      left < status.maxFailedAttempts ? Style(.warning) : .plain
    )
  }

  private static func signatures(_ status: ActivationStatus) -> Row {
    status.isDeadlocked
      ? (say("status.signatures"), say("status.out-of-step"), Style(.danger, .bold))
      : (say("status.signatures"), say("status.in-step"), .plain)
  }

  private static var upgradePending: FailureWords {
    FailureWords(
      say("status.old-protocol"),
      say("status.old-protocol-means"),
      say("status.old-protocol-next"))
  }

  /// What the rows mean where something is wrong.
  static func explanations(_ world: World) -> [FailureWords] {
    guard let status = world.status else { return [] }
    var words: [FailureWords] = []
    if status.isDeadlocked { words.append(FailureWords(.deadlocked(server: status.state))) }
    if status.isUpgradePending { words.append(upgradePending) }
    return words
  }
}
