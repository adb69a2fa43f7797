import GRDB
import PowerAuth
import Synchronization
import TokenCore
import TokenModel

/// One activation in an SQLite database, encrypted column by column under the device key.
///
/// Several processes may use it at once. Database and key come into being with the first activation;
/// afterwards one without the other is a fault, never a reason to begin anew.
public final class SQLiteActivationStore: ActivationStore {
  private let files: StateFiles
  private let deviceKey: any DeviceKeyProvider
  private let open = Mutex<Connection?>(nil)

  /// Makes the directory (0700) where it is missing; opens nothing yet.
  public convenience init(directory: String, profile: String) throws(StorageFault) {
    let files = try StateFiles(directory: directory, profile: profile)
    self.init(files: files, deviceKey: FileDeviceKey(files: files))
  }

  /// As the other, with the device key from elsewhere.
  public convenience init(
    directory: String, profile: String, deviceKey: any DeviceKeyProvider
  ) throws(StorageFault) {
    self.init(
      files: try StateFiles(directory: directory, profile: profile), deviceKey: deviceKey)
  }

  private init(files: StateFiles, deviceKey: any DeviceKeyProvider) {
    self.files = files
    self.deviceKey = deviceKey
  }

  public var location: String { files.database }

  public func localActivation() throws(StorageFault) -> LocalActivation? {
    try read { db, _ in try ActivationRow.local(db) } ?? nil
  }

  public func activation() throws(StorageFault) -> StoredActivation? {
    try read { db, seal in try ActivationRow.activation(db, seal) } ?? nil
  }

  public func token(
    named name: String, of activationID: String
  ) throws(StorageFault) -> StoredToken? {
    try read { db, seal in
      try TokenRow.token(named: name, of: activationID, db, seal)
    } ?? nil
  }

  public func tokens(of activationID: String) throws(StorageFault) -> [StoredToken] {
    try read { db, seal in try TokenRow.tokens(of: activationID, db, seal) } ?? []
  }

  public func insert(_ activation: StoredActivation) throws(StorageFault) {
    try prepare()
    _ = try write { db, seal in
      try db.execute(sql: "DELETE FROM token")
      try ActivationRow.insert(activation, db, seal)
    }
  }

  public func moveCounter(
    of activationID: String, from old: SignatureCounter, to new: SignatureCounter, isForCode: Bool
  ) throws(StorageFault) -> Bool {
    try write { db, seal in
      try ActivationRow.moveCounter(
        of: activationID, from: old, to: new, isForCode: isForCode, db, seal)
    } ?? false
  }

  public func update(
    _ activationID: String, _ change: @Sendable (inout StoredActivation) -> Void
  ) throws(StorageFault) -> StoredActivation? {
    try write { db, seal in
      guard var activation = try ActivationRow.activation(db, seal), activation.id == activationID
      else { return nil }
      change(&activation)
      try ActivationRow.replace(activation, db, seal)
      return activation
    } ?? nil
  }

  public func save(_ token: StoredToken, of activationID: String) throws(StorageFault) {
    _ = try write { db, seal in try TokenRow.save(token, of: activationID, db, seal) }
  }

  public func dropToken(id: String) throws(StorageFault) {
    _ = try write { db, _ in
      try db.execute(sql: "DELETE FROM token WHERE token_id = ?", arguments: [id])
    }
  }

  public func trySigningLock() throws(StorageFault) -> SigningLockAttempt {
    try files.checkPermissions()
    return try SigningLockFile.tryOnce(files.lock)
  }
}

// MARK: - Opening and closing

extension SQLiteActivationStore {
  public func prepare() throws(StorageFault) {
    let key = try deviceKey.load()
    open.withLock { open in
      // What was opened under a key that is no longer there is to be looked at anew.
      if let seal = open?.seal, key.map(seal.isUnder) != true { open = nil }
    }
    if let connection = try connection() {
      // Shows whether the disk takes writes at all, before a code is used up.
      return try Connection.run(files) {
        try connection.queue.write(Schema.touch)
      }
    }
    try makeDatabaseFile()
    let queue = try Connection.run(files) {
      let queue = try Connection.queue(files.database)
      try Schema.migrate(queue, path: files.database, key.map(Seal.init(key:)))
      return queue
    }
    let seal: Seal
    if let key { seal = Seal(key: key) } else { seal = Seal(key: try deviceKey.create()) }
    open.withLock { $0 = Connection(queue: queue, seal: seal) }
  }

