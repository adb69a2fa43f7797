import GRDB
import PowerAuth
import PowerAuthCrypto
import TokenModel

/// A token that a device uses instead of signatures.
struct StoredToken: Sendable {
  let token: AccessToken
  let registrationID: String
  /// The factors by whose signature it was made.
  let factors: Factors
}

extension StoredToken: FetchableRecord, PersistableRecord {
  static let databaseTableName = "token"

  init(row: Row) throws {
    token = AccessToken(id: row["id"], secret: Secret(try row.requiredBytes("secret")))
    registrationID = row["registrationID"]
    factors = try row.choice("factors")
  }

  func encode(to container: inout PersistenceContainer) {
    container["id"] = token.id
    container["registrationID"] = registrationID
    container.setSecret(token.secret, "secret")
    container["factors"] = factors.rawValue
  }
}

/// A short-lived key for encryption (3.3).
struct TemporaryKeyPair: Sendable {
  let id: String
  /// Nil in application scope.
  let registrationID: String?
  let privateKey: PrivateKey
  let expiresAt: Milliseconds
}

extension TemporaryKeyPair: FetchableRecord, PersistableRecord {
  static let databaseTableName = "temporaryKey"

  init(row: Row) throws {
    id = row["id"]
    registrationID = row["registrationID"]
    privateKey = try row.privateKey("privateKey")
    expiresAt = row["expiresAt"]
  }

  func encode(to container: inout PersistenceContainer) {
    container["id"] = id
    container["registrationID"] = registrationID
    container.setSecret(privateKey.scalar, "privateKey")
    container["expiresAt"] = expiresAt
  }
}

/// Something that may come only once, until it would be refused for its age.
struct UsedValue: Sendable, FetchableRecord, PersistableRecord {
  static let databaseTableName = "usedValue"

  let value: String
  let expiresAt: Milliseconds

  init(value: String, expiresAt: Milliseconds) {
    self.value = value
    self.expiresAt = expiresAt
  }

  init(row: Row) {
    value = row["value"]
    expiresAt = row["expiresAt"]
  }

  func encode(to container: inout PersistenceContainer) {
    container["value"] = value
    container["expiresAt"] = expiresAt
  }
}
