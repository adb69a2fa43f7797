import GRDB
import TokenModel

/// A message of the bank to a user.
struct StoredMessage: Sendable {
  let id: String
  let userID: String
  let kind: Kind
  private(set) var subject: String
  private(set) var summary: String
  private(set) var body: String
  let createdAt: Milliseconds
  var isRead = false
  /// The operation whose link, code and number fill the places in the body; no bank does that.
  var operationID: String?
  /// `subject`, `summary` and `body` in other languages.
  var translations = Translations()

  init(
    id: String, userID: String, kind: Kind, subject: String, summary: String, body: String,
    createdAt: Milliseconds
  ) {
    (self.id, self.userID, self.kind) = (id, userID, kind)
    (self.subject, self.summary, self.body) = (subject, summary, body)
    self.createdAt = createdAt
  }

  /// As a reader of `language` gets it.
  func translated(to language: String) -> StoredMessage {
    let texts = translations[language]
    var message = self
    message.subject = texts["subject"] ?? subject
    message.summary = texts["summary"] ?? summary
    message.body = texts["body"] ?? body
    return message
  }

  /// How the body is written.
  enum Kind: String, Sendable, CaseIterable { case text, html }
}

extension StoredMessage: FetchableRecord, PersistableRecord {
  static let databaseTableName = "inboxMessage"

  init(row: Row) throws {
    id = row["id"]
    userID = row["userID"]
    kind = try row.choice("kind")
    subject = row["subject"]
    summary = row["summary"]
    body = row["body"]
    createdAt = row["createdAt"]
    isRead = row["isRead"]
    operationID = row["operationID"]
    translations = try row.translations()
  }

  func encode(to container: inout PersistenceContainer) {
    container["id"] = id
    container["userID"] = userID
    container["kind"] = kind.rawValue
    container["subject"] = subject
    container["summary"] = summary
    container["body"] = body
    container["createdAt"] = createdAt
    container["isRead"] = isRead
    container["operationID"] = operationID
    container.setJSON(translations.json, "translations")
  }
}

extension Ledger {
  /// A message of that user; nil for every other one.
  func message(_ id: String, ofUser userID: String) throws -> StoredMessage? {
    try StoredMessage.filter(Column("id") == id).filter(Column("userID") == userID)
      .fetchOne(database)
  }

  /// Newest first; `page` counts from 0.
  func messages(
    ofUser userID: String, page: Int, size: Int, onlyUnread: Bool
  ) throws -> [StoredMessage] {
    var request = StoredMessage.filter(Column("userID") == userID)
    if onlyUnread { request = request.filter(Column("isRead") == false) }
    return
      try request
      .order(Column("createdAt").desc, Column.rowID.desc)
      .limit(size, offset: page * size).fetchAll(database)
  }

  func unreadMessages(ofUser userID: String) throws -> Int {
    try StoredMessage.filter(Column("userID") == userID).filter(Column("isRead") == false)
      .fetchCount(database)
  }

  func markAllRead(ofUser userID: String) throws {
    try StoredMessage.filter(Column("userID") == userID)
      .updateAll(database, Column("isRead").set(to: true))
  }
}