  /// Before SQLite would, so that it is never open to others, not even for a moment.
  private func makeDatabaseFile() throws(StorageFault) {
    guard !StateFiles.exists(files.database) else { return }
    _ = try SmallFile(creating: files.database)
    files.syncDirectory()
  }

  public func removeActivation() throws(StorageFault) -> Bool {
    do throws(StorageFault) {
      let removed = try write { db, _ in
        try db.execute(sql: "DELETE FROM token")
        try PinListRow.remove(db)
        try db.execute(sql: "DELETE FROM activation")
        return db.changesCount > 0
      }
      guard removed == true else { return false }
      try checkpoint()
      try deviceKey.destroy()
      open.withLock { $0 = nil }
      return true
    } catch {
      guard error.isBeyondOpening else { throw error }
      try discard()
      return true
    }
  }

  /// Takes the deleted rows out of the log of changes, too.
  private func checkpoint() throws(StorageFault) {
    guard let connection = try connection() else { return }
    try Connection.run(files) {
      _ = try connection.queue.writeWithoutTransaction { try $0.checkpoint(.truncate) }
    }
  }

  /// What cannot be opened is thrown away as files.
  private func discard() throws(StorageFault) {
    open.withLock { $0 = nil }
    try deviceKey.destroy()
    for file in files.databaseFiles { try SmallFile.remove(file) }
    files.syncDirectory()
  }

  func read<Value>(
    _ work: (Database, Seal) throws -> Value
  ) throws(StorageFault) -> Value? {
    try perform { connection in try connection.queue.read { try work($0, connection.seal) } }
  }

  func write<Value>(
    _ work: (Database, Seal) throws -> Value
  ) throws(StorageFault) -> Value? {
    try perform { connection in try connection.queue.write { try work($0, connection.seal) } }
  }

  /// Nil while there is nothing to work on.
  private func perform<Value>(
    _ work: (Connection) throws -> Value
  ) throws(StorageFault) -> Value? {
    guard let connection = try connection() else { return nil }
    do throws(StorageFault) {
      return try Connection.run(files) { try work(connection) }
    } catch {
      guard case .keyDoesNotFit = error, let key = try deviceKey.load(),
        !connection.seal.isUnder(key)
      else { throw error }
      // Another process has removed the activation and made a new one meanwhile.
      open.withLock { $0 = nil }
    }
    guard let connection = try self.connection() else { return nil }
    return try Connection.run(files) { try work(connection) }
  }

  /// The open database; nil while there is neither database nor key, or an empty database alone.
  private func connection() throws(StorageFault) -> Connection? {
    if let connection = open.withLock({ $0 }) { return connection }
    try files.checkPermissions()
    let key = try deviceKey.load()
    guard StateFiles.hasContent(files.database) else {
      guard key == nil else {
        throw .databaseMissing(path: files.database, key: deviceKey.location)
      }
      return nil
    }
    let connection = try Connection.run(files) { try connect(key) }
    open.withLock { $0 = connection }
    return connection
  }

  private func connect(_ key: Secret?) throws -> Connection? {
    let queue = try Connection.queue(files.database)
    guard try queue.read(Schema.version) > 0 else {
      guard key == nil else {
        throw StorageFault.databaseMissing(path: files.database, key: deviceKey.location)
      }
      return nil
    }
    let seal = key.map(Seal.init(key:))
    guard try seal != nil || !queue.read(Schema.hasActivation) else {
      throw StorageFault.keyMissing(path: deviceKey.location)
    }
    try Schema.migrate(queue, path: files.database, seal)
    return seal.map { Connection(queue: queue, seal: $0) }
  }
}

extension StorageFault {
  /// What is stored can never be read again, so that removing it loses nothing.
  fileprivate var isBeyondOpening: Bool {
    switch self {
    case .keyMissing, .databaseMissing, .keyDoesNotFit, .damaged: true
    case .directoryMissing, .notWritable, .openPermissions, .newerSchema, .full: false
    }
  }
}
