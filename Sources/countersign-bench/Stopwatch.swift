import Glibc

/// Times in nanoseconds of a clock that never jumps.
enum Stopwatch {
  static var now: Int64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
  }

  static func time(_ work: () throws -> Void) rethrows -> Int64 {
    let start = now
    try work()
    return now - start
  }

  /// The median over `runs` of one call's time, when a call is `repeats` times the work.
  static func median(
    runs: Int, repeats: Int = 1, _ work: () throws -> Void
  ) rethrows -> Double {
    try median(
      (0..<runs).map { _ in
        Double(try time { for _ in 0..<repeats { try work() } }) / Double(repeats)
      })
  }

  static func median(_ values: [Double]) -> Double {
    let sorted = values.sorted()
    return sorted.isEmpty ? .nan : sorted[sorted.count / 2]
  }
}
