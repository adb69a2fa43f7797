import GRDB

/// The tables; times are milliseconds since 1970, keys are bytes.
enum SandboxSchema {
  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1") { database in
      try createApplication(database)
      try createRegistration(database)
      try createOperation(database)
      try createKeys(database)
    }
    return migrator
  }

  private static func createApplication(_ database: Database) throws {
    try database.create(table: "application") { table in
      table.primaryKey("id", .integer)
      table.column("applicationKey", .text).notNull()
      table.column("applicationSecret", .text).notNull()
      table.column("masterKey", .blob).notNull()
      table.column("apiUser", .text).notNull()
      table.column("apiPassword", .text).notNull()
    }
  }

  private static func createRegistration(_ database: Database) throws {
    try database.create(table: "registration") { table in
      table.primaryKey("id", .text)
      table.column("userID", .text).notNull().indexed()
      table.column("applicationID", .text).notNull()
      table.column("activationCode", .text).notNull().indexed()
      table.column("otpDigest", .blob)
      table.column("commitPhase", .text).notNull()
      table.column("createdAt", .integer).notNull()
      table.column("expiresAt", .integer).notNull()
      table.column("state", .text).notNull()
      table.column("blockedReason", .text)
      table.column("failedAttempts", .integer).notNull()
      table.column("usedAt", .integer).notNull()
      table.column("commitsAt", .integer)
      table.column("name", .text)
      table.column("platform", .text)
      table.column("deviceInfo", .text)
      table.column("devicePublicKey", .blob)
      table.column("serverKey", .blob)
      table.column("counterData", .blob)
      table.column("counterByte", .integer)
    }
  }

  private static func createOperation(_ database: Database) throws {
    try database.create(table: "operation") { table in
      table.primaryKey("id", .text)
      table.column("userID", .text).notNull().indexed()
      table.column("template", .text).notNull()
      table.column("type", .text).notNull()
      table.column("data", .text).notNull()
      table.column("parameters", .text).notNull()
      table.column("additionalData", .text).notNull()
      table.column("signatureTypes", .text).notNull()
      table.column("riskFlags", .text).notNull()
      table.column("status", .text).notNull()
      table.column("statusReason", .text)
      table.column("failures", .integer).notNull()
      table.column("maxFailures", .integer).notNull()
      table.column("createdAt", .integer).notNull()
      table.column("expiresAt", .integer).notNull()
      table.column("finalizedAt", .integer)
    }
  }

  private static func createKeys(_ database: Database) throws {
    try database.create(table: "token") { table in
      table.primaryKey("id", .text)
      table.column("registrationID", .text).notNull().indexed()
      table.column("secret", .blob).notNull()
      table.column("factors", .text).notNull()
    }
    try database.create(table: "temporaryKey") { table in
      table.primaryKey("id", .text)
      table.column("registrationID", .text)
      table.column("privateKey", .blob).notNull()
      table.column("expiresAt", .integer).notNull().indexed()
    }
    try database.create(table: "usedValue") { table in
      table.primaryKey("value", .text)
      table.column("expiresAt", .integer).notNull().indexed()
    }
  }
}
