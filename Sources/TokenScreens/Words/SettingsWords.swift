import TokenModel

/// The rows of the settings page.
enum SettingsWords {
  struct Row: Equatable, Sendable {
    let label: String
    let value: String
    var style = Style.plain
  }

  static func rows(_ world: World) -> [Row] {
    let context = world.context
    let activation = world.activation
    var rows = [status(world.status), attempts(world.status)]
    rows.append(
      Row(label: "Fingerprint", value: DigestWords.fingerprint(activation?.fingerprint ?? "")))
    rows.append(Row(label: "This device", value: safe(activation?.deviceName ?? "")))
    rows.append(Row(label: "Activation", value: safe(activation?.activationID ?? "")))
    rows.append(Row(label: "Profile", value: safe(context.profile)))
    rows.append(Row(label: "Server", value: safe(context.server)))
    rows.append(Row(label: "Protocol", value: "PowerAuth \(safe(context.protocolVersion))"))
    if context.isSandbox {
      rows.append(
        Row(
          label: "Sandbox", value: "No real bank, no real money.",
          style: Style(.warning)))
    }
    return rows
  }

  private static func status(_ status: ActivationStatus?) -> Row {
    guard let status else {
      return Row(label: "Status", value: "not known yet", style: Style(.muted))
    }
    if status.isDeadlocked {
      return Row(label: "Status", value: "✗ out of step", style: Style(.danger, .bold))
    }
    return switch status.state {
    case .active: Row(label: "Status", value: "✓ active", style: Style(.success))
    case .created, .pendingCommit:
      Row(label: "Status", value: "· waiting for your bank", style: Style(.warning))
    case .blocked: Row(label: "Status", value: "✗ blocked", style: Style(.danger, .bold))
    case .removed: Row(label: "Status", value: "✗ removed", style: Style(.danger, .bold))
    }
  }

  private static func attempts(_ status: ActivationStatus?) -> Row {
    guard let status, status.state == .active else {
      return Row(label: "PIN attempts", value: "not known", style: Style(.muted))
    }
    let left = status.attemptsLeft
    return Row(
      label: "PIN attempts", value: "\(left) of \(status.maxFailedAttempts) left",
      style: left < status.maxFailedAttempts ? Style(.warning) : .plain)
  }

  private static func safe(_ text: String) -> String { DisplayText(text).singleLine }
}

extension ActivationStatus {
  /// The same status after a wrong PIN that left `attempts`.
  func withAttemptsLeft(_ attempts: Int) -> ActivationStatus {
    ActivationStatus(
      state: state, failedAttempts: max(0, maxFailedAttempts - attempts),
      maxFailedAttempts: maxFailedAttempts, isDeadlocked: isDeadlocked, customObject: customObject)
  }
}
