import Foundation
import GRDB
import PowerAuth
import Testing
import TokenCore
import TokenModel
import TokenStorage

@Suite struct MigrationTests {
  private static let id = "c8ddd88e-6ec8-4f3e-8bb4-52a1d7e86a0c"

  private func firstVersion(withKey: Bool = true) throws -> StateDirectory {
    let directory = try StateDirectory()
    _ = try directory.store()
    try FirstVersionDatabase.write(to: directory.database)
    if withKey {
      try Data(FirstVersionDatabase.key).write(to: URL(filePath: directory.key))
      try directory.chmod(directory.key, 0o600)
    }
    return directory
  }

  @Test func `an activation of the first version is taken over whole`() throws {
    let directory = try firstVersion()
    let activation = try #require(try directory.store().activation())
    #expect(activation.local.deviceName == "Starý terminál")
    #expect(activation.local.fingerprint == "29850246")
    #expect(activation.record.fingerprint == "29850246")
    #expect(activation.record.version == .v3_2)
    #expect(activation.record.generation == .v3)
    #expect(activation.record.usesExternalKey == false)
    #expect(activation.record.biometry == nil)
    #expect(activation.record.counter.data == Array(1...16))
    #expect(activation.record.counter.byte == 200)
    #expect(activation.record.possessionKey.bytes == FirstVersionDatabase.possessionKey)
    #expect(activation.record.transportKey.bytes == FirstVersionDatabase.transportKey)
    let pin = Secret(Array("2580".utf8))
    #expect(
      try activation.record.knowledge.unwrap(pin: pin, externalKey: nil).bytes
        == FirstVersionDatabase.knowledgeKey)
  }

  @Test func `the taking over is made once, and the next process finds it done`() throws {
    let directory = try firstVersion()
    let first = try directory.store().activation()
    let again = try directory.store()
    #expect(try again.activation() == first)
    let counter = try #require(first).record.counter
    #expect(try again.moveCounter(of: Self.id, from: counter, to: counter.stepped()))
    #expect(try directory.store().activation()?.record.counter == counter.stepped())
  }

  @Test func `without its key nothing of the first version is touched`() throws {
    let directory = try firstVersion(withKey: false)
    #expect(throws: StorageFault.keyMissing(path: directory.key)) {
      try directory.store().activation()
    }
    let queue = try DatabaseQueue(path: directory.database)
    #expect(try queue.read { try Int.fetchOne($0, sql: "PRAGMA user_version") } == 1)
  }

  @Test func `a foreign key changes nothing, and the right one works afterwards`() throws {
    let directory = try firstVersion()
    try Data([UInt8](repeating: 7, count: 32)).write(to: URL(filePath: directory.key))
    #expect(
      throws: StorageFault.keyDoesNotFit(database: directory.database, key: directory.key)
    ) { try directory.store().activation() }
    try Data(FirstVersionDatabase.key).write(to: URL(filePath: directory.key))
    #expect(try directory.store().activation()?.id == Self.id)
  }

  @Test func `tokens of the first version are made anew rather than believed`() throws {
    let directory = try firstVersion()
    let store = try directory.store()
    #expect(try store.tokens(of: Self.id).isEmpty)
    let token = StoredToken(
      name: "possession_universal",
      token: AccessToken(id: "token-2", secret: Secret(Array(1...16))), factors: .possession)
    try store.save(token, of: Self.id)
    #expect(try directory.store().tokens(of: Self.id) == [token])
  }
}

@Suite struct BoundColumnTests {
  private func store(
    _ directory: StateDirectory
  ) throws -> (StoredActivation, SQLiteActivationStore) {
    let activation = try makeActivation()
    let store = try directory.store()
    try store.insert(activation)
    let token = StoredToken(
      name: "mobile", token: AccessToken(id: "token-1", secret: Secret(Array(1...16))),
      factors: .possession)
    try store.save(token, of: activation.id)
    return (activation, store)
  }

  private func change(_ directory: StateDirectory, _ sql: String) throws {
    let queue = try DatabaseQueue(path: directory.database)
    try queue.write { try $0.execute(sql: sql) }
    try queue.close()
  }

  @Test(arguments: [
    "activation_id = 'another'", "protocol_version = '3.0'", "device_name = 'x'",
    "fingerprint = '00000000'", "server_public_key = device_public_key",
    "device_public_key = server_public_key", "knowledge_iterations = 20000",
    "knowledge_hash = 'sha1'", "biometry_provider = 'x'", "generation = 'upgrading'",
    "uses_external_key = 1",
  ])
  func `an open column that somebody else changed is damage`(change sql: String) throws {
    let directory = try StateDirectory()
    _ = try store(directory)
    try change(directory, "UPDATE activation SET \(sql)")
    #expect(throws: Self.damaged(directory)) { try directory.store().activation() }
  }

  @Test(arguments: ["token_id = 'x'", "factors = 'possession_knowledge'", "name = 'x'"])
  func `a token that somebody else changed is not used`(change sql: String) throws {
    let directory = try StateDirectory()
    let (activation, _) = try store(directory)
    try change(directory, "UPDATE token SET \(sql)")
    #expect(throws: StorageFault.self) { try directory.store().tokens(of: activation.id) }
  }

  @Test func `what the program itself changes is bound anew`() throws {
    let directory = try StateDirectory()
    let (activation, store) = try store(directory)
    let changed = try store.update(activation.id) {
      $0.deviceName = "Another name"
      $0.record.generation = .upgrading
    }
    #expect(changed?.deviceName == "Another name")
    let found = try #require(try directory.store().activation())
    #expect(found.deviceName == "Another name")
    #expect(found.record.generation == .upgrading)
    #expect(found.record.possessionKey == activation.record.possessionKey)
  }

  private static func damaged(_ directory: StateDirectory) -> StorageFault {
    .damaged(path: directory.database, reason: "a stored value is not what it must be")
  }
}
