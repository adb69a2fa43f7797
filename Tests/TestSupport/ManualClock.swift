import Foundation
import Synchronization
import TokenCore

/// A clock that stands still until it is told to move; sleeping moves it.
public final class ManualClock: Sendable {
  private struct Times {
    var wall: Int64
    var monotonic: Int64 = 1_000_000
  }
  private let times: Mutex<Times>

  /// Milliseconds since 1970; the default lies in June 2026.
  public init(wall: Int64 = 1_782_744_000_000) { times = Mutex(Times(wall: wall)) }

  public var wall: Int64 { times.withLock { $0.wall } }
  public var monotonic: Int64 { times.withLock { $0.monotonic } }

  /// Time goes by for both clocks.
  public func advance(_ milliseconds: Int64) {
    times.withLock {
      $0.wall += milliseconds
      $0.monotonic += milliseconds
    }
  }

  /// The wall clock is set, or the machine slept so long.
  public func jump(_ milliseconds: Int64) { times.withLock { $0.wall += milliseconds } }

  /// As the token takes it; a sleep ends at once, and the time has gone by unless told otherwise.
  public func tokenClock(sleepMovesTime: Bool = true) -> TokenClock {
    TokenClock(
      now: { Date(timeIntervalSince1970: Double(self.wall) / 1000) },
      monotonicMilliseconds: { self.monotonic },
      sleep: { milliseconds in
        if sleepMovesTime { self.advance(milliseconds) }
        await Task.yield()
      })
  }
}
