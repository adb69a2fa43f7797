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
  /// SHA-256 of the one-time password; nil when there is none.
  let otpDigest: [UInt8]?
  /// The step that must bring the one-time password; nil when there is none.
  let passwordPhase: PasswordPhase?
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
  /// What the bank remembers of the device, sorted.
  var flags: [String] = []
  /// What the status tells the token beside the blob.
  var customObject: JSONValue?
  /// Nil until the key exchange.
  var device: RegisteredDevice?

  /// The two steps that can ask for a one-time password.
  enum PasswordPhase: String, Sendable, CaseIterable {
    case onKeyExchange = "ON_KEY_EXCHANGE"
    case onCommit = "ON_COMMIT"
  }

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
  var name: String?
  let platform: String
  let info: String?
  /// What the token sent for the bank.
  let extras: String?
  let publicKey: PublicKey
  let serverKey: PrivateKey
  var counter: DeviceCounter

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
    let phase: String? = row["passwordPhase"]
    passwordPhase = phase.flatMap(PasswordPhase.init)
    commitPhase = try row.choice("commitPhase")
    createdAt = row["createdAt"]
    expiresAt = row["expiresAt"]
    state = try row.choice("state")
    blockedReason = row["blockedReason"]
    failedAttempts = row["failedAttempts"]
    usedAt = row["usedAt"]
    commitsAt = row["commitsAt"]
    flags = try (row.json("flags").array ?? []).compactMap(\.string)
    let object: String? = row["customObject"]
    customObject = try object.map { try JSONValue(parsing: Array($0.utf8)) }
    device = row.bytes("serverKey") == nil ? nil : try RegisteredDevice(row)
  }

  func encode(to container: inout PersistenceContainer) {
    container["id"] = id
    container["userID"] = userID
    container["applicationID"] = applicationID
    container["activationCode"] = activationCode
    container.setBytes(otpDigest, "otpDigest")
    container["passwordPhase"] = passwordPhase?.rawValue
    container["commitPhase"] = commitPhase.rawValue
    container["createdAt"] = createdAt
    container["expiresAt"] = expiresAt
    container["state"] = state.rawValue
    container["blockedReason"] = blockedReason
    container["failedAttempts"] = failedAttempts
    container["usedAt"] = usedAt
    container["commitsAt"] = commitsAt
    container.setJSON(.array(flags.map(JSONValue.string)), "flags")
    container.setJSON(customObject, "customObject")
    encodeDevice(to: &container)
  }

  private func encodeDevice(to container: inout PersistenceContainer) {
    container["name"] = device?.name
    container["platform"] = device?.platform
    container["deviceInfo"] = device?.info
    container["extras"] = device?.extras
    container.setBytes(device?.publicKey.uncompressed, "devicePublicKey")
    container.setSecret(device?.serverKey.scalar, "serverKey")
    container["counterByte"] = device.map { Int($0.counter.byte) }
    switch device?.counter {
    case .hashed(let counter):
      container.setBytes(counter.data, "counterData")
      container["numericCounter"] = nil as Int64?
    case .numeric(let number, let started):
      container.setBytes(started?.data, "counterData")
      container["numericCounter"] = Int64(clamping: number)
    case nil:
      container.setBytes(nil, "counterData")
      container["numericCounter"] = nil as Int64?
    }
  }
}

extension RegisteredDevice {
  fileprivate init(_ row: Row) throws {
    name = row["name"]
    platform = row["platform"]
    info = row["deviceInfo"]
    extras = row["extras"]
    publicKey = try PublicKey(row.requiredBytes("devicePublicKey"))
    serverKey = try row.privateKey("serverKey")
    let number: Int64? = row["numericCounter"]
    if let number {
      counter = .numeric(
        UInt64(number), started: try row.bytes("counterData").map { try SignatureCounter(data: $0) }
      )
    } else {
      let byte: Int = row["counterByte"]
      counter = .hashed(
        try SignatureCounter(
          data: row.requiredBytes("counterData"), byte: UInt8(truncatingIfNeeded: byte)))
    }
  }
}
