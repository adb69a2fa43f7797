import Glibc
import Testing
import TokenModel

@testable import countersign

@Suite struct InputTests {
  /// Runs `body` with a descriptor that holds `text` and then ends.
  static func with<Value>(_ text: String, _ body: (Int32) throws -> Value) rethrows -> Value {
    var ends: [Int32] = [-1, -1]
    _ = pipe(&ends)
    _ = write(ends[1], text, text.utf8.count)
    close(ends[1])
    defer { close(ends[0]) }
    return try body(ends[0])
  }

  @Test(arguments: [
    ("2580\n", "2580"), ("2580\r\n", "2580"), ("2580", "2580"), ("\n", ""), (" 25 \nx", " 25 "),
  ])
  func `a line ends at its end and nowhere else`(text: String, line: String) {
    #expect(Self.with(text) { LineInput.line(from: $0) } == line)
  }

  @Test func `the end of input is no line`() {
    #expect(Self.with("") { LineInput.line(from: $0) } == nil)
  }

  @Test func `nothing behind the line is taken`() {
    Self.with("one\ntwo\n") { descriptor in
      #expect(LineInput.line(from: descriptor) == "one")
      #expect(LineInput.line(from: descriptor) == "two")
    }
  }

  @Test func `a PIN comes from a pipe only where that was asked for`() throws {
    try Self.with("2580\n") { descriptor throws in
      let prompt = Prompt(console: Console(isJSON: true), descriptor: descriptor)
      #expect(throws: CommandFailure.self) { try prompt.pin(fromPipe: false) }
      let pin = try prompt.pin(fromPipe: true)
      #expect(pin.secret == Secret("2580".utf8))
    }
  }

  @Test(arguments: [
    ("123\n", "pin_too_short"), (String(repeating: "1", count: 129) + "\n", "usage"),
    ("12\u{7}34\n", "usage"),
  ])
  func `a PIN that cannot be one is refused with the reason`(text: String, code: String) {
    Self.with(text) { descriptor in
      let prompt = Prompt(console: Console(isJSON: true), descriptor: descriptor)
      let error = #expect(throws: (any Error).self) { try prompt.pin(fromPipe: true) }
      #expect(error.flatMap(CommandFailure.init(anticipated:))?.code == code)
    }
  }

  @Test func `nobody confirms through a pipe`() {
    Self.with("yes\n") { descriptor in
      let prompt = Prompt(console: Console(isJSON: true), descriptor: descriptor)
      #expect(throws: CommandFailure.self) { try prompt.confirm("Sure?") }
    }
  }
}
