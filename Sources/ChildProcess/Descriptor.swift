import CLinux
import Glibc

/// An open file descriptor above the standard three, closed with its last reference.
final class Descriptor: Sendable {
  let number: Int32

  init(owning number: Int32) { self.number = number }

  deinit { close(number) }

  /// Reading and writing end; no child inherits either. Throws `errno`.
  static func pipe() throws(Errno) -> (reading: Descriptor, writing: Descriptor) {
    var ends: [Int32] = [-1, -1]
    guard pipe2(&ends, O_CLOEXEC) == 0 else { throw Errno.last }
    let low = (Descriptor(owning: ends[0]), Descriptor(owning: ends[1]))
    return (try low.0.lifted(), try low.1.lifted())
  }

  /// A file in memory that holds `bytes` for good; no child inherits it. Throws `errno`.
  static func file(_ bytes: [UInt8]) throws(Errno) -> Descriptor {
    let number = memfd_create("input", linux_mfd_cloexec | linux_mfd_allow_sealing)
    guard number >= 0 else { throw Errno.last }
    let file = try Descriptor(owning: number).lifted()
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(file.number, $0.baseAddress, $0.count) }
      guard count > 0 || errno == EINTR else { throw Errno.last }
      rest = rest.dropFirst(max(0, count))
    }
    guard lseek(file.number, 0, SEEK_SET) == 0,
      fcntl(file.number, linux_add_seals, linux_all_seals) == 0
    else { throw Errno.last }
    return file
  }

  /// The same file above the standard three: a program may have been started without those.
  private func lifted() throws(Errno) -> Descriptor {
    guard number <= STDERR_FILENO else { return self }
    let higher = fcntl(number, F_DUPFD_CLOEXEC, STDERR_FILENO + 1)
    guard higher >= 0 else { throw Errno.last }
    return Descriptor(owning: higher)
  }

  /// Reads and writes return at once.
  func unblock() { _ = fcntl(number, F_SETFL, O_NONBLOCK) }
}

/// A number of `errno`.
struct Errno: Error {
  let number: Int32
  static var last: Errno { Errno(number: errno) }
}

/// Tells a waiting thread that nobody waits for it any more.
struct Cancellation: Sendable {
  private let ends: (reading: Descriptor, writing: Descriptor)

  init(tool: String) throws(ChildFault) {
    do throws(Errno) { ends = try Descriptor.pipe() } catch {
      throw .notStarted(tool: tool, error: error.number)
    }
    ends.writing.unblock()
  }

  /// Becomes readable when it was cancelled.
  var descriptor: Int32 { ends.reading.number }

  func cancel() {
    var byte: UInt8 = 1
    _ = write(ends.writing.number, &byte, 1)
  }
}
