import PowerAuthCrypto
import TokenModel

/// Where the key lies that encrypts the database: a file by default, a keyring or chip elsewhere.
public protocol DeviceKeyProvider: Sendable {
  /// For messages: a path or a name.
  var location: String { get }

  /// The key, 32 B; nil when there is none.
  func load() throws(StorageFault) -> Secret?

  /// Makes a key where there is none; never replaces one.
  func create() throws(StorageFault) -> Secret

  /// Wipes the key; nothing happens when there is none.
  func destroy() throws(StorageFault)
}

/// The key in a file of its own, beside the database: 32 random bytes, mode 0600.
struct FileDeviceKey: DeviceKeyProvider {
  let files: StateFiles

  var location: String { files.key }

  func load() throws(StorageFault) -> Secret? {
    guard StateFiles.exists(files.key) else { return nil }
    let file = try SmallFile(opening: files.key)
    // One byte more, so that a longer file is noticed.
    let bytes = try file.read(atMost: AESGCM.keySize + 1)
    guard bytes.count == AESGCM.keySize, !bytes.withUnsafeBytes(ConstantTime.isZero) else {
      throw .keyDoesNotFit(database: files.database, key: files.key)
    }
    return bytes
  }

  func create() throws(StorageFault) -> Secret {
    let key = SecureRandom.secret(AESGCM.keySize)
    // Complete under another name first: a crash never leaves half a key under the right one.
    let draft = files.key + ".new"
    try SmallFile.remove(draft)
    let file = try SmallFile(creating: draft)
    try file.write(key)
    try SmallFile.link(draft, as: files.key)
    try SmallFile.remove(draft)
    files.syncDirectory()
    return key
  }

  func destroy() throws(StorageFault) {
    guard StateFiles.exists(files.key) else { return }
    let file = try SmallFile(opening: files.key, forWriting: true)
    // The name goes first: a crash must not leave a key of zeros under it, to be used some day.
    try SmallFile.remove(files.key)
    files.syncDirectory()
    try file.write(Secret([UInt8](repeating: 0, count: AESGCM.keySize)))
  }
}
