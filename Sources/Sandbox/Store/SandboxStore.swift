import GRDB
import Glibc

/// The books of the bank: one database, one writer at a time.
struct SandboxStore: Sendable {
  private let queue: DatabaseQueue
  let application: SandboxApplication

  /// Opens `file`, readable by its owner only, or a new book in memory when nil.
  ///
  /// User and password of the Cloud API are generated for a new book unless given. Throws
  /// `SandboxFault.dataFile`.
  init(file: String?, apiUser: String? = nil, apiPassword: String? = nil) throws {
    do {
      queue = try Self.queue(file)
      try SandboxSchema.migrator.migrate(queue)
      application = try queue.write { database in
        if try BankUser.fetchCount(database) == 0 {
          for person in try DemoPeople.read() { try person.insert(database) }
        }
        if let known = try SandboxApplication.fetchOne(database) { return known }
        let new = SandboxApplication(apiUser: apiUser, apiPassword: apiPassword)
        try new.insert(database)
        return new
      }
    } catch let fault as SandboxFault {
      throw fault
    } catch {
      throw SandboxFault.dataFile(file ?? "in memory", reason: Self.reason(error))
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

  private static func queue(_ file: String?) throws -> DatabaseQueue {
    guard let file else { return try DatabaseQueue() }
    try createPrivately(file)
    return try DatabaseQueue(path: file)
  }

  private static func reason(_ error: any Error) -> String {
    (error as? DatabaseError)?.message ?? String(describing: error)
  }

  /// The file holds the bank's keys: it must not be born readable to others.
  private static func createPrivately(_ file: String) throws(SandboxFault) {
    let descriptor = open(file, O_CREAT | O_RDWR | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      throw .dataFile(file, reason: String(cString: strerror(errno)))
    }
    close(descriptor)
  }
}
