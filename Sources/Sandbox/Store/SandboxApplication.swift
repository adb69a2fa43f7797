import GRDB
import PowerAuth
import PowerAuthCrypto
import TokenModel

/// The one application of this bank: what its clients are configured with, and the bank's own key.
struct SandboxApplication: Sendable {
  /// What the Cloud API calls it unless the caller has another name for it.
  static let defaultID = "sandbox-mobile-banking"
  private static let passwordBytes = 15

  let credentials: ApplicationCredentials
  let masterKey: PrivateKey
  let apiUser: String
  let apiPassword: String

  /// A new bank; user and password of the Cloud API are generated unless given.
  init(apiUser: String?, apiPassword: String?) {
    masterKey = .generate()
    credentials = ApplicationCredentials(
      applicationKey: SecureRandom.bytes(ApplicationCredentials.keySize),
      applicationSecret: SecureRandom.bytes(ApplicationCredentials.keySize),
      masterPublicKey: masterKey.publicKey)
    self.apiUser = apiUser ?? "sandbox-integration-user"
    self.apiPassword =
      apiPassword ?? Base64.encodeURLSafe(SecureRandom.bytes(Self.passwordBytes))
  }

  /// The code's signature, DER in Base64, by which a token knows that it comes from the bank.
  func signature(of activationCode: String) -> String {
    Base64.encode(masterKey.signature(for: Array(activationCode.utf8)))
  }
}

extension SandboxApplication: FetchableRecord, PersistableRecord {
  static let databaseTableName = "application"
  /// There is one row.
  private static let rowID = 1

  init(row: Row) throws {
    masterKey = try row.privateKey("masterKey")
    credentials = try ApplicationCredentials(
      applicationKey: row["applicationKey"], applicationSecret: row["applicationSecret"],
      masterPublicKey: Base64.encode(masterKey.publicKey.uncompressed))
    apiUser = row["apiUser"]
    apiPassword = row["apiPassword"]
  }

  func encode(to container: inout PersistenceContainer) {
    container["id"] = Self.rowID
    container["applicationKey"] = credentials.applicationKey
    container["applicationSecret"] = credentials.applicationSecret
    container.setSecret(masterKey.scalar, "masterKey")
    container["apiUser"] = apiUser
    container["apiPassword"] = apiPassword
  }
}
