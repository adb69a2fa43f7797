import Testing
import TokenModel

@testable import countersign

/// Links and codes from a pipe.
@Suite struct LinkTextTests {
  @Test func `bytes that are no text are refused`() {
    #expect(throws: TokenFailure.link(.notText)) { try OperationLink.text(of: [0x6D, 0xFF]) }
  }

  @Test func `what no code can hold is refused before it is decoded`() throws {
    let most = 4 * OperationLink.characterLimit
    #expect(try OperationLink.text(of: Array(repeating: 0x61, count: most)).utf8.count == most)
    #expect(throws: TokenFailure.link(.tooLong(limit: 4296))) {
      try OperationLink.text(of: Array(repeating: 0xFF, count: most + 1))
    }
  }
}
