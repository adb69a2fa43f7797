import GRDB
import TokenModel

/// `/v2/push`: which devices want push messages, and what would have been sent to them.
enum PushLogEndpoints {
  static let routes = [
    Route("GET", "v2/push/devices", devices),
    Route("GET", "v2/push/log", log),
    Route("DELETE", "v2/push/log", clear),
  ]

  private static func devices(_ call: Call) throws -> SandboxResponse {
    let devices = try call.ledger.pushDevices(ofUser: call.request.queryValue("userId"))
    return .bare(["devices": .array(devices.map(\.document))])
  }

  /// Oldest first.
  private static func log(_ call: Call) throws -> SandboxResponse {
    let entries = try call.ledger.pushLog(ofUser: call.request.queryValue("userId"))
    return .bare(["messages": .array(entries.map(\.document))])
  }

  private static func clear(_ call: Call) throws -> SandboxResponse {
    try PushLogEntry.deleteAll(call.ledger.database)
    return .success()
  }
}

extension PushDevice {
  fileprivate var document: JSONValue {
    var members: [String: JSONValue] = [
      "registrationId": .string(registrationID), "platform": .string(platform.rawValue),
      "token": .string(token), "timestampRegistered": .milliseconds(registeredAt),
    ]
    members["environment"] = environment.map { .string($0.rawValue) }
    return .object(members)
  }
}

extension PushLogEntry {
  fileprivate var document: JSONValue {
    [
      "timestamp": .milliseconds(sentAt), "userId": .string(userID),
      "registrationId": .string(registrationID), "platform": .string(platform.rawValue),
      "token": .string(token), "message": message,
    ]
  }
}
