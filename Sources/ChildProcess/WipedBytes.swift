import Glibc

/// Output of a child, in one place of memory that is zeroed before it is given back.
public final class WipedBytes: @unchecked Sendable {
  // `@unchecked`: one thread fills it, and hands it out when it is done.
  private let memory: UnsafeMutableRawBufferPointer
  public private(set) var count = 0

  /// Room for `limit` bytes, and one more, by which too much is noticed.
  init(limit: Int) {
    memory = .allocate(byteCount: limit + 1, alignment: 1)
  }

  deinit {
    if let start = memory.baseAddress { explicit_bzero(start, count) }
    memory.deallocate()
  }

  /// Lends the bytes for the duration of `body`; they must not be kept beyond it.
  public func withUnsafeBytes<Result>(
    _ body: (UnsafeRawBufferPointer) throws -> Result
  ) rethrows -> Result {
    try body(UnsafeRawBufferPointer(rebasing: memory[..<count]))
  }

  /// A copy that nobody wipes, for output that is no secret.
  public var bytes: [UInt8] { withUnsafeBytes(Array.init) }

  /// The same as text; what is no UTF-8 becomes U+FFFD.
  public var text: String { withUnsafeBytes { String(decoding: $0, as: UTF8.self) } }

  enum Filling { case more, nothingYet, end, tooMuch }

  /// Reads once from a descriptor that does not block.
  func fill(from descriptor: Int32) -> Filling {
    let room = UnsafeMutableRawBufferPointer(rebasing: memory[count...])
    let length = read(descriptor, room.baseAddress, room.count)
    switch length {
    case 1...:
      count += length
      return count < memory.count ? .more : .tooMuch
    case 0: return .end
    default: return errno == EAGAIN || errno == EINTR ? .nothingYet : .end
    }
  }
}
