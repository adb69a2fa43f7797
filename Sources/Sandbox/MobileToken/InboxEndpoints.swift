import PowerAuth
import TokenModel

/// `/api/inbox`: the bank's messages, all proven by the token of possession.
enum InboxEndpoints {
  private static let root = "api/inbox"

  static let routes = [
    Route("POST", "\(root)/count", count),
    Route("POST", "\(root)/message/list", list),
    Route("POST", "\(root)/message/detail", detail),
    Route("POST", "\(root)/message/read", read),
    Route("POST", "\(root)/message/read-all", readAll),
  ]

  private static func count(_ call: Call) throws -> SandboxResponse {
    let user = try caller(call)
    let count = try call.ledger.unreadMessages(ofUser: user)
    return .success(["countUnread": .number(.init(count))])
  }

  private static func list(_ call: Call) throws -> SandboxResponse {
    let user = try caller(call)
    let request = try call.json()["requestObject"]
    guard let page = request?["page"]?.int, page >= 0, page < Int64(Int32.max),
      let size = request?["size"]?.int, size > 0, size <= ServerRules.inboxPageLimit
    else { throw MobileTokenFault.invalidRequest }
    let messages = try call.ledger.messages(
      ofUser: user, page: Int(page), size: Int(size),
      onlyUnread: request?["onlyUnread"]?.bool ?? false)
    return .success(
      .array(messages.map { document($0.translated(to: call.language)) }),
      beside: ["page": .number(.init(page)), "size": .number(.init(size))])
  }

  private static func detail(_ call: Call) throws -> SandboxResponse {
    let (stored, registration) = try message(call)
    let message = stored.translated(to: call.language)
    let body = try MessageBody.filled(message, for: registration, call)
    return .success(document(message).setting("body", to: .string(body)))
  }

  private static func read(_ call: Call) throws -> SandboxResponse {
    var (message, _) = try message(call)
    message.isRead = true
    try call.ledger.update(message)
    return .success()
  }

  private static func readAll(_ call: Call) throws -> SandboxResponse {
    try call.ledger.markAllRead(ofUser: caller(call))
    return .success()
  }

  private static func caller(_ call: Call) throws -> String { try device(call).userID }

  private static func device(_ call: Call) throws -> Registration {
    guard let registration = try TokenGate.check(call) else {
      throw MobileTokenFault.authentication
    }
    return registration
  }

  private static func message(_ call: Call) throws -> (StoredMessage, Registration) {
    let registration = try device(call)
    guard let id = try call.json()["requestObject"]?["id"]?.string else {
      throw MobileTokenFault.invalidRequest
    }
    guard let message = try call.ledger.message(id, ofUser: registration.userID) else {
      throw MobileTokenFault.inboxFailed
    }
    return (message, registration)
  }

  /// As a list has it, without the body.
  private static func document(_ message: StoredMessage) -> JSONValue {
    [
      "id": .string(message.id), "type": .string(message.kind.rawValue),
      "subject": .string(message.subject), "summary": .string(message.summary),
      "read": .bool(message.isRead),
      "timestampCreated": .string(ServerDate.text(message.createdAt.date)),
    ]
  }
}
