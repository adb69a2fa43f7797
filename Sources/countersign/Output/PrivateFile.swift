import Glibc
import TokenScreens

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

  /// Throws what `create` would, where something has the name already: before anybody is asked.
  static func requireNone(_ path: String) throws(CommandFailure) {
    var facts = stat()
    guard lstat(path, &facts) == 0 else { return }
    throw present(path)
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
    guard errno != EEXIST else { return present(path) }
    return failure(
      say(
        "output.cannot-be-written",
        ["path": path, "errno": ReasonWords.text(String(cString: strerror(errno)))]))
  }

  private static func present(_ path: String) -> CommandFailure {
    failure(say("output.there-already", ["path": path]))
  }

  private static func failure(_ happened: String) -> CommandFailure {
    .usage(happened, next: say("output.name-new-file"))
  }
}
