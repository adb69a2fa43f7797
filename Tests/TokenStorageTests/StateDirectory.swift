import Foundation
import PowerAuth
import PowerAuthCrypto
import Testing
import TokenCore
import TokenModel
import TokenStorage

/// A directory of its own for one test, gone when the test is over.
final class StateDirectory: Sendable {
  let path: String

  init() throws {
    path = FileManager.default.temporaryDirectory.appending(path: "cs-" + UUID().uuidString).path
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func store() throws -> SQLiteActivationStore {
    try SQLiteActivationStore(directory: path, profile: "default")
  }

  var database: String { path + "/default.db" }
  var key: String { path + "/default.key" }

  func mode(_ file: String) throws -> Int {
    let attributes = try FileManager.default.attributesOfItem(atPath: file)
    return (attributes[.posixPermissions] as? NSNumber)?.intValue ?? 0
  }

  func chmod(_ file: String, _ mode: Int) throws {
    try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: file)
  }

  var files: [String] {
    (try? FileManager.default.contentsOfDirectory(atPath: path))?.sorted() ?? []
  }

  /// Whether any file but the key holds these bytes.
  func holds(_ bytes: [UInt8]) throws -> Bool {
    try files.filter { !$0.hasSuffix(".key") }.contains { name in
      try Data(contentsOf: URL(filePath: path + "/" + name)).range(of: Data(bytes)) != nil
    }
  }

  /// The files as a crash at this moment would leave them.
  func crashed() throws -> StateDirectory {
    let copy = try StateDirectory()
    try FileManager.default.copyItem(atPath: path, toPath: copy.path)
    return copy
  }

  func cut(_ file: String, to length: Int) throws {
    let handle = try FileHandle(forWritingTo: URL(filePath: file))
    try handle.truncate(atOffset: UInt64(length))
    try handle.close()
  }

  func write(_ bytes: [UInt8], _ file: String, at offset: Int = 0) throws {
    let handle = try FileHandle(forWritingTo: URL(filePath: file))
    try handle.seek(toOffset: UInt64(offset))
    try handle.write(contentsOf: Data(bytes))
    try handle.close()
  }
}

/// An activation with keys of its own.
func makeActivation(_ id: String = "activation-1") throws -> StoredActivation {
  let device = PrivateKey.generate()
  let server = PrivateKey.generate()
  let keys = try DerivedKeys(device, server.publicKey)
  return StoredActivation(
    record: ActivationRecord(
      activationID: id, version: .v3_3, serverPublicKey: server.publicKey,
      devicePublicKey: device.publicKey, possessionKey: keys.possession,
      transportKey: keys.transport,
      knowledge: try KnowledgeWrap(
        wrapping: keys.knowledge, pin: Secret(Array("2580".utf8)), iterations: 10_000),
      wrappedDevicePrivateKey: SecureRandom.bytes(48), counter: .random(),
      wrappedRecovery: SecureRandom.bytes(32)),
    deviceName: "My terminal")
}

extension Secret {
  var bytes: [UInt8] { withUnsafeBytes { Array($0) } }
}
