import Glibc
import Synchronization

/// Turns signals into bytes of a pipe while it exists, so that a terminal can be put right first.
///
/// One at a time in a process; the old dispositions come back at the end.
final class SignalRelay {
  private let signals: [Int32]

  /// Write end of the pipe; -1 while there is none. Signal handlers can reach nothing but globals.
  private static let target = Atomic<Int32>(-1)

  private var pipe: [Int32] = [-1, -1]
  private var saved: [(signal: Int32, action: sigaction)] = []

  /// Becomes readable when a signal has arrived.
  var descriptor: Int32 { pipe[0] }

  /// By default the signals by which people and systems end or stop a program.
  init(_ signals: [Int32] = [SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGTSTP]) {
    self.signals = signals
    _ = Glibc.pipe(&pipe)
    for end in pipe {
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
    }
    Self.target.store(pipe[1], ordering: .sequentiallyConsistent)
    for signal in signals { install(signal) }
  }

  deinit {
    restore()
    Self.target.store(-1, ordering: .sequentiallyConsistent)
    pipe.forEach { _ = close($0) }
  }

  /// The signal that arrived first, or nil.
  func next() -> Int32? {
    var byte: UInt8 = 0
    return read(pipe[0], &byte, 1) == 1 ? Int32(byte) : nil
  }

  /// Waits for the first signal.
  func wait() -> Int32 {
    while true {
      var source = pollfd(fd: pipe[0], events: Int16(POLLIN), revents: 0)
      _ = poll(&source, 1, -1)
      if let signal = next() { return signal }
    }
  }

  /// Lets `signal` do what it did before; returns when it was ignored, or after a stop ended.
  func deliver(_ signal: Int32) {
    restore()
    // Worker threads block signals; unblocked here, it takes effect before `raise` returns.
    var set = sigset_t()
    var blocked = sigset_t()
    sigemptyset(&set)
    sigaddset(&set, signal)
    pthread_sigmask(SIG_UNBLOCK, &set, &blocked)
    raise(signal)
    pthread_sigmask(SIG_SETMASK, &blocked, nil)
    for signal in signals { install(signal) }
  }

  private func install(_ signal: Int32) {
    var action = sigaction()
    action.__sigaction_handler.sa_handler = { number in
      let keep = errno
      var byte = UInt8(truncatingIfNeeded: number)
      _ = write(SignalRelay.target.load(ordering: .relaxed), &byte, 1)
      errno = keep
    }
    var old = sigaction()
    guard sigaction(signal, &action, &old) == 0 else { return }
    saved.append((signal, old))
  }

  private func restore() {
    for var entry in saved { sigaction(entry.signal, &entry.action, nil) }
    saved = []
  }
}
