import GRDB
import PowerAuth
import PowerAuthCrypto
import TokenModel

/// A user's device, from its activation code to the end of its life.
struct Registration: Sendable {
  let id: String
  let userID: String
  let applicationID: String
  let activationCode: String
  /// SHA-256 of the one-time password that the key exchange must bring; nil when there is none.
  let otpDigest: [UInt8]?
  let commitPhase: CommitPhase
  let createdAt: Milliseconds
  /// Code and commit are good until then.
  let expiresAt: Milliseconds
  var state = ActivationState.created
  var blockedReason: String?
  var failedAttempts = 0
  var usedAt: Milliseconds
  /// When a demonstration commits by itself.
  var commitsAt: Milliseconds?
  /// Nil until the key exchange.
  var device: RegisteredDevice?

  /// What moves a registration from PENDING_COMMIT to ACTIVE.
  enum CommitPhase: String, Sendable {
    /// A call of the Cloud API.
    case onCommit = "ON_COMMIT"
    /// The key exchange itself.
    case onKeyExchange = "ON_KEY_EXCHANGE"
    /// A moment after the key exchange; for demonstrations only, not part of the API.
    case afterDelay = "AFTER_DELAY"
  }
}

/// What the key exchange left on the server.
struct RegisteredDevice: Sendable {
  let name: String?
  let platform: String
  let info: String?
  let publicKey: PublicKey
  let serverKey: PrivateKey
  var counter: SignatureCounter

  func keys() throws -> DerivedKeys { try DerivedKeys(serverKey, publicKey) }
}

extension Registration: FetchableRecord, PersistableRecord {
  static let databaseTableName = "registration"

  init(row: Row) throws {
    id = row["id"]
    userID = row["userID"]
    applicationID = row["applicationID"]
    activationCode = row["activationCode"]
    otpDigest = row.bytes("otpDigest")
    commitPhase = try row.choice("commitPhase")
    createdAt = row["createdAt"]
    expiresAt = row["expiresAt"]
    state = try row.choice("state")
    blockedReason = row["blockedReason"]
    failedAttempts = row["failedAttempts"]
    usedAt = row["usedAt"]
    commitsAt = row["commitsAt"]
    device = row.bytes("serverKey") == nil ? nil : try RegisteredDevice(row)
  }

  func encode(to container: inout PersistenceContainer) {
    container["id"] = id
    container["userID"] = userID
    container["applicationID"] = applicationID
    container["activationCode"] = activationCode
    container.setBytes(otpDigest, "otpDigest")
    container["commitPhase"] = commitPhase.rawValue
    container["createdAt"] = createdAt
    container["expiresAt"] = expiresAt
    container["state"] = state.rawValue
    container["blockedReason"] = blockedReason
    container["failedAttempts"] = failedAttempts
    container["usedAt"] = usedAt
    container["commitsAt"] = commitsAt
    container["name"] = device?.name
    container["platform"] = device?.platform
    container["deviceInfo"] = device?.info
    container.setBytes(device?.publicKey.uncompressed, "devicePublicKey")
    container.setSecret(device?.serverKey.scalar, "serverKey")
    container.setBytes(device?.counter.data, "counterData")
    container["counterByte"] = device.map { Int($0.counter.byte) }
  }
}

extension RegisteredDevice {
  fileprivate init(_ row: Row) throws {
    name = row["name"]
    platform = row["platform"]
    info = row["deviceInfo"]
    publicKey = try PublicKey(row.requiredBytes("devicePublicKey"))
    serverKey = try row.privateKey("serverKey")
    let byte: Int = row["counterByte"]
    counter = try SignatureCounter(
      data: row.requiredBytes("counterData"), byte: UInt8(truncatingIfNeeded: byte))
  }
}
