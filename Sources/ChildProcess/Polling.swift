import Glibc

/// `poll` with a deadline.
enum Polling {
  /// Waits until one of `sources` is ready or the time has come; `revents` tells what is ready.
  static func wait(_ sources: inout [pollfd], until deadline: ContinuousClock.Instant) {
    repeat {
      let left = max(.zero, deadline - .now)
      // Rounded up, so that the last wait does not end just before its time.
      let milliseconds = left / .milliseconds(1)
      let ready = poll(
        &sources, nfds_t(sources.count), Int32(min(milliseconds.rounded(.up), 3_600_000)))
      if ready >= 0 || errno != EINTR { return }
    } while true
  }

  /// Whether one of `descriptors` becomes readable by then.
  static func wait(for descriptors: [Int32], until deadline: ContinuousClock.Instant) -> Bool {
    var sources = descriptors.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
    wait(&sources, until: deadline)
    return sources.contains { $0.revents != 0 }
  }
}
