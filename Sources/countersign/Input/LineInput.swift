import Glibc
import TokenModel

/// Reads one line from a descriptor without reading beyond it.
enum LineInput {
  /// Longer lines are cut, so that they are refused by whoever checks their length.
  static let limit = 1024

  /// The line without its end as a secret; nil at the end of input or after an error.
  static func secretLine(from descriptor: Int32) -> Secret? {
    withWipedBuffer { buffer in
      var count = 0
      var ended = false
      while count < buffer.count, !ended {
        let got = read(descriptor, buffer.baseAddress?.advanced(by: count), 1)
        if got < 0, errno == EINTR { continue }
        guard got == 1 else { break }
        ended = buffer[count] == UInt8(ascii: "\n")
        count += ended ? 0 : 1
      }
      guard ended || count > 0 else { return nil }
      if ended, count > 0, buffer[count - 1] == UInt8(ascii: "\r") { count -= 1 }
      return Secret(buffer[..<count])
    }
  }

  /// The line as text, for answers that are no secret.
  static func line(from descriptor: Int32) -> String? {
    secretLine(from: descriptor)?.withUnsafeBytes { String(decoding: $0, as: UTF8.self) }
  }

  /// Lends a buffer of `limit` bytes that is wiped afterwards.
  static func withWipedBuffer<Value>(
    _ body: (UnsafeMutableRawBufferPointer) -> Value
  ) -> Value {
    let start = UnsafeMutableRawPointer.allocate(byteCount: limit, alignment: 1)
    // May be refused by a limit; the buffer lives for a moment only.
    _ = mlock(start, limit)
    defer {
      explicit_bzero(start, limit)
      _ = munlock(start, limit)
      start.deallocate()
    }
    return body(UnsafeMutableRawBufferPointer(start: start, count: limit))
  }
}
