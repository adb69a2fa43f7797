import Testing
import TokenModel

@testable import MessageText

/// Bodies that somebody wrote to do harm: bounded in time and in length, whatever they are.
@Suite struct HostileBodyTests {
  static let size = 65_536

  struct Body: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let text: String

    /// As many repetitions as the servers let through.
    init(_ name: String, _ part: String, tail: String = "") {
      testDescription = name
      text =
        String(repeating: part, count: HostileBodyTests.size / part.unicodeScalars.count) + tail
    }
  }

  static let bodies = [
    Body("one word", "x"), Body("words", "word "), Body("breaks", "<br>"), Body("rules", "<hr>"),
    Body("deep emphasis", "<b>"), Body("deep boxes", "<div>"), Body("deep lists", "<ul><li>"),
    Body("deep quotes", "<blockquote>"), Body("deep tables", "<table><tr><td>x"),
    Body("rows", "<tr><td>x"), Body("cells", "<td>x"), Body("entities", "&lt;"),
    Body("unknown entities", "&a;"), Body("open tags", "<"), Body("open comments", "<!--"),
    Body("attributes", "<p", tail: ">"), Body("closing tags", "</b>"),
    Body("links", "<a href=tel:1>"),
    Body("many links", "<a href=https://a.example/1>w</a>"), Body("quotes", "<a href='"),
    Body("right to left", "\u{202E}אב "), Body("combining marks", "a\u{301}\u{301}\u{301}\u{301}"),
    Body("control characters", "\u{1B}]8;;x\u{7}"), Body("emoji", "👩‍👩‍👧 "),
    Body("nothing", "\u{0}"), Body("paragraphs", "<p>a"), Body("misnested", "<b><i></b></i>"),
    Body("tabs", "\t"), Body("lines", "a\n"),
  ]

  @Test(arguments: bodies, [true, false])
  func `any body becomes bounded, harmless text`(body: Body, isHTML: Bool) {
    let start = ContinuousClock.now
    let document = MessageDocument(body: body.text, isHTML: isHTML)
    let layout = MessageLayout(document, width: 76)
    #expect(layout.lines.count <= MessageLayout.mostLines)
    let text = layout.lines.map(\.text).joined(separator: "\n")
    #expect(DisplayText(text).text == text)
    // Some 20 ms where it is optimised; a quadratic way would take minutes.
    #expect(ContinuousClock.now - start < .seconds(30))
  }

  @Test func `many attributes cost no more than few`() {
    let names = (0..<9000).map { "a\($0)" }.joined(separator: " ")
    let document = MessageDocument(body: "<p \(names)>text</p><p>more", isHTML: true)
    #expect(MessageLayout(document, width: 40).lines.map(\.text) == ["text", "", "more"])
  }

  @Test func `entities that multiply stay what they are`() {
    let bomb = """
      <!DOCTYPE html [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">
      <!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]><p>&c;</p>
      """
    let lines = MessageLayout(MessageDocument(body: bomb, isHTML: true), width: 40).lines
    #expect(lines.map(\.text).joined().count < 200)
  }

  @Test func `a file outside is not read`() {
    let page = #"<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd">]><p>a&x;b</p>"#
    let text = MessageLayout(MessageDocument(body: page, isHTML: true), width: 40).lines
      .map(\.text).joined()
    #expect(!text.contains("root:"))
  }

  @Test func `what is nested too deeply is cut, and that is told`() {
    let deep = String(repeating: "<div>", count: 1000) + "bottom"
    #expect(MessageDocument(body: "<p>top</p>" + deep, isHTML: true).isCutShort)
    #expect(!MessageDocument(body: "<p>top</p><div>bottom</div>", isHTML: true).isCutShort)
  }

  @Test(arguments: [true, false])
  func `a body beyond the servers' limit is cut, and that is told`(isHTML: Bool) {
    let long = String(repeating: "word ", count: 20_000)
    let document = MessageDocument(body: long, isHTML: isHTML)
    #expect(document.isCutShort)
    #expect(MessageLayout(document, width: 80).lines.count < 1000)
  }

  @Test func `hidden characters and look-alikes are told`() {
    #expect(MessageDocument(body: "a\u{202E}b", isHTML: true).hidesCharacters)
    #expect(MessageDocument(body: "a\u{1B}b", isHTML: false).hidesCharacters)
    #expect(MessageDocument(body: "Acme \u{441}lient", isHTML: true).mixesScripts)
    let honest = MessageDocument(body: "<p>Dear client,", isHTML: true)
    #expect(!honest.hidesCharacters && !honest.mixesScripts)
  }
}
