import GRDB
import TokenModel

/// An open database, with the seal that opens its columns.
struct Connection: Sendable {
  let queue: DatabaseQueue
  let seal: Seal

  /// How long to wait for another process that is writing.
  private static let busySeconds = 5.0

  /// Opens an existing file; every commit reaches the disk before it returns.
  static func queue(_ path: String) throws -> DatabaseQueue {
    var configuration = Configuration()
    configuration.busyMode = .timeout(busySeconds)
    configuration.label = "activation"
    // Not by GRDB's own setting, which writes to the file at each opening.
    configuration.prepareDatabase { db in
      try db.execute(
        sql: """
          PRAGMA journal_mode = WAL;
          PRAGMA synchronous = FULL;
          PRAGMA secure_delete = ON;
          """)
    }
    return try DatabaseQueue(path: path, configuration: configuration)
  }

  /// Runs `work` and says in our words what failed.
  static func run<Value>(
    _ files: StateFiles, _ work: () throws -> Value
  ) throws(StorageFault) -> Value {
    do {
      return try work()
    } catch {
      throw DatabaseFault.meaning(of: error, files)
    }
  }
}
