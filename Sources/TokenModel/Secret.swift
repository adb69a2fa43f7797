/// Bytes that must not leak: locked in memory, zeroed on release, printed as `•••`.
///
/// The bytes live outside the Swift heap, so that no copy-on-write leaves a trace. Where the system
/// allows, their pages are kept out of swap (`mlock`) and core files (`MADV_DONTDUMP`). Equality
/// takes constant time for equal lengths.
public final class Secret: @unchecked Sendable {
  // `@unchecked`: the memory is written only inside `init`, then read only.
  private let memory: UnsafeMutableRawBufferPointer

  /// Number of bytes.
  public let count: Int

  /// Fills `count` fresh bytes in place; nothing else ever holds them.
  public init(
    count: Int, filledBy fill: (UnsafeMutableRawBufferPointer) throws -> Void
  ) rethrows {
    self.count = count
    memory = LockedMemory.allocate(count)
    // Every property is set: should `fill` throw, `deinit` wipes and frees.
    try fill(UnsafeMutableRawBufferPointer(rebasing: memory[..<count]))
  }

  /// Copies `bytes`; the caller's own copy is the caller's to wipe.
  public convenience init(_ bytes: some Collection<UInt8>) {
    self.init(count: bytes.count) { $0.copyBytes(from: bytes) }
  }

  deinit { LockedMemory.release(memory) }

  /// Lends the bytes for the duration of `body`; they must not be kept beyond it.
  public func withUnsafeBytes<Result, Failure: Error>(
    _ body: (UnsafeRawBufferPointer) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try body(UnsafeRawBufferPointer(rebasing: memory[..<count]))
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
