import FoundationEssentials
import TokenModel

/// `/v2/inbox/messages`: what the bank writes to a user.
enum MessageEndpoints {
  static let routes = [
    Route("POST", "v2/inbox/messages", create),
    Route("GET", "v2/inbox/messages/*", detail),
  ]

  private static func create(_ call: Call) throws -> SandboxResponse {
    let form = try CloudForm(call)
    let message = StoredMessage(
      id: UUID().uuidString.lowercased(), userID: try form.required("userId"),
      kind: try form.choice("type", of: StoredMessage.Kind.allCases) ?? .text,
      subject: try text(form, "subject", 8...ServerRules.textLimit),
      summary: try text(form, "summary", 8...ServerRules.textLimit),
      body: try text(form, "body", 8...ServerRules.messageLimit), createdAt: call.ledger.now)
    let isSilent = try form.flag("silent") ?? false
    try call.ledger.insert(message)
    try call.ledger.announce(.new(message, isSilent: isSilent), toUser: message.userID)
    return .bare(document(message))
  }

  private static func text(
    _ form: CloudForm, _ field: String, _ lengths: ClosedRange<Int>
  ) throws -> String {
    let text = try form.content(field)
    guard lengths.contains(text.unicodeScalars.count) else {
      throw CloudFault.invalid(
        field, nil, "must have \(lengths.lowerBound) to \(lengths.upperBound) characters")
    }
    return text
  }

  private static func detail(_ call: Call) throws -> SandboxResponse {
    guard let message = try StoredMessage.fetchOne(call.ledger.database, key: call.pathValues[0])
    else { throw CloudFault.messageNotFound }
    return .bare(document(message))
  }

  private static func document(_ message: StoredMessage) -> JSONValue {
    [
      "id": .string(message.id), "userId": .string(message.userID),
      "type": .string(message.kind.rawValue), "subject": .string(message.subject),
      "summary": .string(message.summary), "body": .string(message.body),
      "read": .bool(message.isRead), "timestamp": .milliseconds(message.createdAt),
    ]
  }
}
