import GRDB
import PowerAuth
import TokenModel

/// The books inside one transaction, at one moment in time.
///
/// Reading brings what is read up to date first: what has expired by now is written down as such.
struct Ledger {
  let database: Database
  let now: Milliseconds
  let application: SandboxApplication

  func insert(_ record: some PersistableRecord) throws { try record.insert(database) }

  func update(_ record: some PersistableRecord) throws { try record.update(database) }
}

// MARK: - Registrations

extension Ledger {
  func registration(_ id: String) throws -> Registration? {
    try Registration.fetchOne(database, key: id).map(upToDate)
  }

  /// The registration that waits for this code.
  func registration(activationCode: String) throws -> Registration? {
    let found = try Registration.filter(Column("activationCode") == activationCode)
      .filter(Column("state") == ActivationState.created.rawValue).fetchOne(database)
    return try found.map(upToDate)
  }

  /// Oldest first.
  func registrations(ofUser userID: String) throws -> [Registration] {
    try Registration.filter(Column("userID") == userID)
      .order(Column("createdAt"), Column.rowID).fetchAll(database).map(upToDate)
  }

  /// Makes the registration active, and the recovery codes that it was given.
  func activate(_ registration: inout Registration) throws {
    registration.state = .active
    try update(registration)
    for var code in try recoveryCodes(ofRegistration: registration.id)
    where code.status == .created {
      code.status = .active
      try update(code)
    }
  }

  /// Ends the registration and everything that hangs on it; a device that is lost may be recovered
  /// still, unless its codes are revoked, too.
  func remove(_ registration: Registration, revokesCodes: Bool) throws {
    var registration = registration
    registration.state = .removed
    try update(registration)
    if revokesCodes { try revokeRecoveryCodes(ofRegistration: registration.id) }
    try StoredToken.filter(Column("registrationID") == registration.id).deleteAll(database)
    try TemporaryKeyPair.filter(Column("registrationID") == registration.id).deleteAll(database)
  }

  private func upToDate(_ registration: Registration) throws -> Registration {
    var registration = registration
    switch registration.state {
    case .pendingCommit where registration.commitsAt.map { $0 <= now } ?? false:
      try activate(&registration)
    case .created where registration.expiresAt < now,
      .pendingCommit where registration.expiresAt < now:
      registration.state = .removed
      try update(registration)
      try revokeRecoveryCodes(ofRegistration: registration.id)
    case .created, .pendingCommit, .active, .blocked, .removed:
      break
    }
    return registration
  }
}

// MARK: - Operations

extension Ledger {
  func operation(_ id: String) throws -> StoredOperation? {
    try StoredOperation.fetchOne(database, key: id).map(upToDate)
  }

  /// What the device may decide, newest first.
  func pendingOperations(of registration: Registration) throws -> [StoredOperation] {
    try pendingOperations(ofUser: registration.userID).filter { $0.isMeant(for: registration) }
  }

  /// Newest first.
  func pendingOperations(ofUser userID: String) throws -> [StoredOperation] {
    try StoredOperation.filter(Column("userID") == userID)
      .filter(Column("status") == StoredOperation.Status.pending.rawValue)
      .filter(Column("expiresAt") > now)
      .order(Column("createdAt").desc, Column.rowID.desc)
      .limit(ServerRules.operationListLimit).fetchAll(database)
  }

  /// What `registration` may see of its user's operations, whatever became of them; newest first, as
  /// many as one answer lists.
  func operations(of registration: Registration) throws -> [StoredOperation] {
    try StoredOperation.filter(Column("userID") == registration.userID)
      .order(Column("createdAt").desc, Column.rowID.desc).fetchAll(database)
      .lazy.filter { $0.isMeant(for: registration) }.prefix(ServerRules.operationListLimit)
      .map(upToDate)
  }

  private func upToDate(_ operation: StoredOperation) throws -> StoredOperation {
    guard operation.status == .pending, operation.expiresAt <= now else { return operation }
    var operation = operation
    operation.status = .expired
    operation.finalizedAt = now
    try update(operation)
    return operation
  }
}

// MARK: - Tokens, keys and what was seen before

extension Ledger {
  func token(_ id: String) throws -> StoredToken? { try StoredToken.fetchOne(database, key: id) }

  func removeToken(_ id: String, of registrationID: String) throws {
    try StoredToken.filter(Column("id") == id)
      .filter(Column("registrationID") == registrationID).deleteAll(database)
  }

  /// Nil when unknown, too old or made for somebody else.
  func temporaryKey(_ id: String, for registrationID: String?) throws -> TemporaryKeyPair? {
    guard let pair = try TemporaryKeyPair.fetchOne(database, key: id), pair.expiresAt >= now,
      pair.registrationID == registrationID
    else { return nil }
    return pair
  }

  /// Remembers `value` until `end`; false when it was here before.
  func isFirstUse(of value: String, until end: Milliseconds) throws -> Bool {
    try UsedValue.filter(Column("expiresAt") < now).deleteAll(database)
    guard try UsedValue.fetchOne(database, key: value) == nil else { return false }
    try insert(UsedValue(value: value, expiresAt: end))
    return true
  }

  func forgetExpiredKeys() throws {
    try TemporaryKeyPair.filter(Column("expiresAt") < now).deleteAll(database)
  }
}
