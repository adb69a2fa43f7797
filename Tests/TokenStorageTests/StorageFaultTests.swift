import Foundation
import Glibc
import PowerAuthCrypto
import Testing
import TokenModel

@testable import TokenStorage

@Suite struct StorageFaultTests {
  private func filled() throws -> StateDirectory {
    let directory = try StateDirectory()
    try directory.store().insert(try makeActivation())
    return directory
  }

  @Test func `directory and files are open to their owner alone`() throws {
    let directory = try StateDirectory()
    let store = try directory.store()
    try store.insert(try makeActivation())
    guard case .acquired(let lock) = try store.trySigningLock() else {
      Issue.record("the lock was not free")
      return
    }
    lock.release()
    #expect(try directory.mode(directory.path) == 0o700)
    #expect(directory.files.contains("default.db-wal"))
    for file in directory.files {
      #expect(try directory.mode(directory.path + "/" + file) == 0o600, "\(file)")
    }
  }

  @Test(arguments: [
    ("", 0o750, "0750", "chmod 700"), ("/default.db", 0o644, "0644", "chmod 600"),
    ("/default.key", 0o640, "0640", "chmod 600"), ("/default.db", 0o700, "0700", "chmod 600"),
  ])
  func `wider permissions are refused with the command that mends them`(
    file: String, mode: Int, text: String, command: String
  ) throws {
    let directory = try filled()
    let path = directory.path + file
    let right = file.isEmpty ? 0o700 : 0o600
    try directory.chmod(path, mode)
    let fault = StorageFault.openPermissions(path: path, mode: text, mend: "\(command) '\(path)'")
    #expect(throws: fault) { try directory.store().activation() }
    #expect(throws: fault) { try directory.store().trySigningLock() }
    try directory.chmod(path, right)
    #expect(try directory.store().activation() != nil)
  }

  @Test func `a database without its key is named and never given a new one`() throws {
    let directory = try filled()
    try FileManager.default.removeItem(atPath: directory.key)
    let fault = StorageFault.keyMissing(path: directory.key)
    #expect(throws: fault) { try directory.store().localActivation() }
    #expect(throws: fault) { try directory.store().activation() }
    #expect(throws: fault) { try directory.store().prepare() }
    #expect(!FileManager.default.fileExists(atPath: directory.key))
  }

  @Test(arguments: [true, false])
  func `a key without its database is named`(isEmptied: Bool) throws {
    let directory = try filled()
    if isEmptied {
      try directory.cut(directory.database, to: 0)
    } else {
      try FileManager.default.removeItem(atPath: directory.database)
    }
    let fault = StorageFault.databaseMissing(path: directory.database, key: directory.key)
    #expect(throws: fault) { try directory.store().localActivation() }
    #expect(throws: fault) { try directory.store().prepare() }
  }

  @Test func `a crash in the middle of a removal leaves no key that anybody knows`() throws {
    let directory = try filled()
    try directory.write([UInt8](repeating: 0, count: 32), directory.key)
    let fault = StorageFault.keyDoesNotFit(database: directory.database, key: directory.key)
    #expect(throws: fault) { try directory.store().prepare() }
    let link = directory.path + "/link"
    try FileManager.default.linkItem(atPath: directory.key, toPath: link)
    #expect(try directory.store().removeActivation())
    #expect(!FileManager.default.fileExists(atPath: directory.key))
    #expect(try [UInt8](Data(contentsOf: URL(filePath: link))) == [UInt8](repeating: 0, count: 32))
  }

  @Test func `whatever single byte of the database changes, nothing traps`() throws {
    let original = try filled()
    let file = URL(filePath: original.database)
    for name in original.files where name.hasPrefix("default.db-") {
      try FileManager.default.removeItem(atPath: original.path + "/" + name)
    }
    let bytes = try [UInt8](Data(contentsOf: file))
    for offset in stride(from: 0, to: bytes.count, by: 29) {
      let copy = try original.crashed()
      try copy.write([bytes[offset] ^ 0xFF], copy.database, at: offset)
      guard let store = try? copy.store() else { continue }
      _ = try? store.localActivation()
      _ = try? store.token(named: "universal", of: "activation-1")
      guard let activation = try? store.activation() else { continue }
      #expect(activation.record.possessionKey.count == 16)
    }
  }

