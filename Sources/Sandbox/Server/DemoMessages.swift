import FoundationEssentials
import Resources
import TokenModel

/// What a demonstration's user finds in the inbox.
enum DemoMessages {
  /// Between one message and the one before it.
  private static let pause: Milliseconds = .minutes(26 * 60)

  /// Writes the messages down when the user has none; the first one of the document is the newest.
  static func sendOnce(to userID: String, in ledger: Ledger) throws {
    guard try ledger.messages(ofUser: userID, page: 0, size: 1, onlyUnread: false).isEmpty else {
      return
    }
    var moment = ledger.now
    for message in try read() {
      try ledger.insert(message.sent(to: userID, at: moment))
      moment = moment - pause
    }
  }

  /// Reads the embedded document.
  static func read() throws -> [Message] {
    try (JSONValue(parsing: Array(SandboxResources.messages.utf8)).array ?? []).map { json in
      guard let subject = json["subject"]?.string, let summary = json["summary"]?.string,
        let body = json["body"]?.string
      else { throw OperationTemplates.Broken() }
      guard let translations = Translations(json["translations"] ?? [:]) else {
        throw OperationTemplates.Broken()
      }
      return Message(
        kind: json["type"]?.string == "html" ? .html : .text, subject: subject, summary: summary,
        body: body, isRead: json["read"]?.bool ?? false, translations: translations)
    }
  }

  /// One message of the document.
  struct Message: Sendable, Equatable {
    let kind: StoredMessage.Kind
    let subject: String
    let summary: String
    let body: String
    let isRead: Bool
    let translations: Translations

    fileprivate func sent(to userID: String, at moment: Milliseconds) -> StoredMessage {
      var message = StoredMessage(
        id: UUID().uuidString.lowercased(), userID: userID, kind: kind, subject: subject,
        summary: summary, body: body, createdAt: moment)
      message.isRead = isRead
      message.translations = translations
      return message
    }
  }
}
