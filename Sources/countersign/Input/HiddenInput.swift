import Glibc
import TokenModel

/// Reads one line from a terminal that does not show what is typed.
///
/// Echo comes back whatever happens: at the end, and before a signal takes effect. A stop (Ctrl-Z)
/// asks again after its end, because what was typed before is gone from the screen's context.
struct HiddenInput {
  let descriptor: Int32
  /// Prints the question; called again after a stop.
  let ask: () -> Void

  /// The line without its end; nil at the end of input.
  func line() -> Secret? {
    let relay = SignalRelay()
    while true {
      guard let saved = hideEcho() else { return nil }
      ask()
      let outcome = wait(relay)
      let line = outcome == nil ? LineInput.secretLine(from: descriptor) : nil
      restore(saved)
      guard let signal = outcome else { return line }
      relay.deliver(signal)
    }
  }

  /// Nil when the terminal has a line; else the signal that came first.
  private func wait(_ relay: SignalRelay) -> Int32? {
    while true {
      var sources = [
        pollfd(fd: relay.descriptor, events: Int16(POLLIN), revents: 0),
        pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0),
      ]
      _ = poll(&sources, 2, -1)
      if let signal = relay.next() { return signal }
      if sources[1].revents != 0 { return nil }
    }
  }

  private func hideEcho() -> termios? {
    var saved = termios()
    guard tcgetattr(descriptor, &saved) == 0 else { return nil }
    var hidden = saved
    hidden.c_lflag &= ~tcflag_t(ECHO | ECHOE | ECHOK | ECHONL)
    hidden.c_lflag |= tcflag_t(ICANON | ISIG)
    // FLUSH: keys typed before the question was on screen do not answer it.
    return tcsetattr(descriptor, TCSAFLUSH, &hidden) == 0 ? saved : nil
  }

  private func restore(_ saved: termios) {
    var saved = saved
    tcsetattr(descriptor, TCSAFLUSH, &saved)
  }
}
