import GRDB

/// The table of messages.
enum InboxSchema {
  static func create(_ database: Database) throws {
    try database.create(table: StoredMessage.databaseTableName) { table in
      table.primaryKey("id", .text)
      table.column("userID", .text).notNull().indexed()
      table.column("kind", .text).notNull()
      table.column("subject", .text).notNull()
      table.column("summary", .text).notNull()
      table.column("body", .text).notNull()
      table.column("createdAt", .integer).notNull()
      table.column("isRead", .boolean).notNull()
    }
  }

  /// A message may be about an operation.
  static func addOperation(_ database: Database) throws {
    try database.alter(table: StoredMessage.databaseTableName) { table in
      table.add(column: "operationID", .text)
    }
  }
}
