import Foundation
import Testing

@testable import TokenModel

/// Messages as servers send them, and as they should not.
@Suite struct InboxMessageTests {
  static let whole: JSONValue = [
    "id": "m-1", "type": "html", "subject": "Statement", "summary": "It is ready.",
    "body": "<p>x</p>", "read": true, "timestampCreated": "2026-06-29T14:43:13+0000",
  ]

  @Test func `a whole message is read`() throws {
    let message = try InboxMessage(Self.whole)
    #expect(message.id == "m-1" && message.content == .html && message.isRead)
    #expect(message.subject == "Statement" && message.summary == "It is ready.")
    #expect(message.body == "<p>x</p>")
    #expect(message.created == Date(timeIntervalSince1970: 1_782_744_193))
  }

  @Test(arguments: ["type", "subject", "summary", "body", "read", "timestampCreated"])
  func `all but the identifier may be absent, null or of another type`(member: String) throws {
    for value: JSONValue in [.null, 7, ["x": 1], []] {
      let message = try InboxMessage(Self.whole.setting(member, to: value))
      #expect(message.id == "m-1")
      if member == "subject" { #expect(message.subject.isEmpty) }
      if member == "body" { #expect(message.body == nil) }
      if member == "read" { #expect(!message.isRead) }
      if member == "type" { #expect(message.content == .text) }
    }
  }

  @Test(arguments: [JSONValue.null, "", 5, ["x"]])
  func `a message without an identifier is none`(id: JSONValue) {
    #expect(throws: InboxMessage.Fault(member: "id")) {
      try InboxMessage(Self.whole.setting("id", to: id))
    }
  }

  @Test(arguments: [
    ("text", InboxMessage.Content.text), ("TEXT", .text), ("html", .html), ("HTML", .html),
    ("markdown", .unknown("markdown")), ("", .unknown("")),
  ])
  func `types are read in any case, unknown ones keep their names`(
    wire: String, content: InboxMessage.Content
  ) throws {
    #expect(try InboxMessage(Self.whole.setting("type", to: .string(wire))).content == content)
  }

  @Test(arguments: [
    JSONValue.string("2026-06-29T14:43:13+0000"), "2026-06-29T14:43:13Z",
    "2026-06-29T14:43:13.000+00:00", "2026-06-29T16:43:13+02:00", 1_782_744_193_000,
  ])
  func `a date counts in every form`(date: JSONValue) throws {
    let message = try InboxMessage(Self.whole.setting("timestampCreated", to: date))
    #expect(message.created == Date(timeIntervalSince1970: 1_782_744_193))
  }

  @Test func `a date that is none loses the date and nothing else`() throws {
    let message = try InboxMessage(Self.whole.setting("timestampCreated", to: "yesterday"))
    #expect(message.created == nil && message.id == "m-1")
  }

  @Test func `one broken message in a page does not lose the rest`() {
    let page = InboxPage(
      [Self.whole, "nonsense", ["subject": "x"], .null, Self.whole.setting("id", to: "m-2")],
      size: 5)
    #expect(page.messages.map(\.id) == ["m-1", "m-2"])
    #expect(page.unreadable == 3)
    #expect(!page.isLast, "broken entries count as entries")
  }

  @Test func `a page shorter than asked for is the last`() {
    #expect(InboxPage([Self.whole], size: 2).isLast)
    #expect(!InboxPage([Self.whole], size: 1).isLast)
    #expect(InboxPage([], size: 1).isLast)
  }

  @Test func `having been read changes nothing else`() throws {
    let unread = try InboxMessage(Self.whole.setting("read", to: false))
    #expect(unread.asRead == (try InboxMessage(Self.whole)))
  }
}
