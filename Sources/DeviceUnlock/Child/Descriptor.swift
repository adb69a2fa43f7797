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
