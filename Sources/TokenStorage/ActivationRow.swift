import Foundation
import GRDB
import PowerAuth
import PowerAuthCrypto
import TokenCore
import TokenModel

/// The one row of an activation: public facts as they are, all the rest sealed.
enum ActivationRow {
  static func local(_ db: Database) throws -> LocalActivation? {
    try Row.fetchOne(
      db,
      sql: """
        SELECT activation_id, fingerprint, device_name, uses_external_key FROM activation
        """
    ).map {
      LocalActivation(
        activationID: try $0.stored("activation_id"), fingerprint: try $0.stored("fingerprint"),
        deviceName: try $0.stored("device_name"),
        usesExternalKey: try $0.stored("uses_external_key"))
    }
  }

  static func activation(_ db: Database, _ seal: Seal) throws -> StoredActivation? {
    guard let row = try Row.fetchOne(db, sql: "SELECT * FROM activation") else { return nil }
    guard let version = ProtocolVersion(rawValue: try row.stored("protocol_version")) else {
      throw Unreadable()
    }
    let record = ActivationRecord(
      activationID: try row.stored("activation_id"), version: version,
      serverPublicKey: try publicKey("server_public_key", row),
      devicePublicKey: try publicKey("device_public_key", row),
      possessionKey: try possessionKey(row, seal),
      transportKey: try key("transport_key", row, seal),
      knowledge: try knowledge(row, seal),
      biometry: try optional("biometry_key", row, seal).map(BiometryWrap.init(wrappedKey:)),
      wrappedDevicePrivateKey: try bytes("device_private_key", row, seal),
      counter: try counter(row, seal),
      generation: try generation(row, seal),
      usesExternalKey: try row.stored("uses_external_key"),
      externalKeyCheck: try optional("external_key_check", row, seal),
      wrappedRecovery: try optional("recovery", row, seal))
    return StoredActivation(
      record: record, deviceName: try row.stored("device_name"),
      biometryProvider: try row.stored("biometry_provider"),
      unseenCodes: try row.stored("unseen_codes"))
  }

  static func insert(_ activation: StoredActivation, _ db: Database, _ seal: Seal) throws {
    let values = try values(activation, seal)
    let columns = values.keys.sorted()
    try db.execute(
      sql: """
        INSERT INTO activation (\(columns.joined(separator: ", ")))
        VALUES (\(columns.map { ":" + $0 }.joined(separator: ", ")))
        """, arguments: StatementArguments(values))
  }

  /// Writes every column anew.
  static func replace(_ activation: StoredActivation, _ db: Database, _ seal: Seal) throws {
    let values = try values(activation, seal)
    let columns = values.keys.sorted().map { "\($0) = :\($0)" }.joined(separator: ", ")
    try db.execute(sql: "UPDATE activation SET \(columns)", arguments: StatementArguments(values))
  }

  private static func values(
    _ activation: StoredActivation, _ seal: Seal
  ) throws -> [String: (any DatabaseValueConvertible)?] {
    let record = activation.record
    func sealed(_ bytes: [UInt8], _ column: String) throws -> Data {
      try seal.close(Secret(bytes), at: place(column))
    }
    var values: [String: (any DatabaseValueConvertible)?] = [
      "id": 1, "activation_id": record.activationID,
      "protocol_version": record.version.rawValue, "device_name": activation.deviceName,
      "fingerprint": record.fingerprint,
      "server_public_key": Data(record.serverPublicKey.compressed),
      "device_public_key": Data(record.devicePublicKey.compressed),
      "knowledge_iterations": record.knowledge.iterations,
      "knowledge_hash": record.knowledge.hash.rawValue,
      "transport_key": try seal.close(record.transportKey, at: place("transport_key")),
      "knowledge_key": try sealed(record.knowledge.wrappedKey, "knowledge_key"),
      "knowledge_salt": try sealed(record.knowledge.salt, "knowledge_salt"),
      "biometry_key": try record.biometry.map { try sealed($0.wrappedKey, "biometry_key") },
      "biometry_provider": activation.biometryProvider,
      "device_private_key": try sealed(record.wrappedDevicePrivateKey, "device_private_key"),
      "counter": try sealedCounter(record.counter, seal),
      "generation": record.generation.name,
      "legacy_counter": try record.generation.legacyCounter.map {
        try sealed($0, "legacy_counter")
      },
      "uses_external_key": record.usesExternalKey,
      "external_key_check": try record.externalKeyCheck.map {
        try sealed($0, "external_key_check")
      },
      "unseen_codes": activation.unseenCodes,
      "recovery": try record.wrappedRecovery.map { try sealed($0, "recovery") },
    ]
    values["possession_key"] = try seal.close(
      record.possessionKey, at: possessionPlace(BoundColumns.activation.context(values)))
    return values
  }

