import Foundation
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
    let date = Date(timeIntervalSince1970: 1_782_744_193)
    #expect(
      MessageLines.full(try InboxMessage(Self.source)) == [
        "│ Your new card", LocalTime.full(date), "", "│ Hello", "│", "│ See our page[1].",
        "│",
        "│ [1] https://bank.example/",
      ])
  }

  @Test func `a date has the form of the language, and the hour of this machine`() throws {
    let date = Date(timeIntervalSince1970: 1_782_744_193)
    let english = try #require(
      LocalTime.full(date).wholeMatch(of: /2026-06-(29|30) (\d\d:\d\d:13)/))
    let (day, time) = (english.output.1, english.output.2)
    #expect(LocalTime.minute(date) == "2026-06-\(day) \(time.prefix(5))")
    Language.$current.withValue(.czech) {
      #expect(LocalTime.full(date) == "\(day). 6. 2026 \(time)")
      #expect(LocalTime.day(date) == "\(day). 6. 2026")
    }
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
