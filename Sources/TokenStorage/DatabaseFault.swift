import GRDB
import PowerAuthCrypto
import TokenModel

/// What the errors of SQLite and of the seal mean for the user.
enum DatabaseFault {
  static func meaning(of error: any Error, _ files: StateFiles) -> StorageFault {
    switch error {
    case let fault as StorageFault: fault
    case let error as DatabaseError: meaning(of: error, files.database)
    case CryptoError.notAuthentic: .keyDoesNotFit(database: files.database, key: files.key)
    default: .damaged(path: files.database, reason: "a stored value is not what it must be")
    }
  }

  private static func meaning(of error: DatabaseError, _ path: String) -> StorageFault {
    // SQLite's own sentence only: it names no value.
    let reason = error.message ?? error.resultCode.description
    switch error.extendedResultCode {
    case .SQLITE_FULL, .SQLITE_IOERR_SHMSIZE: return .full(path: path)
    default: break
    }
    switch error.resultCode {
    case .SQLITE_FULL: return .full(path: path)
    case .SQLITE_READONLY, .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_AUTH, .SQLITE_BUSY,
      .SQLITE_LOCKED:
      return .notWritable(path: path, reason: reason)
    default: return .damaged(path: path, reason: reason)
    }
  }
}
