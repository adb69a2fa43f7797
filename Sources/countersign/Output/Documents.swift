import FoundationEssentials
import TokenCore
import TokenModel
import TokenScreens

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

extension NewActivation {
  var document: JSONValue {
    var members: [String: JSONValue] = [:]
    members["recovery"] = recovery?.document
    members["customAttributes"] = customAttributes.map(JSONValue.object)
    members["userInfo"] = userInfo?.claims
    return local.document.merging(.object(members))
  }
}

extension RecoveryCodes {
  /// In clear: for the answer of those commands only that were asked for it.
  var document: JSONValue {
    let (code, puk) = reveal()
    return ["code": .string(code), "puk": .string(puk)]
  }
}

extension BiometryState {
  var document: JSONValue {
    let providers = providers.map { provider in
      var members: [String: JSONValue] = [
        "name": .string(provider.name), "isAvailable": .bool(provider.isAvailable),
      ]
      members["obstacle"] = provider.obstacle.map {
        .string(FailureWords(.biometry($0)).happened)
      }
      return JSONValue.object(members)
    }
    return ["enabled": enabled.map(JSONValue.string) ?? .null, "providers": .array(providers)]
  }
}

extension TokenDescription {
  var document: JSONValue {
    ["name": .string(name), "tokenId": .string(id), "factors": .string(factors)]
  }
}

extension ClockReport {
  var document: JSONValue {
    [
      "adjustmentMilliseconds": .number(Decimal(adjustmentMilliseconds)),
      "roundTripMilliseconds": .number(Decimal(roundTripMilliseconds)),
    ]
  }
}

extension ProfileEntry {
  var document: JSONValue {
    var members: [String: JSONValue] = ["name": .string(name)]
    members["bank"] = bank.map(JSONValue.string)
    members["server"] = server.map(JSONValue.string)
    members["activation"] = activation?.document
    members["problem"] = problem.map(JSONValue.string)
    return .object(members)
  }
}

extension HeaderField {
  var document: JSONValue { ["name": .string(name), "value": .string(value)] }

  /// As `curl -H` takes it.
  var line: String { "\(name): \(value)" }
}

extension UserOperation {
  /// The server's own members, and how long the operation is valid at `now` by the server's clock.
  func document(at now: Date) -> JSONValue {
    guard let expires else { return source }
    let seconds = RemainingTime.seconds(until: expires, now: now)
    return source.setting("expiresInSeconds", to: .number(Decimal(seconds)))
  }
}

extension OperationList {
  /// What waits at `now`, and the server's time of the answer in the form of its other times.
  func document(at now: Date) -> JSONValue {
    var members: [String: JSONValue] = [
      "operations": .array(operations.map { $0.document(at: now) }),
      "unreadable": .number(Decimal(unreadable)),
    ]
    members["currentTimestamp"] = serverTime.map { .string(ServerDate.text($0)) }
    return .object(members)
  }
}

extension JSONValue {
  /// Both objects' members in one.
  func merging(_ other: JSONValue) -> JSONValue {
    (other.object ?? [:]).reduce(self) { $0.setting($1.key, to: $1.value) }
  }
}
