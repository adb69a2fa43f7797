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
    let failure = Spawning.spawn(
      &process, path: path, words: [call.tool] + call.arguments,
      variables: call.environment.variables, streams: streams)
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

/// The one call of `posix_spawn`.
private enum Spawning {
  /// Zero, or an `errno`.
  static func spawn(
    _ process: inout pid_t, path: String, words: [String], variables: [String: String],
    streams: [Int32?]
  ) -> Int32 {
    let pairs = variables.map { "\($0.key)=\($0.value)" }
    guard !(words + pairs).contains(where: { $0.utf8.contains(0) }) else { return EINVAL }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for (target, stream) in zip([STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO], streams) {
      if let stream {
        posix_spawn_file_actions_adddup2(&actions, stream, target)
      } else {
        posix_spawn_file_actions_addopen(&actions, target, "/dev/null", O_RDWR, 0)
      }
    }
    let failure = posix_spawn_file_actions_addclosefrom_np(&actions, STDERR_FILENO + 1)
    guard failure == 0 else { return failure }
    var attributes = posix_spawnattr_t()
    prepare(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var arguments = words.map { strdup($0) } + [nil]
    var environment = pairs.map { strdup($0) } + [nil]
    defer { (arguments + environment).forEach { free($0) } }
    return posix_spawn(&process, path, &actions, &attributes, &arguments, &environment)
  }

  /// A session of its own, no signal blocked, none ignored.
  private static func prepare(_ attributes: inout posix_spawnattr_t) {
    posix_spawnattr_init(&attributes)
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    var all = sigset_t()
    sigfillset(&all)
    posix_spawnattr_setsigdefault(&attributes, &all)
    posix_spawnattr_setflags(
      &attributes,
      linux_spawn_setsid | Int16(POSIX_SPAWN_SETSIGMASK) | Int16(POSIX_SPAWN_SETSIGDEF))
  }
}
