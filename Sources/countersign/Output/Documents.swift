import FoundationEssentials
import TokenModel

/// The JSON documents of values; their shapes are documented in `docs/command-line.md`.
extension LocalActivation {
  var document: JSONValue {
    [
      "activationId": .string(activationID), "fingerprint": .string(fingerprint),
      "deviceName": .string(deviceName),
    ]
  }
}

extension ActivationStatus {
  var document: JSONValue {
    var members: [String: JSONValue] = [
      "state": .string(state.rawValue),
      "failedAttempts": .number(Decimal(failedAttempts)),
      "maxFailedAttempts": .number(Decimal(maxFailedAttempts)),
      "attemptsLeft": .number(Decimal(attemptsLeft)),
      "isDeadlocked": .bool(isDeadlocked),
    ]
    members["customObject"] = customObject
    return .object(members)
  }
}

extension UserOperation {
  /// The server's own members, and how long the operation is valid at `now` by the server's clock.
  func document(at now: Date) -> JSONValue {
    guard let expires else { return source }
    let seconds = RemainingTime.seconds(until: expires, now: now)
    return source.setting("expiresInSeconds", to: .number(Decimal(seconds)))
  }
}

extension JSONValue {
  /// Both objects' members in one.
  func merging(_ other: JSONValue) -> JSONValue {
    (other.object ?? [:]).reduce(self) { $0.setting($1.key, to: $1.value) }
  }
}
