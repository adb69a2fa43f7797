import TokenModel

/// How long nothing is signed by itself after the server could not be shown our counter.
///
/// Signatures that never arrive lead to a deadlock. Doubling pauses leave hours for the bank to mend
/// what is broken, while the user may go on trying.
struct SyncPause: Sendable {
  private static let shortest: Int64 = 120_000
  private static let longest: Int64 = 86_400_000

  /// Why the last try failed.
  let failure: TokenFailure
  /// Monotonic milliseconds.
  private(set) var end: Int64
  private let length: Int64

  init(after failure: TokenFailure, at now: Int64, longerThan last: SyncPause?) {
    self.failure = failure
    length = min(Self.longest, last.map { $0.length * 2 } ?? Self.shortest)
    end = now + length
  }

  /// Somebody wants it tried now; should it fail again, the next pause is longer all the same.
  mutating func lift() { end = .min }
}
