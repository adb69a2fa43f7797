import GRDB

/// The table of operations as it grew.
enum OperationSchema {
  /// What a program tells beside its decision.
  static func addMobileTokenData(_ database: Database) throws {
    try database.alter(table: "operation") { table in table.add(column: "mobileTokenData", .text) }
  }

  /// An operation may be nobody's, and may carry its own content. A column that must not be null can
  /// only be changed by a new table.
  static func addContent(_ database: Database) throws {
    try database.drop(index: "operation_on_userID")
    try database.rename(table: "operation", to: "formerOperation")
    try database.create(table: "operation") { table in
      table.primaryKey("id", .text)
      table.column("userID", .text).indexed()
      for name in ["template", "type", "data", "parameters", "additionalData", "signatureTypes"] {
        table.column(name, .text).notNull()
      }
      table.column("riskFlags", .text).notNull()
      table.column("status", .text).notNull()
      table.column("statusReason", .text)
      table.column("failures", .integer).notNull()
      table.column("maxFailures", .integer).notNull()
      table.column("createdAt", .integer).notNull()
      table.column("expiresAt", .integer).notNull()
      table.column("finalizedAt", .integer)
      table.column("proximitySeed", .blob)
      table.column("content", .text)
      table.column("registrationID", .text)
      table.column("activationFlag", .text)
    }
    let kept = """
      id, userID, template, type, data, parameters, additionalData, signatureTypes, riskFlags,
      status, statusReason, failures, maxFailures, createdAt, expiresAt, finalizedAt, proximitySeed
      """
    try database.execute(
      sql: "INSERT INTO operation (\(kept)) SELECT \(kept) FROM formerOperation ORDER BY rowid")
    try database.drop(table: "formerOperation")
  }
}
