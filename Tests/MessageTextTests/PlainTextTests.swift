import Testing
import TokenModel

@testable import MessageText

/// Bodies of plain text.
@Suite struct PlainTextTests {
  private func lines(_ body: String, width: Int = 40) -> [String] {
    MessageLayout(MessageDocument(body: body, isHTML: false), width: width).lines.map(\.text)
  }

  @Test(arguments: [
    ("One\r\ntwo", ["One", "two"]),
    ("One\n\ntwo", ["One", "", "two"]),
    ("One\n\n\n\n\ntwo", ["One", "", "", "two"]),
    ("\n\nOne\n  deeper", ["One", "  deeper"]),
    (
      "The quick brown fox jumps over the lazy dog.",
      ["The quick brown fox jumps over the lazy", "dog."]
    ),
    ("<b>not HTML</b> &amp;", ["<b>not HTML</b> &amp;"]),
    ("", []),
  ])
  func `lines stay, long ones are wrapped`(body: String, expected: [String]) {
    #expect(lines(body) == expected)
  }

  @Test func `an address leads where it says, without the full stop`() {
    let document = MessageDocument(
      body: "See https://bank.example/x. Or http://other.example", isHTML: false)
    #expect(document.links == ["https://bank.example/x"])
    let spans = MessageLayout(document, width: 60).lines[0].spans
    #expect(spans.map(\.text) == ["See", "https://bank.example/x", ". Or http://other.example"])
    #expect(spans.map(\.link) == [nil, 1, nil])
  }

  @Test func `a message of an unknown kind is read as text`() throws {
    let message = try InboxMessage(["id": "1", "type": "markdown", "body": "<b>x</b>"])
    let layout = MessageLayout(MessageDocument(message), width: 40)
    #expect(layout.lines.map(\.text) == ["<b>x</b>"])
  }
}
