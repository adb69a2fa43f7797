import Foundation
import Glibc

/// A child process; Foundation's would not notice the end of one that leaves a daemon behind.
struct Child: Sendable {
  let process: pid_t

  struct NotStarted: Error {
    let path: String
    let reason: String
  }

  /// Starts `path` with the three descriptors as its own and no signal blocked.
  init(
    _ path: String, _ arguments: [String], input: Int32, output: Int32, error: Int32,
    environment: [String: String] = [:]
  ) throws {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for (number, descriptor) in [input, output, error].enumerated() {
      posix_spawn_file_actions_adddup2(&actions, descriptor, Int32(number))
    }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var noSignals = sigset_t()
    sigemptyset(&noSignals)
    posix_spawnattr_setsigmask(&attributes, &noSignals)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
    let all = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    var variables = all.map { strdup("\($0.key)=\($0.value)") } + [nil]
    var words = ([path] + arguments).map { strdup($0) } + [nil]
    defer { (variables + words).forEach { free($0) } }
    var process: pid_t = 0
    let failure = posix_spawn(&process, path, &actions, &attributes, &words, &variables)
    guard failure == 0 else {
      throw NotStarted(path: path, reason: String(cString: strerror(failure)))
    }
    self.process = process
  }

  /// Waits on a thread of its own, so that other tests go on; the exit code, or 128 + the signal.
  func wait() async -> Int32 {
    await withCheckedContinuation { continuation in
      Thread.detachNewThread { continuation.resume(returning: reap()) }
    }
  }

  /// Asks it to end, and waits until it has; one that has ended is left alone, since its number may
  /// be another's by now.
  func stop() {
    guard waitpid(process, nil, WNOHANG) == 0 else { return }
    kill(process, SIGTERM)
    _ = reap()
  }

  private func reap() -> Int32 {
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    return status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + status & 0x7F
  }
}

/// A pipe that no child inherits by accident.
struct PrivatePipe: Sendable {
  let reading: Int32
  let writing: Int32

  init() {
    var ends: [Int32] = [-1, -1]
    _ = Glibc.pipe(&ends)
    ends.forEach { _ = fcntl($0, F_SETFD, FD_CLOEXEC) }
    (reading, writing) = (ends[0], ends[1])
  }
}
