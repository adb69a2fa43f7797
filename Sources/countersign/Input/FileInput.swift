import Glibc
import TokenScreens

/// Reads a whole file, or standard input where its name is `-`.
enum FileInput {
  /// Bytes; far more than any request body or key, and short of what would fill the memory.
  static let limit = 16 << 20

  /// Throws a usage failure that names the file and what is wrong with it.
  static func bytes(_ path: String) throws(CommandFailure) -> [UInt8] {
    guard path != "-" else { return try read(STDIN_FILENO, name: say("prompts.standard-input")) }
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw unreadable(path) }
    defer { close(descriptor) }
    return try read(descriptor, name: path)
  }

  private static func read(_ descriptor: Int32, name: String) throws(CommandFailure) -> [UInt8] {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = Glibc.read(descriptor, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw unreadable(name) }
      guard count > 0 else { return bytes }
      bytes += buffer[..<count]
      guard bytes.count <= limit else {
        throw .usage(
          say("prompts.larger-than-mib", ["name": name, "limit": String(limit >> 20)]),
          next: say("prompts.give-smaller-file"))
      }
    }
  }

  private static func unreadable(_ name: String) -> CommandFailure {
    .usage(
      say(
        "prompts.cannot-be-read",
        ["name": name, "errno": ReasonWords.text(String(cString: strerror(errno)))]),
      next: say("prompts.give-file-you"))
  }
}
