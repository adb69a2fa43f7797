import Glibc

/// A program in a terminal of 80 by 24 whose other end we hold.
final class PseudoTerminal {
  let process: pid_t
  private let controller: Int32

  struct NotStarted: Error { let reason: String }

  init(_ path: String, _ arguments: [String]) throws {
    var terminal: Int32 = -1
    var size = winsize(ws_row: 24, ws_col: 80, ws_xpixel: 0, ws_ypixel: 0)
    var name = [CChar](repeating: 0, count: 128)
    var ends: Int32 = -1
    guard openpty(&ends, &terminal, &name, nil, &size) == 0 else {
      throw NotStarted(reason: String(cString: strerror(errno)))
    }
    controller = ends
    _ = fcntl(controller, F_SETFD, FD_CLOEXEC)
    close(terminal)
    let path8 = name.prefix { $0 != 0 }.map(UInt8.init(bitPattern:))
    process = try Self.spawn(path, arguments, terminal: String(decoding: path8, as: UTF8.self))
  }

  deinit {
    kill(process, SIGKILL)
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    close(controller)
  }

  func type(_ text: String) { _ = write(controller, text, text.utf8.count) }

  /// Reads what comes within `milliseconds`; empty when nothing came or the program has ended.
  func read(within milliseconds: Int32) -> [UInt8] {
    var source = pollfd(fd: controller, events: Int16(POLLIN), revents: 0)
    guard poll(&source, 1, milliseconds) == 1 else { return [] }
    var buffer = [UInt8](repeating: 0, count: 65_536)
    let count = Glibc.read(controller, &buffer, buffer.count)
    return count > 0 ? Array(buffer[..<count]) : []
  }

  /// Reads until nothing has come for `milliseconds`; the bytes and when the last of them came.
  func readUntilQuiet(_ milliseconds: Int32) -> (bytes: [UInt8], lastAt: Int64) {
    var all: [UInt8] = []
    var lastAt = Stopwatch.now
    while case let bytes = read(within: milliseconds), !bytes.isEmpty {
      lastAt = Stopwatch.now
      all += bytes
    }
    return (all, lastAt)
  }

  /// The first to open the terminal in a session of its own gets it as its controlling terminal.
  private static func spawn(
    _ path: String, _ arguments: [String], terminal: String
  ) throws -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, terminal, O_RDWR, 0)
    posix_spawn_file_actions_adddup2(&actions, 0, 1)
    posix_spawn_file_actions_adddup2(&actions, 0, 2)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    posix_spawnattr_setflags(&attributes, newSession)
    var words = ([path] + arguments).map { strdup($0) } + [nil]
    let environment = ["TERM=xterm-256color", "LANG=C.UTF-8", "PATH=/usr/bin:/bin"]
    var variables = environment.map { strdup($0) } + [nil]
    defer { (words + variables).forEach { free($0) } }
    var process: pid_t = 0
    let failure = posix_spawn(&process, path, &actions, &attributes, &words, &variables)
    guard failure == 0 else { throw NotStarted(reason: String(cString: strerror(failure))) }
    return process
  }

  /// `POSIX_SPAWN_SETSID` of glibc's `<spawn.h>`, which only GNU source sees.
  private static let newSession: Int16 = 0x80
}

/// What the kernel tells about a process.
struct ProcessFigures {
  let process: pid_t

  /// Processor time of all threads, in nanoseconds.
  var processorTime: Int64 {
    var clock = clockid_t()
    var time = timespec()
    guard clock_getcpuclockid(process, &clock) == 0, clock_gettime(clock, &time) == 0 else {
      return 0
    }
    return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
  }

  /// Most resident memory so far, in kibibytes.
  var peakMemory: Int64 {
    let lines = Self.text("/proc/\(process)/status").split(separator: "\n")
    let line = lines.first { $0.hasPrefix("VmHWM:") } ?? ""
    return Int64(line.filter(\.isNumber)) ?? 0
  }

  private static func text(_ path: String) -> String {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return "" }
    defer { close(descriptor) }
    var buffer = [UInt8](repeating: 0, count: 16_384)
    let count = read(descriptor, &buffer, buffer.count)
    return String(decoding: buffer.prefix(max(0, count)), as: UTF8.self)
  }
}
