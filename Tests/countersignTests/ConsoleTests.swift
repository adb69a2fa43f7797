import Glibc
import Synchronization
import Testing
import TokenModel

@testable import countersign

/// Transcripts of what is printed: `>` before standard output, `!` before standard error.
@Suite struct ConsoleTests {
  static func transcript(json: Bool, _ body: (Console) throws -> Void) rethrows -> String {
    let pieces = Mutex<[String]>([])
    let console = Console(
      isJSON: json,
      output: { bytes in
        pieces.withLock { $0.append(">" + String(decoding: bytes, as: UTF8.self)) }
        return nil
      },
      error: { bytes in
        pieces.withLock { $0.append("!" + String(decoding: bytes, as: UTF8.self)) }
        return nil
      })
    try body(console)
    return pieces.withLock { $0.joined() }
  }

  static func story(_ console: Console) throws {
    try console.present(["Payment", "Amount 10"])
    console.ask("Sure? ")
    console.note("By the way.")
    console.answer(["result": "APPROVED"], ["Approved."])
  }

  @Test(arguments: [true, false])
  func `an answer that standard output did not take is known to be lost`(json: Bool) {
    let console = Console(isJSON: json, output: { _ in ENOSPC }, error: { _ in nil })
    console.note("By the way.")
    #expect(console.lostOutput == nil)
    console.answer(["result": "APPROVED"], ["Approved."])
    #expect(console.lostOutput == ENOSPC)
  }

  @Test func `what nobody could read before a decision stops it`() {
    let console = Console(isJSON: false, output: { _ in ENOSPC }, error: { _ in nil })
    #expect(throws: CommandFailure.notShown("No space left on device")) {
      try console.present(["Payment"])
    }
  }

  @Test func `what standard error does not take is no loss of the answer`() throws {
    let console = Console(isJSON: true, output: { _ in nil }, error: { _ in EIO })
    try Self.story(console)
    #expect(console.lostOutput == nil)
  }

  @Test func `people read the answer on standard output`() throws {
    #expect(
      try Self.transcript(json: false, Self.story) == """
        >Payment
        >Amount 10
        !Sure? !By the way.
        >Approved.

        """)
  }

  @Test func `scripts read one document there and nothing else`() throws {
    #expect(
      try Self.transcript(json: true, Self.story) == """
        !Payment
        !Amount 10
        !Sure? !By the way.
        >{
          "result" : "APPROVED"
        }

        """)
  }

  @Test func `a failure says what happened, what it means and what to do`() {
    let transcript = Self.transcript(json: false) { $0.fail(CommandFailure(.noActivation)) }
    #expect(
      transcript == """
        !countersign: This device is not activated.
        !  There is nothing here that could approve or show operations.
        !  Get an activation code from your bank, then: countersign activate CODE

        """)
  }

  @Test func `nobody's text can steer the terminal`() throws {
    let hostile = "\u{1B}[2J\u{202E}gpj.exe\u{7}"
    for json in [false, true] {
      let transcript = try Self.transcript(json: json) { console in
        try console.present([hostile])
        console.ask(hostile)
        console.note(hostile)
        console.answer(["text": .string(hostile)], [hostile])
        console.fail(.usage(hostile, next: hostile))
      }
      #expect(!transcript.unicodeScalars.contains { ["\u{1B}", "\u{202E}", "\u{7}"].contains($0) })
    }
  }
}
