import GRDB
import TokenModel

// The books of recovery and of people.

extension Ledger {
  func recoveryConfiguration() throws -> RecoveryConfiguration {
    try RecoveryConfiguration.fetchOne(database) ?? RecoveryConfiguration()
  }

  func set(_ configuration: RecoveryConfiguration) throws { try configuration.save(database) }

  func recoveryCode(_ code: String) throws -> StoredRecoveryCode? {
    try StoredRecoveryCode.fetchOne(database, key: code)
  }

  /// Oldest first.
  func recoveryCodes(ofUser userID: String) throws -> [StoredRecoveryCode] {
    try StoredRecoveryCode.filter(Column("userID") == userID)
      .order(Column("createdAt"), Column.rowID).fetchAll(database)
  }

  func recoveryCodes(ofRegistration id: String) throws -> [StoredRecoveryCode] {
    try StoredRecoveryCode.filter(Column("registrationID") == id).fetchAll(database)
  }

  func revokeRecoveryCodes(ofRegistration id: String) throws {
    for var code in try recoveryCodes(ofRegistration: id) where code.status != .revoked {
      code.revoke()
      try update(code)
    }
  }
}

extension Ledger {
  func user(_ id: String) throws -> BankUser? { try BankUser.fetchOne(database, key: id) }

  func save(_ user: BankUser) throws { try user.save(database) }
}
