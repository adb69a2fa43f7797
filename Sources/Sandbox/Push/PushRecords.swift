import GRDB
import TokenModel

/// Where a device wants its push messages; one place each.
struct PushDevice: Sendable {
  let registrationID: String
  let platform: PushRegistration.Platform
  let environment: PushRegistration.Environment?
  let token: String
  let registeredAt: Milliseconds
}

/// One message as a push server would have handed it to the service.
struct PushLogEntry: Sendable {
  let sentAt: Milliseconds
  let userID: String
  let registrationID: String
  let platform: PushRegistration.Platform
  let token: String
  let message: JSONValue
}

enum PushSchema {
  static func create(_ database: Database) throws {
    try database.create(table: PushDevice.databaseTableName) { table in
      table.primaryKey("registrationID", .text)
      table.column("platform", .text).notNull()
      table.column("environment", .text)
      table.column("token", .text).notNull()
      table.column("registeredAt", .integer).notNull()
    }
    try database.create(table: PushLogEntry.databaseTableName) { table in
      table.autoIncrementedPrimaryKey("id")
      table.column("sentAt", .integer).notNull()
      table.column("userID", .text).notNull().indexed()
      table.column("registrationID", .text).notNull()
      table.column("platform", .text).notNull()
      table.column("token", .text).notNull()
      table.column("message", .text).notNull()
    }
  }
}

extension PushDevice: FetchableRecord, PersistableRecord {
  static let databaseTableName = "pushDevice"

  init(row: Row) throws {
    registrationID = row["registrationID"]
    platform = try row.choice("platform")
    let environment: String? = row["environment"]
    self.environment = environment.flatMap(PushRegistration.Environment.init)
    token = row["token"]
    registeredAt = row["registeredAt"]
  }

  func encode(to container: inout PersistenceContainer) {
    container["registrationID"] = registrationID
    container["platform"] = platform.rawValue
    container["environment"] = environment?.rawValue
    container["token"] = token
    container["registeredAt"] = registeredAt
  }
}

extension PushLogEntry: FetchableRecord, PersistableRecord {
  static let databaseTableName = "pushLog"

  init(row: Row) throws {
    sentAt = row["sentAt"]
    userID = row["userID"]
    registrationID = row["registrationID"]
    platform = try row.choice("platform")
    token = row["token"]
    message = try row.json("message")
  }

  func encode(to container: inout PersistenceContainer) {
    container["sentAt"] = sentAt
    container["userID"] = userID
    container["registrationID"] = registrationID
    container["platform"] = platform.rawValue
    container["token"] = token
    container.setJSON(message, "message")
  }
}

extension Ledger {
  /// Takes the place of the device's former one; a token that moves leaves the device it was with.
  func save(_ device: PushDevice) throws {
    try PushDevice.filter(Column("token") == device.token)
      .filter(Column("platform") == device.platform.rawValue).deleteAll(database)
    try device.save(database)
  }

  /// Of that user's active devices, or of everybody's.
  func pushDevices(ofUser userID: String?) throws -> [PushDevice] {
    try PushDevice.order(Column("registeredAt"), Column.rowID).fetchAll(database).filter {
      let registration = try registration($0.registrationID)
      return registration?.state == .active
        && (userID == nil || registration?.userID == userID)
    }
  }

  /// Oldest first; of one user or all.
  func pushLog(ofUser userID: String?) throws -> [PushLogEntry] {
    var request = PushLogEntry.order(Column("id"))
    if let userID { request = request.filter(Column("userID") == userID) }
    return try request.fetchAll(database)
  }
}
