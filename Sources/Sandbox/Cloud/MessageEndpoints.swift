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
    let user = try form.required("userId")
    let operationID = try form.optional("operationId")
    if let operationID, try call.ledger.operation(operationID) == nil {
      throw CloudFault.operationNotFound
    }
    return .bare(document(try Draft(form).send(to: user, about: operationID, in: call.ledger)))
  }

  /// A message before it is sent.
  struct Draft {
    let kind: StoredMessage.Kind
    let subject: String
    let summary: String
    let body: String
    let translations: Translations
    /// Whether the push message that announces it shows nothing.
    let isSilent: Bool

    /// Throws `Refusal` with the field that breaks a rule; translations have the same ones.
    init(_ form: CloudForm) throws {
      translations = try form.translations()
      for language in translations.languages {
        _ = try MessageEndpoints.texts(form.replacing(translations[language]))
      }
      (subject, summary, body) = try MessageEndpoints.texts(form)
      kind = try form.choice("type", of: StoredMessage.Kind.allCases) ?? .text
      isSilent = try form.flag("silent") ?? false
    }

    /// Writes it down and announces it.
    @discardableResult
    func send(
      to userID: String, about operationID: String?, in ledger: Ledger
    ) throws -> StoredMessage {
      var message = StoredMessage(
        id: UUID().uuidString.lowercased(), userID: userID, kind: kind, subject: subject,
        summary: summary, body: body, createdAt: ledger.now)
      message.operationID = operationID
      message.translations = translations
      try ledger.insert(message)
      try ledger.announce(.new(message, isSilent: isSilent), toUser: userID)
      return message
    }
  }

  fileprivate static func texts(
    _ form: CloudForm
  ) throws -> (subject: String, summary: String, body: String) {
    (
      try text(form, "subject", 8...ServerRules.textLimit),
      try text(form, "summary", 8...ServerRules.textLimit),
      try text(form, "body", 8...ServerRules.messageLimit)
    )
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
    var members: [String: JSONValue] = [
      "id": .string(message.id), "userId": .string(message.userID),
      "type": .string(message.kind.rawValue), "subject": .string(message.subject),
      "summary": .string(message.summary), "body": .string(message.body),
      "read": .bool(message.isRead), "timestamp": .milliseconds(message.createdAt),
    ]
    members["translations"] = message.translations.json
    return .object(members)
  }
}
