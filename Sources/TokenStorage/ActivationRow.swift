import Foundation
import GRDB
import PowerAuth
import PowerAuthCrypto
import TokenCore
import TokenModel

/// The one row of an activation: public facts as they are, all the rest sealed.
enum ActivationRow {
  /// A stored value of a length or form that we never write.
  private struct Unreadable: Error {}

  static func local(_ db: Database) throws -> LocalActivation? {
    try Row.fetchOne(
      db, sql: "SELECT activation_id, fingerprint, device_name FROM activation"
    ).map {
      LocalActivation(
        activationID: $0["activation_id"], fingerprint: $0["fingerprint"],
        deviceName: $0["device_name"])
    }
  }

  static func activation(_ db: Database, _ seal: Seal) throws -> StoredActivation? {
    guard let row = try Row.fetchOne(db, sql: "SELECT * FROM activation") else { return nil }
    guard let version = ProtocolVersion(rawValue: row["protocol_version"]) else {
      throw Unreadable()
    }
    func bytes(_ column: String) throws -> [UInt8] {
      try seal.open(row[column], at: place(column)).withUnsafeBytes { Array($0) }
    }
    let record = ActivationRecord(
      activationID: row["activation_id"], version: version,
      serverPublicKey: try PublicKey(Array(row["server_public_key"] as Data)),
      devicePublicKey: try PublicKey(Array(row["device_public_key"] as Data)),
      possessionKey: try key("possession_key", row, seal),
      transportKey: try key("transport_key", row, seal),
      knowledge: KnowledgeWrap(
        wrappedKey: try bytes("knowledge_key"), salt: try bytes("knowledge_salt"),
        iterations: row["knowledge_iterations"]),
      wrappedDevicePrivateKey: try bytes("device_private_key"),
      counter: try counter(row, seal),
      wrappedRecovery: row["recovery"] == nil ? nil : try bytes("recovery"))
    return StoredActivation(record: record, deviceName: row["device_name"])
  }

  static func insert(_ activation: StoredActivation, _ db: Database, _ seal: Seal) throws {
    let record = activation.record
    func sealed(_ bytes: [UInt8], _ column: String) throws -> Data {
      try seal.close(Secret(bytes), at: place(column))
    }
    let values: [String: (any DatabaseValueConvertible)?] = [
      "id": 1, "activation_id": record.activationID,
      "protocol_version": record.version.rawValue, "device_name": activation.deviceName,
      "fingerprint": record.fingerprint,
      "server_public_key": Data(record.serverPublicKey.compressed),
      "device_public_key": Data(record.devicePublicKey.compressed),
      "knowledge_iterations": record.knowledge.iterations,
      "possession_key": try seal.close(record.possessionKey, at: place("possession_key")),
      "transport_key": try seal.close(record.transportKey, at: place("transport_key")),
      "knowledge_key": try sealed(record.knowledge.wrappedKey, "knowledge_key"),
      "knowledge_salt": try sealed(record.knowledge.salt, "knowledge_salt"),
      "device_private_key": try sealed(record.wrappedDevicePrivateKey, "device_private_key"),
      "counter": try sealedCounter(record.counter, seal),
      "recovery": try record.wrappedRecovery.map { try sealed($0, "recovery") },
    ]
    let columns = values.keys.sorted()
    try db.execute(
      sql: """
        INSERT INTO activation (\(columns.joined(separator: ", ")))
        VALUES (\(columns.map { ":" + $0 }.joined(separator: ", ")))
        """, arguments: StatementArguments(values))
  }

  /// False when the counter does not stand at `old`, or belongs to another activation.
  static func moveCounter(
    of activationID: String, from old: SignatureCounter, to new: SignatureCounter,
    _ db: Database, _ seal: Seal
  ) throws -> Bool {
    let row = try Row.fetchOne(
      db, sql: "SELECT counter FROM activation WHERE activation_id = ?",
      arguments: [activationID])
    guard let row, try counter(row, seal) == old else { return false }
    try db.execute(
      sql: "UPDATE activation SET counter = ?", arguments: [try sealedCounter(new, seal)])
    return true
  }

  private static func place(_ column: String) -> Seal.Place {
    Seal.Place(table: "activation", row: "1", column: column)
  }

  private static func key(_ column: String, _ row: Row, _ seal: Seal) throws -> Secret {
    let key = try seal.open(row[column], at: place(column))
    guard key.count == KeyDerivation.keySize else { throw Unreadable() }
    return key
  }

  /// The 16 B of the chain and the byte behind them.
  private static func counter(_ row: Row, _ seal: Seal) throws -> SignatureCounter {
    let bytes = try seal.open(row["counter"], at: place("counter")).withUnsafeBytes { Array($0) }
    guard bytes.count == SignatureCounter.size + 1 else { throw Unreadable() }
    return try SignatureCounter(data: Array(bytes.dropLast()), byte: bytes[SignatureCounter.size])
  }

  private static func sealedCounter(_ counter: SignatureCounter, _ seal: Seal) throws -> Data {
    try seal.close(Secret(counter.data + [counter.byte]), at: place("counter"))
  }
}
