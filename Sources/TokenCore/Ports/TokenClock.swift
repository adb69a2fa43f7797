import FoundationEssentials
import Glibc

/// The three ways in which time enters the token.
public struct TokenClock: Sendable {
  /// The wall clock of this machine; it may be wrong by any amount, and jump.
  public let now: @Sendable () -> Date
  /// Milliseconds of a clock that never jumps and stands still while the machine sleeps.
  public let monotonicMilliseconds: @Sendable () -> Int64
  /// Waits so many milliseconds, or less when the task is cancelled.
  public let sleep: @Sendable (_ milliseconds: Int64) async -> Void

  public init(
    now: @escaping @Sendable () -> Date,
    monotonicMilliseconds: @escaping @Sendable () -> Int64,
    sleep: @escaping @Sendable (_ milliseconds: Int64) async -> Void
  ) {
    self.now = now
    self.monotonicMilliseconds = monotonicMilliseconds
    self.sleep = sleep
  }

  /// The clocks of this machine.
  public static let system = TokenClock(
    now: { Date() },
    monotonicMilliseconds: {
      var time = timespec()
      // CLOCK_MONOTONIC leaves out the time asleep, which is how a suspend is noticed.
      clock_gettime(CLOCK_MONOTONIC, &time)
      return Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
    },
    sleep: { milliseconds in
      try? await Task.sleep(for: .milliseconds(milliseconds))
    })
}
