import GRDB
import TokenModel

// The books of recovery, people and sign-ins.

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

  /// The code's sign-in, which it gives out once; nil when unknown or too old.
  func takeGrant(_ code: String) throws -> SignInGrant? {
    try SignInGrant.filter(Column("expiresAt") < now).deleteAll(database)
    guard let grant = try SignInGrant.fetchOne(database, key: code) else { return nil }
    try grant.delete(database)
    return grant
  }
}
