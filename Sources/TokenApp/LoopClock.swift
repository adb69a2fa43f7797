import FoundationEssentials
import Glibc
import TokenModel
import TokenScreens

/// The time that the screens get: this machine's clock, corrected once the server's is known.
struct LoopClock {
  /// Seconds that the server's clock is ahead of ours.
  private var serverAhead: TimeInterval = 0
  private let now: () -> Date
  private let monotonicMilliseconds: () -> Int64

  init(
    now: @escaping () -> Date = { Date() },
    monotonicMilliseconds: @escaping () -> Int64 = LoopClock.systemMilliseconds
  ) {
    self.now = now
    self.monotonicMilliseconds = monotonicMilliseconds
  }

  /// A list carries the server's time, and so does a claim.
  mutating func learn(from event: AppEvent) {
    let serverTime: Date
    switch event {
    case .polling(.list(_, let date)), .claimed(_, .success, let date): serverTime = date
    default: return
    }
    serverAhead = serverTime.timeIntervalSince(now())
  }

  func moment() -> Moment {
    let time = now().addingTimeInterval(serverAhead)
    return Moment(
      serverTime: time, monotonicMilliseconds: monotonicMilliseconds(),
      utcOffsetSeconds: LocalZone.utcOffset(at: time))
  }

  static func systemMilliseconds() -> Int64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
  }
}

/// The time zone of this process.
public enum LocalZone {
  /// Seconds east of Greenwich.
  public static func utcOffset(at date: Date) -> Int {
    var seconds = time_t(date.timeIntervalSince1970)
    var civil = tm()
    guard localtime_r(&seconds, &civil) != nil else { return 0 }
    return civil.tm_gmtoff
  }
}
