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
