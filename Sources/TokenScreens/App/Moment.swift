import FoundationEssentials

/// Time as the screens get it: an argument, never a clock of their own.
public struct Moment: Equatable, Sendable {
  /// Wall clock, corrected to the server's.
  public let serverTime: Date
  /// Milliseconds of a clock that never jumps.
  public let monotonicMilliseconds: Int64
  /// Seconds east of Greenwich for what is shown.
  public let utcOffsetSeconds: Int

  public init(serverTime: Date, monotonicMilliseconds: Int64, utcOffsetSeconds: Int = 0) {
    self.serverTime = serverTime
    self.monotonicMilliseconds = monotonicMilliseconds
    self.utcOffsetSeconds = utcOffsetSeconds
  }
}
