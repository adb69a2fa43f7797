import Glibc
import TokenModel

/// Owns one descriptor of a file of a few bytes.
struct SmallFile: ~Copyable {
  private let descriptor: Int32
  private let path: String

  init(opening path: String, forWriting: Bool = false) throws(StorageFault) {
    descriptor = open(path, (forWriting ? O_WRONLY : O_RDONLY) | O_CLOEXEC | O_NOFOLLOW)
    self.path = path
    guard descriptor >= 0 else { throw .notWritable(path: path, reason: SystemError.text()) }
  }

  /// Fails when there is such a file already.
  init(creating path: String) throws(StorageFault) {
    descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, StateFiles.fileMode)
    self.path = path
    guard descriptor >= 0 else { throw SystemError.fault(path) }
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// Up to `count` bytes from the start.
  func read(atMost count: Int) throws(StorageFault) -> Secret {
    var buffer = [UInt8](repeating: 0, count: count)
    defer { explicit_bzero(&buffer, count) }
    let found = pread(descriptor, &buffer, count, 0)
    guard found >= 0 else { throw .damaged(path: path, reason: SystemError.text()) }
    return Secret(buffer[..<found])
  }

  /// Writes all of it at the start, durably.
  func write(_ bytes: Secret) throws(StorageFault) {
    let written = bytes.withUnsafeBytes { pwrite(descriptor, $0.baseAddress, $0.count, 0) }
    guard written == bytes.count else {
      throw SystemError.fault(path, written < 0 ? errno : ENOSPC)
    }
    guard fsync(descriptor) == 0 else { throw SystemError.fault(path) }
  }

  /// Gives a file a second name; fails when that name is taken.
  static func link(_ path: String, as other: String) throws(StorageFault) {
    guard Glibc.link(path, other) == 0 else { throw SystemError.fault(other) }
  }

  /// Nothing happens when there is no such file.
  static func remove(_ path: String) throws(StorageFault) {
    guard unlink(path) == 0 || errno == ENOENT else {
      throw .notWritable(path: path, reason: SystemError.text())
    }
  }
}
