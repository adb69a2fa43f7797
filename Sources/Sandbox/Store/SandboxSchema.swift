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
    migrator.registerMigration("2") { database in
      try extendRegistration(database)
      try createRecovery(database)
      try createUsers(database)
    }
    migrator.registerMigration("proximity") { database in
      try database.alter(table: "operation") { table in table.add(column: "proximitySeed", .blob) }
    }
    migrator.registerMigration("inbox", migrate: InboxSchema.create)
    migrator.registerMigration("content", migrate: OperationSchema.addContent)
    migrator.registerMigration("push", migrate: PushSchema.create)
    migrator.registerMigration("messageOperation", migrate: InboxSchema.addOperation)
    migrator.registerMigration("mobileTokenData", migrate: OperationSchema.addMobileTokenData)
    migrator.registerMigration("translations") { database in
      for name in [StoredMessage.databaseTableName, StoredOperation.databaseTableName] {
        try database.alter(table: name) { table in table.add(column: "translations", .text) }
      }
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

  /// When a one-time password is asked for, what the bank attaches, and the counter of protocol 2.
  private static func extendRegistration(_ database: Database) throws {
    try database.alter(table: "registration") { table in
      table.add(column: "passwordPhase", .text)
      table.add(column: "extras", .text)
      table.add(column: "flags", .text).notNull().defaults(to: "[]")
      table.add(column: "customObject", .text)
      table.add(column: "numericCounter", .integer)
    }
    // Until now every password was one of the key exchange.
    try database.execute(
      sql: """
        UPDATE registration SET passwordPhase = 'ON_KEY_EXCHANGE' WHERE otpDigest IS NOT NULL
        """)
  }

  private static func createRecovery(_ database: Database) throws {
    try database.create(table: "recoveryConfiguration") { table in
      table.primaryKey("id", .integer)
      table.column("isForActivations", .boolean).notNull()
      table.column("isForPostcards", .boolean).notNull()
      table.column("allowsSeveralPostcards", .boolean).notNull()
    }
    try database.create(table: "recoveryCode") { table in
      table.primaryKey("code", .text)
      table.column("userID", .text).notNull().indexed()
      table.column("registrationID", .text).indexed()
      table.column("createdAt", .integer).notNull()
      table.column("status", .text).notNull()
      table.column("failedAttempts", .integer).notNull()
      table.column("puks", .text).notNull()
    }
  }

  private static func createUsers(_ database: Database) throws {
    try database.create(table: "bankUser") { table in
      table.primaryKey("id", .text)
      table.column("passwordDigest", .blob)
      table.column("claims", .text).notNull()
    }
    try database.create(table: "redirectAddress") { table in
      table.primaryKey("providerID", .text)
      table.column("uri", .text).notNull()
    }
    try database.create(table: "signInGrant") { table in
      table.primaryKey("code", .text)
      table.column("providerID", .text).notNull()
      table.column("userID", .text).notNull()
      table.column("nonce", .text)
      table.column("codeChallenge", .text)
      table.column("expiresAt", .integer).notNull().indexed()
    }
  }
}
