import Glibc
import Synchronization
import TokenCore
import TokenModel

/// The right to sign as `flock` on a file, which the kernel takes back when the process ends.
final class SigningLockFile: SigningLock {
  private let descriptor: Mutex<Int32?>

  private init(descriptor: Int32) { self.descriptor = Mutex(descriptor) }

  deinit { release() }

  /// One try, without waiting; the holder's process identifier stands in the file.
  static func tryOnce(_ path: String) throws(StorageFault) -> SigningLockAttempt {
    let descriptor = open(
      path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, StateFiles.fileMode)
    guard descriptor >= 0 else { throw SystemError.fault(path) }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      let reason = errno
      defer { close(descriptor) }
      guard reason == EWOULDBLOCK else { throw SystemError.fault(path, reason) }
      return .held(by: holder(descriptor))
    }
    write(pid: "\(getpid())\n", descriptor)
    return .acquired(SigningLockFile(descriptor: descriptor))
  }

  func release() {
    descriptor.withLock { descriptor in
      guard let open = descriptor else { return }
      ftruncate(open, 0)
      // A child between its fork and its exec has the descriptor, too: closing ours alone keeps the lock.
      flock(open, LOCK_UN)
      close(open)
      descriptor = nil
    }
  }

  /// Only for the words of the one who waits: that it fails must not keep anybody from signing.
  private static func write(pid: String, _ descriptor: Int32) {
    ftruncate(descriptor, 0)
    _ = pwrite(descriptor, pid, pid.utf8.count, 0)
  }

  private static func holder(_ descriptor: Int32) -> Int32? {
    var buffer = [UInt8](repeating: 0, count: 16)
    let count = pread(descriptor, &buffer, buffer.count, 0)
    guard count > 0 else { return nil }
    let digits = buffer[..<count].prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    return Int32(String(decoding: digits, as: UTF8.self))
  }
}
