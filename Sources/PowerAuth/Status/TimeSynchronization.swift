/// The server's clock as the client knows it: an adjustment to the client's own.
public struct TimeSynchronization: Sendable, Equatable {
  /// Milliseconds beyond which a round trip is too slow to tell the time by.
  public static let longestRoundTrip: Int64 = 16_000
  /// Milliseconds of difference that count as none.
  public static let tolerance: Int64 = 2_000

  /// The round trip took so many milliseconds, too many.
  public struct TooSlow: Error, Equatable, Sendable {
    public let elapsed: Int64

    public init(elapsed: Int64) { self.elapsed = elapsed }
  }

  /// Milliseconds to add to the client's clock.
  public let adjustment: Int64

  /// Learns from one answer of `/pa/v3/status`; all in milliseconds.
  ///
  /// `receivedAt` is the client's clock when the answer came, `elapsed` the round trip on a
  /// monotonic clock: the server's clock was read about half of it ago.
  public init(serverTime: Int64, receivedAt: Int64, elapsed: Int64) throws(TooSlow) {
    guard (0...Self.longestRoundTrip).contains(elapsed) else { throw TooSlow(elapsed: elapsed) }
    let difference = serverTime &+ elapsed / 2 &- receivedAt
    adjustment = difference.magnitude < Self.tolerance ? 0 : difference
  }

  /// The server's time when the client's clock shows `clientTime`.
  public func serverTime(at clientTime: Int64) -> Int64 { clientTime &+ adjustment }
}
