/// How far the server's clock is from ours; all times in milliseconds.
struct ServerClock: Sendable {
  /// An exchange that took longer says too little about the time (reference client).
  static let longestExchange: Int64 = 16_000
  /// A smaller difference counts as none (reference client).
  static let tolerance: Int64 = 2_000
  /// When wall and monotonic clock part by more, the machine slept or its clock was set.
  static let largestDrift: Int64 = 5_000
  /// Up to the year 9999: 0 is what a server says that has no clock, and sums of more could overflow.
  static let plausible: ClosedRange<Int64> = 1...253_402_300_799_999

  /// To be added to the wall clock; 0 until known.
  private(set) var adjustment: Int64 = 0
  private var reading: Reading?
  /// How far the timestamps of answers were from what we took for the server's time, when last told.
  private var deviation: Int64 = 0

  /// Both clocks of this machine at one moment.
  struct Reading: Sendable, Equatable {
    let wall: Int64
    let monotonic: Int64
  }

  /// Whether the adjustment still holds.
  func isSynchronized(_ now: Reading) -> Bool {
    reading.map { Self.runTogether($0, now) } ?? false
  }

  /// Takes over the server's time, asked for at `sent` and received `now`; false if unusable.
  mutating func synchronize(serverTime: Int64, sent: Reading, now: Reading) -> Bool {
    let elapsed = now.monotonic - sent.monotonic
    // An answer that lay in the socket while the machine slept tells the time of yesterday.
    guard elapsed <= Self.longestExchange, Self.runTogether(sent, now),
      Self.plausible.contains(serverTime)
    else { return false }
    let difference = serverTime + elapsed / 2 - now.wall
    adjustment = abs(difference) < Self.tolerance ? 0 : difference
    reading = now
    return true
  }

  /// Whether as much time went by on the wall as on the monotonic clock.
  private static func runTogether(_ earlier: Reading, _ later: Reading) -> Bool {
    let drift = (later.wall - earlier.wall) - (later.monotonic - earlier.monotonic)
    return abs(drift) <= largestDrift
  }

  /// Looks at a time that came with an answer, in whole seconds; what is new about it is not believed,
  /// but makes the next use ask.
  ///
  /// A server of operations whose clock always stands beside that of the time service is noticed once.
  mutating func compare(timestamp: Int64, elapsed: Int64, now: Reading) {
    let found = timestamp - (now.wall + adjustment)
    guard abs(found - deviation) > Self.largestDrift + elapsed else { return }
    deviation = found
    distrust()
  }

  /// Makes the next use ask the server again; the adjustment stays as the best guess.
  mutating func distrust() { reading = nil }
}
