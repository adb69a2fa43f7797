import CConfinement
import CLinux
import Glibc

/// The one place where a program is started.
struct Spawning {
  let path: String
  /// The program's name, then its arguments.
  let words: [String]
  let variables: [String: String]
  /// Nil is `/dev/null`.
  let streams: [Int32?]

  /// Zero, or an `errno`.
  func start(_ process: inout pid_t, _ confinement: Confinement?) -> Int32 {
    let pairs = variables.map { "\($0.key)=\($0.value)" }
    guard !(words + pairs).contains(where: { $0.utf8.contains(0) }) else { return EINVAL }
    let arguments = Self.copies(words)
    let environment = Self.copies(pairs)
    defer { (arguments + environment).forEach { free($0) } }
    if let confinement {
      return confine(confinement, &process, arguments, environment)
    }
    return spawn(&process, arguments, environment)
  }

  /// C strings, NULL at the end.
  private static func copies(_ texts: [String]) -> [UnsafeMutablePointer<CChar>?] {
    texts.map { strdup($0) } + [nil]
  }

  private func spawn(
    _ process: inout pid_t, _ arguments: [UnsafeMutablePointer<CChar>?],
    _ environment: [UnsafeMutablePointer<CChar>?]
  ) -> Int32 {
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
    Self.prepare(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    return posix_spawn(&process, path, &actions, &attributes, arguments, environment)
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

  /// The same for a child that gives up everything before its program begins.
  private func confine(
    _ confinement: Confinement, _ process: inout pid_t,
    _ arguments: [UnsafeMutablePointer<CChar>?], _ environment: [UnsafeMutablePointer<CChar>?]
  ) -> Int32 {
    let open = streams.compactMap(\.self)
    guard open.count == 3 else { return EINVAL }
    let readable = Self.copies(confinement.readable)
    defer { readable.forEach { free($0) } }
    let paths = readable.map { $0.map { UnsafePointer($0) } }
    return path.withCString { path in
      arguments.withUnsafeBufferPointer { arguments in
        environment.withUnsafeBufferPointer { environment in
          paths.withUnsafeBufferPointer { paths in
            var child = cc_child(
              path: path, arguments: arguments.baseAddress, environment: environment.baseAddress,
              input: open[0], output: open[1], errors: open[2], readable: paths.baseAddress,
              memory: confinement.memory, processor_seconds: confinement.processorSeconds)
            return cc_spawn(&child, &process)
          }
        }
      }
    }
  }
}
