import GRDB
import PowerAuth
import PowerAuthCrypto
import TokenModel

/// What the bank knows of a person beside the devices.
struct BankUser: Sendable {
  let id: String
  /// SHA-256 of name and password, for activations by credentials; nil when the person has none.
  var passwordDigest: [UInt8]?
  /// OpenID claims.
  var claims: JSONValue

  /// Whether `password` is the person's own.
  func isPassword(_ password: String) -> Bool {
    guard let passwordDigest else { return false }
    return ConstantTime.equal(passwordDigest, Self.digest(of: password, userID: id))
  }

  mutating func setPassword(_ password: String) {
    passwordDigest = Self.digest(of: password, userID: id)
  }

  private static func digest(of password: String, userID: String) -> [UInt8] {
    SHA256.hash(Array("\(userID)\u{0}\(password)".utf8))
  }
}

extension BankUser: FetchableRecord, PersistableRecord {
  static let databaseTableName = "bankUser"

  init(row: Row) throws {
    id = row["id"]
    passwordDigest = row.bytes("passwordDigest")
    claims = try row.json("claims")
  }

  func encode(to container: inout PersistenceContainer) {
    container["id"] = id
    container.setBytes(passwordDigest, "passwordDigest")
    container.setJSON(claims, "claims")
  }
}

/// A sign-in with the sandbox's OpenID provider, waiting for its code to be redeemed.
struct SignInGrant: Sendable {
  /// The authorization code.
  let code: String
  let providerID: String
  let userID: String
  /// What the ID token would repeat; nil when the request had none.
  let nonce: String?
  /// SHA-256 of the code verifier, URL-safe Base64 (PKCE, RFC 7636, method S256).
  let codeChallenge: String?
  let expiresAt: Milliseconds
}

extension SignInGrant: FetchableRecord, PersistableRecord {
  static let databaseTableName = "signInGrant"

  init(row: Row) {
    code = row["code"]
    providerID = row["providerID"]
    userID = row["userID"]
    nonce = row["nonce"]
    codeChallenge = row["codeChallenge"]
    expiresAt = row["expiresAt"]
  }

  func encode(to container: inout PersistenceContainer) {
    container["code"] = code
    container["providerID"] = providerID
    container["userID"] = userID
    container["nonce"] = nonce
    container["codeChallenge"] = codeChallenge
    container["expiresAt"] = expiresAt
  }
}

/// Which kinds of recovery the application has.
struct RecoveryConfiguration: Sendable, Equatable {
  /// Each activation gets a code with one PUK.
  var isForActivations = false
  /// Codes may be printed on postcards.
  var isForPostcards = false
  /// A user may have several postcards at a time.
  var allowsSeveralPostcards = false
}

extension RecoveryConfiguration: FetchableRecord, PersistableRecord {
  static let databaseTableName = "recoveryConfiguration"
  /// There is one row.
  private static let rowID = 1

  init(row: Row) {
    isForActivations = row["isForActivations"]
    isForPostcards = row["isForPostcards"]
    allowsSeveralPostcards = row["allowsSeveralPostcards"]
  }

  func encode(to container: inout PersistenceContainer) {
    container["id"] = Self.rowID
    container["isForActivations"] = isForActivations
    container["isForPostcards"] = isForPostcards
    container["allowsSeveralPostcards"] = allowsSeveralPostcards
  }
}
