import GRDB
import PowerAuth
import PowerAuthCrypto
import TokenModel

/// A recovery code with its PUKs, of one activation or on a postcard.
struct StoredRecoveryCode: Sendable {
  /// 23 characters.
  let code: String
  let userID: String
  /// Nil for a postcard, which belongs to the user alone.
  let registrationID: String?
  let createdAt: Milliseconds
  var status: Status
  var failedAttempts = 0
  /// In the order in which they are to be used.
  var puks: [PUK]

  enum Status: String, Sendable {
    /// Not confirmed yet: it recovers nothing.
    case created = "CREATED"
    case active = "ACTIVE"
    case blocked = "BLOCKED"
    case revoked = "REVOKED"
  }

  /// One PUK; its digits are known to the user only.
  struct PUK: Sendable {
    /// SHA-256 of code and digits.
    let digest: [UInt8]
    var status = Status.valid

    enum Status: String, Sendable {
      case valid = "VALID"
      case used = "USED"
      case invalid = "INVALID"
    }
  }

  /// Position of the PUK that comes next, from 0; nil when none is left.
  var nextPUK: Int? { puks.firstIndex { $0.status == .valid } }

  /// Whether `digits` are the PUK that comes next.
  func isNext(_ digits: String) -> Bool {
    guard let nextPUK else { return false }
    return ConstantTime.equal(puks[nextPUK].digest, Self.digest(of: digits, code: code))
  }

  /// Ends the code and the PUKs that are left; one that is revoked already stays as it is.
  mutating func revoke() {
    status = .revoked
    for index in puks.indices where puks[index].status == .valid { puks[index].status = .invalid }
  }

  private static func digest(of puk: String, code: String) -> [UInt8] {
    SHA256.hash(Array((code + puk).utf8))
  }
}

extension StoredRecoveryCode {
  /// A new code with `count` PUKs, whose digits are given out here only.
  static func make(
    userID: String, registrationID: String?, status: Status, count: Int, at now: Milliseconds
  ) throws -> (record: StoredRecoveryCode, puks: [String]) {
    guard let code = ActivationCode(random: SecureRandom.bytes(10)) else { throw Refusal.generic }
    let puks = (0..<count).map { _ in randomPUK() }
    let record = StoredRecoveryCode(
      code: code.text, userID: userID, registrationID: registrationID, createdAt: now,
      status: status, puks: puks.map { PUK(digest: digest(of: $0, code: code.text)) })
    return (record, puks)
  }

  /// Ten digits.
  private static func randomPUK() -> String {
    var generator = SystemRandomNumberGenerator()
    return (0..<10).map { _ in String(Int.random(in: 0...9, using: &generator)) }.joined()
  }
}

extension StoredRecoveryCode: FetchableRecord, PersistableRecord {
  static let databaseTableName = "recoveryCode"

  init(row: Row) throws {
    code = row["code"]
    userID = row["userID"]
    registrationID = row["registrationID"]
    createdAt = row["createdAt"]
    status = try row.choice("status")
    failedAttempts = row["failedAttempts"]
    puks = try (row.json("puks").array ?? []).map { json in
      guard let digest = (json["digest"]?.string).flatMap(Base64.decode),
        let status = (json["status"]?.string).flatMap(PUK.Status.init)
      else { throw UnreadableColumn(name: "puks") }
      return PUK(digest: digest, status: status)
    }
  }

  func encode(to container: inout PersistenceContainer) {
    container["code"] = code
    container["userID"] = userID
    container["registrationID"] = registrationID
    container["createdAt"] = createdAt
    container["status"] = status.rawValue
    container["failedAttempts"] = failedAttempts
    let list = puks.map { puk in
      JSONValue.object([
        "digest": .string(Base64.encode(puk.digest)), "status": .string(puk.status.rawValue),
      ])
    }
    container.setJSON(.array(list), "puks")
  }
}