  /// Binds what older versions of the program left unbound.
  static func bind(_ db: Database, _ seal: Seal) throws {
    guard let row = try Row.fetchOne(db, sql: "SELECT * FROM activation") else { return }
    let key = try seal.open(row.stored("possession_key"), at: place("possession_key"))
    try db.execute(
      sql: "UPDATE activation SET possession_key = ?",
      arguments: [try seal.close(key, at: possessionPlace(BoundColumns.activation.context(row)))])
  }

  private static func possessionPlace(_ bound: [UInt8]) -> Seal.Place {
    var place = place("possession_key")
    place.bound = bound
    return place
  }

  /// A device key that opens the transport key is the right one: then the open columns were changed.
  private static func possessionKey(_ row: Row, _ seal: Seal) throws -> Secret {
    _ = try key("transport_key", row, seal)
    do {
      let place = possessionPlace(try BoundColumns.activation.context(row))
      let key = try seal.open(row.stored("possession_key"), at: place)
      guard key.count == KeyDerivation.keySize else { throw Unreadable() }
      return key
    } catch CryptoError.notAuthentic {
      throw Unreadable()
    }
  }

  /// False when the counter does not stand at `old`, or belongs to another activation.
  static func moveCounter(
    of activationID: String, from old: SignatureCounter, to new: SignatureCounter,
    isForCode: Bool, _ db: Database, _ seal: Seal
  ) throws -> Bool {
    let row = try Row.fetchOne(
      db, sql: "SELECT counter FROM activation WHERE activation_id = ?",
      arguments: [activationID])
    guard let row, try counter(row, seal) == old else { return false }
    try db.execute(
      sql: "UPDATE activation SET counter = ?, unseen_codes = unseen_codes + ?",
      arguments: [try sealedCounter(new, seal), isForCode ? 1 : 0])
    return true
  }

  private static func place(_ column: String) -> Seal.Place {
    Seal.Place(table: "activation", row: "1", column: column)
  }

  private static func bytes(_ column: String, _ row: Row, _ seal: Seal) throws -> [UInt8] {
    try seal.open(row.stored(column), at: place(column)).withUnsafeBytes { Array($0) }
  }

  private static func optional(
    _ column: String, _ row: Row, _ seal: Seal
  ) throws -> [UInt8]? {
    try row.stored(column, as: Data?.self) == nil ? nil : bytes(column, row, seal)
  }

  private static func generation(_ row: Row, _ seal: Seal) throws -> ActivationGeneration {
    guard
      let generation = ActivationGeneration(
        name: try row.stored("generation"),
        legacyCounter: try optional("legacy_counter", row, seal))
    else { throw Unreadable() }
    return generation
  }

  private static func key(_ column: String, _ row: Row, _ seal: Seal) throws -> Secret {
    let key = try seal.open(row.stored(column), at: place(column))
    guard key.count == KeyDerivation.keySize else { throw Unreadable() }
    return key
  }

  private static func publicKey(_ column: String, _ row: Row) throws -> PublicKey {
    try PublicKey(Array(try row.stored(column, as: Data.self)))
  }

  /// Checked as far as that is possible without a PIN, so that none is spent on what cannot work.
  private static func knowledge(_ row: Row, _ seal: Seal) throws -> KnowledgeWrap {
    guard let hash = PBKDF2.Hash(rawValue: try row.stored("knowledge_hash")) else {
      throw Unreadable()
    }
    let wrap = KnowledgeWrap(
      wrappedKey: try bytes("knowledge_key", row, seal),
      salt: try bytes("knowledge_salt", row, seal),
      iterations: try row.stored("knowledge_iterations"), hash: hash)
    guard wrap.wrappedKey.count == FactorKeyWrap.size, wrap.salt.count == KnowledgeWrap.saltSize,
      (PBKDF2.minimumIterations...mostIterations).contains(wrap.iterations)
    else { throw Unreadable() }
    return wrap
  }

  /// More rounds than anybody waits for.
  private static let mostIterations = 10_000_000

  /// The 16 B of the chain and the byte behind them.
  private static func counter(_ row: Row, _ seal: Seal) throws -> SignatureCounter {
    let bytes = try bytes("counter", row, seal)
    guard bytes.count == SignatureCounter.size + 1 else { throw Unreadable() }
    return try SignatureCounter(data: Array(bytes.dropLast()), byte: bytes[SignatureCounter.size])
  }

  private static func sealedCounter(_ counter: SignatureCounter, _ seal: Seal) throws -> Data {
    try seal.close(Secret(counter.data + [counter.byte]), at: place("counter"))
  }
}
