import Glibc

/// Bytes that must not leak: locked in memory, zeroed on release, printed as `•••`.
///
/// The bytes live in their own pages, outside the Swift heap, so that no copy-on-write leaves a
/// trace. Where the system allows, the pages are kept out of swap (`mlock`) and core files
/// (`MADV_DONTDUMP`). Equality takes constant time for equal lengths.
public final class Secret: @unchecked Sendable {
  // `@unchecked`: the memory is written only inside `init`, then read only.
  private let pages: UnsafeMutableRawBufferPointer

  /// Number of bytes.
  public let count: Int

  /// Fills `count` fresh bytes in place; nothing else ever holds them.
  public init(
    count: Int, filledBy fill: (UnsafeMutableRawBufferPointer) throws -> Void
  ) rethrows {
    self.count = count
    pages = Self.allocate(atLeast: count)
    // Every property is set: should `fill` throw, `deinit` wipes and frees.
    try fill(UnsafeMutableRawBufferPointer(rebasing: pages[..<count]))
  }

  /// Copies `bytes`; the caller's own copy is the caller's to wipe.
  public convenience init(_ bytes: some Collection<UInt8>) {
    self.init(count: bytes.count) { $0.copyBytes(from: bytes) }
  }

  deinit { Self.release(pages) }

  /// Lends the bytes for the duration of `body`; they must not be kept beyond it.
  public func withUnsafeBytes<Result, Failure: Error>(
    _ body: (UnsafeRawBufferPointer) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try body(UnsafeRawBufferPointer(rebasing: pages[..<count]))
  }

  private static func allocate(atLeast count: Int) -> UnsafeMutableRawBufferPointer {
    let page = Int(sysconf(Int32(_SC_PAGESIZE)))
    let size = max(1, (count + page - 1) / page) * page
    let start = mmap(nil, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
    guard let start, start != MAP_FAILED else {
      preconditionFailure("No memory for a secret.")
    }
    // Both may be refused (limits, kernel settings); the secret is then merely less protected.
    _ = mlock(start, size)
    _ = madvise(start, size, MADV_DONTDUMP)
    return UnsafeMutableRawBufferPointer(start: start, count: size)
  }

  private static func release(_ pages: UnsafeMutableRawBufferPointer) {
    guard let start = pages.baseAddress else { return }
    explicit_bzero(start, pages.count)
    _ = munmap(start, pages.count)
  }
}

extension Secret: Equatable {
  public static func == (one: Secret, other: Secret) -> Bool {
    guard one.count == other.count else { return false }
    return one.withUnsafeBytes { left in
      other.withUnsafeBytes { right in
        zip(left, right).reduce(into: UInt8(0)) { $0 |= $1.0 ^ $1.1 } == 0
      }
    }
  }
}

extension Secret: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  public var description: String { "•••" }
  public var debugDescription: String { "•••" }
  public var customMirror: Mirror { Mirror(self, children: []) }
}
