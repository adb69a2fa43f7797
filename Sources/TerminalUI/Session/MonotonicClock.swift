import CTerminal

/// The clock of the deadlines: it never jumps, and stands while the machine sleeps.
public enum MonotonicClock {
  /// Milliseconds of `CLOCK_MONOTONIC`.
  public static var milliseconds: Int64 { ct_milliseconds() }
}
