import CLinux
import Glibc

/// A child that was started and not yet reaped, so that its number cannot mean another process.
struct RunningChild {
  /// Half a second to end in good order, before it is ended in any case.
  private static let grace = Duration.milliseconds(500)

  let process: pid_t
  /// Becomes readable when the child has ended.
  let descriptor: Descriptor

  /// Starts the file at `path` with these standard streams; nil is `/dev/null`.
  init(
    _ call: ChildProcess, path: String, streams: [Int32?]
  ) throws(Errno) {
    var process: pid_t = 0
    let program = Spawning(
      path: path, words: [call.tool] + call.arguments, variables: call.environment.variables,
      streams: streams)
    let failure = program.start(&process, call.confinement)
    guard failure == 0 else { throw Errno(number: failure) }
    let number = pidfd_open(process, 0)
    guard number >= 0 else {
      let error = Errno.last
      kill(-process, SIGKILL)
      waitpid(process, nil, 0)
      throw error
    }
    self.process = process
    descriptor = Descriptor(owning: number)
  }

  /// Whether the child has ended, now or within `time`.
  func hasEnded(within time: Duration = .zero) -> Bool {
    Polling.wait(for: [descriptor.number], until: .now + time)
  }

  /// Takes the child's status from the system; to be called once.
  func reap() -> ChildStatus {
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 {
      // A caller that ignores SIGCHLD has no status left; the child is gone all the same.
      guard errno == EINTR else { return .killed(signal: SIGKILL) }
    }
    let signal = status & 0x7F
    return signal == 0 ? .exited(status >> 8 & 0xFF) : .killed(signal: signal)
  }

  /// Ends the child and everything in its group.
  func end() {
    kill(-process, SIGTERM)
    _ = hasEnded(within: Self.grace)
    // Before it is reaped: until then the group's number is still ours.
    kill(-process, SIGKILL)
    _ = reap()
  }
}
