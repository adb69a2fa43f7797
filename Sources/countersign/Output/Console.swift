import Glibc
import Synchronization
import TokenModel

/// The one file that prints.
///
/// The voice: full sentences without decoration. What was asked for goes to standard output; what
/// a person should know beside it, questions and failures go to standard error. A failure is
/// `countersign: what happened`, then what it means and what to do, each on an indented line.
///
/// In JSON mode standard output carries exactly one document, of success or of failure, and all
/// else goes to standard error. All text passes `DisplayText`: whatever a server, a file or an
/// argument contributed cannot steer the terminal. JSON escapes control characters by itself.
struct Console: Sendable {
  let isJSON: Bool
  /// Each returns why not all was written; nil when it was.
  private let output: @Sendable ([UInt8]) -> Int32?
  private let error: @Sendable ([UInt8]) -> Int32?
  private let loss = OutputLoss()

  init(
    isJSON: Bool,
    output: @escaping @Sendable ([UInt8]) -> Int32? = { Self.write($0, to: STDOUT_FILENO) },
    error: @escaping @Sendable ([UInt8]) -> Int32? = { Self.write($0, to: STDERR_FILENO) }
  ) {
    self.isJSON = isJSON
    self.output = output
    self.error = error
  }

  /// Why standard output did not take all of the answer, as `errno`; nil while it did.
  var lostOutput: Int32? { loss.reason }

  /// The command's result in the form that was asked for.
  func answer(_ document: JSONValue, _ lines: [String]) {
    if isJSON { self.document(document) } else { lines.forEach { print(Self.line($0)) } }
  }

  /// Something to read before a decision: part of the answer for people, not of the document.
  ///
  /// Throws where standard output did not take it: nobody decides about what was not shown.
  func present(_ lines: [String]) throws(CommandFailure) {
    lines.map(Self.line).forEach(isJSON ? remark : print)
    if let lostOutput { throw .notShown(String(cString: strerror(lostOutput))) }
  }

  /// Something to know beside the answer.
  func note(_ text: String) { remark(Self.line(text)) }

  /// Somebody looks at standard error, so that a picture has sense there.
  var isForPeople: Bool { !isJSON && isatty(STDERR_FILENO) == 1 }

  /// A question; the cursor stays behind it.
  func ask(_ prompt: String) { remark(Array(DisplayText(prompt).text.utf8)) }

  func fail(_ failure: CommandFailure) {
    if isJSON { document(failure.document) }
    tell(failure)
  }

  /// The words of a failure alone, where no document can be had.
  func tell(_ failure: CommandFailure) {
    note("countersign: \(failure.happened)")
    for sentence in [failure.means, failure.next] where !sentence.isEmpty {
      note("  \(sentence)")
    }
  }

  private func document(_ json: JSONValue) {
    print(json.terminalBytes + [UInt8(ascii: "\n")])
  }

  private func print(_ bytes: [UInt8]) {
    if let reason = output(bytes) { loss.note(reason) }
  }

  /// Where standard error takes nothing either, there is nobody else to tell.
  private func remark(_ bytes: [UInt8]) { _ = error(bytes) }

  private static func line(_ text: String) -> [UInt8] {
    Array(DisplayText(text).text.utf8) + [UInt8(ascii: "\n")]
  }

  private static func write(_ bytes: [UInt8], to descriptor: Int32) -> Int32? {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return count < 0 ? errno : EIO }
      rest = rest.dropFirst(count)
    }
    return nil
  }
}

/// The first reason why standard output did not take something.
private final class OutputLoss: Sendable {
  private let first = Mutex<Int32?>(nil)

  var reason: Int32? { first.withLock { $0 } }

  func note(_ reason: Int32) { first.withLock { $0 = $0 ?? reason } }
}
