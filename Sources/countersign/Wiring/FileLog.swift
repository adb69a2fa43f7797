import Glibc
import Logging

/// Writes log lines to `countersign.log` in the state directory, never to the terminal.
///
/// A line holds no personal data, no operation data and no secret: that is the duty of whoever
/// logs. The file is emptied when it has grown beyond a megabyte.
struct FileLog: LogHandler {
  /// Bytes after which a start empties the file.
  static let limit = 1_048_576

  var metadata = Logger.Metadata()
  var logLevel = Logger.Level.info
  private let descriptor: Int32
  private let label: String

  static func logger(directory: String) -> Logger {
    let path = directory + "/countersign.log"
    // Without a file there is no log: a token must work in a full or read-only directory too.
    let descriptor = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else {
      return Logger(label: "countersign") { _ in SwiftLogNoOpLogHandler() }
    }
    if lseek(descriptor, 0, SEEK_END) > limit { ftruncate(descriptor, 0) }
    return Logger(label: "countersign") { FileLog(descriptor: descriptor, label: $0) }
  }

  private init(descriptor: Int32, label: String) {
    self.descriptor = descriptor
    self.label = label
  }

  subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  func log(event: LogEvent) {
    let all = metadata.merging(event.metadata ?? [:]) { _, new in new }
    let details = all.sorted { $0.key < $1.key }.map { " \($0.key)=\($0.value)" }.joined()
    let text = "\(Self.stamp()) \(event.level) \(event.message)\(details)"
    // One write per line, so that two processes never mix theirs.
    let bytes = Array((text.filter { !$0.isNewline } + "\n").utf8)
    _ = write(descriptor, bytes, bytes.count)
  }

  /// UTC to the second, `2025-01-31T12:34:56Z`.
  private static func stamp() -> String {
    var seconds = time(nil)
    var parts = tm()
    gmtime_r(&seconds, &parts)
    var text = [CChar](repeating: 0, count: 32)
    let length = strftime(&text, text.count, "%Y-%m-%dT%H:%M:%SZ", &parts)
    return String(decoding: text[..<length].map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}
