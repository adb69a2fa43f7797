import Glibc

/// Makes a file that only its owner may read, and never one that is there already.
enum PrivateFile {
  /// Writes all bytes durably, or leaves no file behind.
  static func create(_ path: String, _ bytes: [UInt8]) throws(CommandFailure) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { throw notWritten(path) }
    defer { close(descriptor) }
    // The umask can only take away from 0600; a file that its owner cannot read is of no use.
    guard fchmod(descriptor, 0o600) == 0, write(bytes, to: descriptor), fsync(descriptor) == 0
    else {
      let fault = notWritten(path)
      unlink(path)
      throw fault
    }
  }

  private static func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return false }
      rest = rest.dropFirst(count)
    }
    return true
  }

  private static func notWritten(_ path: String) -> CommandFailure {
    let happened =
      errno == EEXIST
      ? "\(path) is there already."
      : "\(path) cannot be written: \(String(cString: strerror(errno)))."
    return .usage(happened, next: "Name a new file in a directory of yours.")
  }
}
