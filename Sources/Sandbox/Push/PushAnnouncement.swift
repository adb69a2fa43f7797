import TokenModel

/// What the bank tells a user's devices by push, in the forms of the services.
struct PushAnnouncement: Sendable, Equatable {
  /// The token's own members.
  let members: [String: JSONValue]
  /// What the system's notification says; nil for a silent message.
  var title: String?
  var body: String?

  static func new(_ operation: StoredOperation, title: String?, body: String?) -> Self {
    Self(
      members: [
        "messageType": "mtoken.operationInit", "operationId": .string(operation.id),
        "operationName": .string(operation.type),
      ], title: title, body: body)
  }

  static func finished(_ operation: StoredOperation) -> Self {
    Self(members: [
      "messageType": "mtoken.operationFinished", "operationId": .string(operation.id),
      "operationName": .string(operation.type),
      "mtokenOperationResult": .string(result(operation.status)),
    ])
  }

  static func new(_ message: StoredMessage, isSilent: Bool) -> Self {
    Self(
      members: ["messageType": "mtoken.inboxMessage.new", "inboxId": .string(message.id)],
      title: isSilent ? nil : message.subject, body: isSilent ? nil : message.summary)
  }

  private static func result(_ status: StoredOperation.Status) -> String {
    switch status {
    case .approved: "authentication.success"
    case .failed: "authentication.fail"
    case .expired: "operation.timeout"
    case .pending, .rejected, .canceled: "operation.canceled"
    }
  }

  /// As the service of that platform takes it.
  func message(for platform: PushRegistration.Platform) -> JSONValue {
    let notice: JSONValue? = title.map { ["title": .string($0), "body": .string(body ?? "")] }
    switch platform {
    case .apns, .ios:
      let aps: JSONValue = notice.map { ["alert": $0] } ?? ["content-available": 1]
      return .object(members.merging(["aps": aps]) { own, _ in own })
    case .fcm, .android:
      var message: [String: JSONValue] = ["data": .object(members)]
      message["notification"] = notice
      return .object(message)
    case .hms, .huawei:
      let data = String(decoding: JSONValue.object(members).bytes(), as: UTF8.self)
      var message: [String: JSONValue] = ["data": .string(data)]
      message["notification"] = notice
      return .object(message)
    }
  }
}

extension Ledger {
  /// Logs the message for each of the user's devices that wants such messages, and may see what it is
  /// about.
  func announce(
    _ announcement: PushAnnouncement, toUser userID: String?,
    about operation: StoredOperation? = nil
  ) throws {
    guard let userID else { return }
    for device in try pushDevices(ofUser: userID) {
      if let operation, let registration = try registration(device.registrationID),
        !operation.isMeant(for: registration)
      {
        continue
      }
      try insert(
        PushLogEntry(
          sentAt: now, userID: userID, registrationID: device.registrationID,
          platform: device.platform, token: device.token,
          message: announcement.message(for: device.platform)))
    }
  }

  /// Changes an operation; the end of its waiting is announced.
  func update(_ operation: StoredOperation) throws {
    let before = try StoredOperation.fetchOne(database, key: operation.id)?.status
    try operation.update(database)
    guard before == .pending, operation.status != .pending else { return }
    try announce(.finished(operation), toUser: operation.userID, about: operation)
  }
}
