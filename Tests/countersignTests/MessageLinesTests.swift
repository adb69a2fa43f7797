import Testing
import TokenModel

@testable import countersign

/// Messages as the command line prints them.
@Suite struct MessageLinesTests {
  static let source: JSONValue = [
    "id": "m-1", "type": "html", "subject": "Your new card", "summary": "It is on its way.",
    "read": false, "timestampCreated": "2026-06-29T14:43:13+0000",
    "body": "<h1>Hello</h1><p>See <a href='https://bank.example/'>our page</a>.</p>",
  ]

  @Test func `a list has the mark of what is unread, the day and the subject`() throws {
    let message = try InboxMessage(Self.source)
    #expect(
      MessageLines.summary(message) == [
        "m-1", "  ● 2026-06-29  Your new card", "    It is on its way.",
      ])
    #expect(MessageLines.summary(message.asRead)[1] == "    2026-06-29  Your new card")
  }

  @Test func `what the bank wrote stands behind a bar`() throws {
    #expect(
      MessageLines.full(try InboxMessage(Self.source)) == [
        "│ Your new card", "2026-06-29T14:43:13+0000", "", "│ Hello", "│", "│ See our page[1].",
        "│",
        "│ [1] https://bank.example/",
      ])
  }

  @Test func `a hostile message is told, and harms nobody`() throws {
    let message = try InboxMessage([
      "id": "m\u{1B}[2J", "subject": "a\nb", "body": "x\u{202E}y\u{1B}]0;z\u{7}", "type": "text",
    ])
    let lines = MessageLines.summary(message) + MessageLines.full(message)
    #expect(lines.allSatisfy { DisplayText($0).text == $0 })
    #expect(lines.contains { $0.hasPrefix("! This hides characters") })
  }
}
