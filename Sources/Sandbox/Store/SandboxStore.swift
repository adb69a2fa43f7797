import GRDB
import Glibc

/// The books of the bank: one database, one writer at a time.
struct SandboxStore: Sendable {
  private let queue: DatabaseQueue
  let application: SandboxApplication

  /// Opens `file`, readable by its owner only, or a new book in memory when nil.
  ///
  /// A file remembers its credentials; `user` and `password` replace them for this run.
  init(file: String?, apiUser: String? = nil, apiPassword: String? = nil) throws {
    if let file {
      Self.createPrivately(file)
      queue = try DatabaseQueue(path: file)
    } else {
      queue = try DatabaseQueue()
    }
    try SandboxSchema.migrator.migrate(queue)
    application = try queue.write { database in
      if let known = try SandboxApplication.fetchOne(database) { return known }
      let new = SandboxApplication(apiUser: apiUser, apiPassword: apiPassword)
      try new.insert(database)
      return new
    }
  }

  /// Runs `body` alone, at one moment in time; what it throws undoes what it wrote.
  func write<Value: Sendable>(
    at now: Milliseconds, _ body: @escaping @Sendable (Ledger) throws -> Value
  ) async throws -> Value {
    try await queue.write { [application] database in
      try body(Ledger(database: database, now: now, application: application))
    }
  }

  /// The file holds the bank's keys: it must not be born readable to others.
  private static func createPrivately(_ file: String) {
    let descriptor = open(file, O_CREAT | O_RDWR | O_CLOEXEC, 0o600)
    if descriptor >= 0 { close(descriptor) }
  }
}
