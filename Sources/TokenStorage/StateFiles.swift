import FoundationEssentials
import Glibc
import TokenModel

/// Where the files of one profile lie, and how open they may be.
struct StateFiles: Sendable {
  let directory: String
  let database: String
  let key: String
  let lock: String

  private static let directoryMode: mode_t = 0o700
  static let fileMode: mode_t = 0o600

  /// Makes the directory where it is missing; throws when nothing can be kept there.
  init(directory: String, profile: String) throws(StorageFault) {
    guard !profile.isEmpty, !profile.hasPrefix("."), !profile.contains("/") else {
      throw .directoryMissing(
        path: directory + "/" + profile, reason: "the profile's name cannot name a file")
    }
    self.directory = directory
    database = "\(directory)/\(profile).db"
    key = "\(directory)/\(profile).key"
    lock = "\(directory)/\(profile).lock"
    try makeDirectory()
    guard access(directory, W_OK | X_OK) == 0 else {
      throw .notWritable(path: directory, reason: SystemError.text())
    }
  }

  /// The database and the two files that SQLite keeps beside it.
  var databaseFiles: [String] { [database, database + "-wal", database + "-shm"] }

  /// Throws `openPermissions` when directory or files are open to anybody but their owner.
  func checkPermissions() throws(StorageFault) {
    try Self.check(directory, mode: Self.directoryMode)
    for file in databaseFiles + [key, lock] { try Self.check(file, mode: Self.fileMode) }
  }

  /// Whether the file is there and holds anything.
  static func hasContent(_ path: String) -> Bool {
    var info = stat()
    return stat(path, &info) == 0 && info.st_size > 0
  }

  static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  /// Makes names that were added to or taken from the directory durable.
  func syncDirectory() {
    let descriptor = open(directory, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }

  private func makeDirectory() throws(StorageFault) {
    var info = stat()
    if stat(directory, &info) == 0 {
      guard info.st_mode & S_IFMT == S_IFDIR else {
        throw .directoryMissing(path: directory, reason: "it is not a directory")
      }
      return
    }
    var path = directory.hasPrefix("/") ? "" : "."
    for name in directory.split(separator: "/") {
      path += "/" + name
      guard mkdir(path, Self.directoryMode) == 0 || errno == EEXIST else {
        throw .directoryMissing(path: directory, reason: SystemError.text())
      }
    }
  }

  private static func check(_ path: String, mode: mode_t) throws(StorageFault) {
    var info = stat()
    guard stat(path, &info) == 0 else { return }
    guard info.st_uid == geteuid() else {
      throw .notWritable(path: path, reason: "it belongs to another user")
    }
    let actual = info.st_mode & 0o777
    guard actual & ~mode != 0 else { return }
    let quoted = path.split(separator: "'", omittingEmptySubsequences: false)
      .joined(separator: "'\\''")
    throw .openPermissions(
      path: path, mode: "0" + String(actual, radix: 8),
      mend: "chmod \(String(mode, radix: 8)) '\(quoted)'")
  }
}

/// What the system says about the last call that failed.
enum SystemError {
  static func text(_ number: Int32 = errno) -> String { String(cString: strerror(number)) }

  /// The fault of a failed write.
  static func fault(_ path: String, _ number: Int32 = errno) -> StorageFault {
    [ENOSPC, EDQUOT].contains(number)
      ? .full(path: path) : .notWritable(path: path, reason: text(number))
  }
}