  @Test func `the command that mends permissions survives a quote in the path`() throws {
    let outer = try StateDirectory()
    let store = try SQLiteActivationStore(directory: outer.path + "/it's", profile: "default")
    try outer.chmod(outer.path + "/it's", 0o755)
    #expect(
      throws: StorageFault.openPermissions(
        path: outer.path + "/it's", mode: "0755", mend: "chmod 700 '\(outer.path)/it'\\''s'")
    ) { try store.activation() }
  }

  @Test(.enabled(if: geteuid() == 0, "only root can give files away"))
  func `files of another user are left alone`() throws {
    let directory = try filled()
    try #require(chown(directory.database, 65_534, 65_534) == 0)
    #expect(
      throws: StorageFault.notWritable(
        path: directory.database, reason: "it belongs to another user")
    ) { try directory.store().activation() }
  }

  @Test(arguments: [32, 31, 33, 0])
  func `a key that does not fit is named`(length: Int) throws {
    let directory = try filled()
    try directory.cut(directory.key, to: 0)
    try directory.write(SecureRandom.bytes(length), directory.key)
    let fault = StorageFault.keyDoesNotFit(database: directory.database, key: directory.key)
    #expect(throws: fault) { try directory.store().activation() }
  }

  @Test(arguments: [100, 4096, 5000])
  func `a database that was cut off is damaged`(length: Int) throws {
    let directory = try filled()
    try directory.cut(directory.database, to: length)
    #expect { try directory.store().activation() } throws: { error in
      guard case .damaged(directory.database, _) = error as? StorageFault else { return false }
      return true
    }
  }

  @Test func `a database that is none is damaged`() throws {
    let directory = try filled()
    try directory.write(Array(String(repeating: "garbage ", count: 1000).utf8), directory.database)
    #expect { try directory.store().activation() } throws: { error in
      guard case .damaged(directory.database, _) = error as? StorageFault else { return false }
      return true
    }
  }

  @Test func `a database of a newer program is left alone`() throws {
    let directory = try filled()
    // SQLite keeps the user version at offset 60 of the file.
    try directory.write([0, 0, 0, 99], directory.database, at: 60)
    let fault = StorageFault.newerSchema(path: directory.database)
    #expect(throws: fault) { try directory.store().activation() }
    #expect(throws: fault) { try directory.store().removeActivation() }
  }

  @Test func `what can never be opened again can still be removed`() throws {
    for ruin in [
      { try FileManager.default.removeItem(atPath: $0.key) },
      { try FileManager.default.removeItem(atPath: $0.database) },
      { try $0.cut($0.database, to: 100) },
      { try $0.cut($0.key, to: 3) },
    ] as [(StateDirectory) throws -> Void] {
      let directory = try filled()
      try ruin(directory)
      #expect(try directory.store().removeActivation())
      let next = try makeActivation("activation-2")
      let store = try directory.store()
      #expect(try store.activation() == nil)
      try store.insert(next)
      #expect(try directory.store().activation() == next)
    }
  }

  @Test func `a file in the place of the directory is said`() throws {
    let directory = try StateDirectory()
    try Data().write(to: URL(filePath: directory.path))
    #expect(
      throws: StorageFault.directoryMissing(
        path: directory.path, reason: "it is not a directory")
    ) { try directory.store() }
  }

  @Test func `a directory that cannot be made is said`() {
    #expect(
      throws: StorageFault.directoryMissing(
        path: "/proc/countersign", reason: "No such file or directory")
    ) { try SQLiteActivationStore(directory: "/proc/countersign", profile: "default") }
  }

  @Test(.enabled(if: geteuid() != 0, "root may write anywhere"))
  func `a read-only directory is said`() throws {
    let directory = try filled()
    try directory.chmod(directory.path, 0o500)
    defer { try? directory.chmod(directory.path, 0o700) }
    #expect(
      throws: StorageFault.notWritable(path: directory.path, reason: "Permission denied")
    ) { try directory.store() }
  }

  @Test(arguments: ["", ".hidden", "../other", "a/b"])
  func `a profile's name that names no file is refused`(profile: String) throws {
    let directory = try StateDirectory()
    #expect(throws: StorageFault.self) {
      try SQLiteActivationStore(directory: directory.path, profile: profile)
    }
  }

  @Test func `a sealed value opens only where it was sealed`() throws {
    let seal = Seal(key: SecureRandom.secret(32))
    let secret = Secret([1, 2, 3])
    let place = Seal.Place(table: "activation", row: "1", column: "counter")
    let box = try seal.close(secret, at: place)
    #expect(try seal.open(box, at: place) == secret)
    for other in [
      Seal.Place(table: "token", row: "1", column: "counter"),
      Seal.Place(table: "activation", row: "2", column: "counter"),
      Seal.Place(table: "activation", row: "1", column: "possession_key"),
    ] {
      #expect(throws: CryptoError.notAuthentic) { try seal.open(box, at: other) }
    }
  }
}
