import PowerAuth
import TokenModel

extension Token {
  /// Asks the server for its time, however well known it is, and says how far apart the clocks are.
  ///
  /// The same difference is applied to token headers and encryption, so that a clock wrong by a day
  /// costs nothing.
  public func clockReport() async throws(TokenFailure) -> ClockReport {
    let start = clock.monotonicMilliseconds()
    serverClock.distrust()
    _ = try await serverTime()
    return ClockReport(
      adjustmentMilliseconds: serverClock.adjustment,
      roundTripMilliseconds: clock.monotonicMilliseconds() - start)
  }
}
