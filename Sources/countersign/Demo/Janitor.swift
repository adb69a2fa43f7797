import Glibc

/// Removes a directory when this process ends, however it ends.
///
/// A small shell waits at a pipe whose other end only this process holds: even after a SIGKILL the
/// kernel closes it, and the shell cleans up. It runs in a session of its own, so that a closed
/// terminal does not take it along.
final class Janitor {
  private let signal: Int32
  private let process: pid_t

  /// `POSIX_SPAWN_SETSID` of glibc's `<spawn.h>`, which only GNU source sees.
  private static let newSession: Int16 = 0x80

  /// Nil when no shell could be started; then nothing is removed after a crash.
  init?(removing directory: String) {
    var pipe: [Int32] = [-1, -1]
    guard Glibc.pipe(&pipe) == 0 else { return nil }
    pipe.forEach { _ = fcntl($0, F_SETFD, FD_CLOEXEC) }
    let script = "trap '' HUP INT QUIT TERM; read -r _; rm -rf -- \"$1\""
    let process = Self.spawn(["/bin/sh", "-c", script, "janitor", directory], input: pipe[0])
    _ = close(pipe[0])
    guard let process else {
      _ = close(pipe[1])
      return nil
    }
    signal = pipe[1]
    self.process = process
  }

  /// Cleans up now, and waits until it is done.
  func finish() {
    // A line, because a copy of our end may be open elsewhere: the terminal's watcher forks.
    var end = UInt8(ascii: "\n")
    _ = write(signal, &end, 1)
    _ = close(signal)
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
  }

  private static func spawn(_ command: [String], input: Int32) -> pid_t? {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO)
    for output in [STDOUT_FILENO, STDERR_FILENO] {
      posix_spawn_file_actions_addopen(&actions, output, "/dev/null", O_WRONLY, 0)
    }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    posix_spawnattr_setflags(&attributes, Self.newSession)
    var arguments = command.map { strdup($0) } + [nil]
    defer { arguments.forEach { free($0) } }
    var process: pid_t = 0
    let failure = posix_spawn(&process, command[0], &actions, &attributes, &arguments, environ)
    return failure == 0 ? process : nil
  }
}
