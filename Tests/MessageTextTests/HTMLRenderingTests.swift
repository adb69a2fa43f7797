import Testing
import TokenModel

@testable import MessageText

/// HTML in, lines of 40 columns out.
@Suite struct HTMLRenderingTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let html: String
    let lines: [String]

    init(_ name: String, _ html: String, _ lines: [String]) {
      (testDescription, self.html, self.lines) = (name, html, lines)
    }
  }

  static let words: [Row] = [
    Row("words", "Hello   <b>bold</b>\n world", ["Hello bold world"]),
    Row("emphasis inside a word", "un<i>believ</i>able", ["unbelievable"]),
    Row("paragraphs", "<p>One.<p>Two.</p>", ["One.", "", "Two."]),
    Row("lines", "One<br>two<br/>three", ["One", "two", "three"]),
    Row("two breaks", "One<br><br>two", ["One", "", "two"]),
    Row("divisions", "<div>One</div><div>two</div>", ["One", "two"]),
    Row("headings", "<h1>Title</h1>Text<h3>Part</h3>", ["Title", "", "Text", "", "Part"]),
    Row(
      "wrapping", "<p>The quick brown fox jumps over the lazy dog and away.</p>",
      ["The quick brown fox jumps over the lazy", "dog and away."]),
    Row(
      "a long word", "<p>\(String(repeating: "x", count: 50))</p>",
      [String(repeating: "x", count: 40), String(repeating: "x", count: 10)]),
    Row(
      "a blank that does not break",
      "<p>You have received exactly today the 1&nbsp;250&nbsp;EUR.</p>",
      ["You have received exactly today the", "1 250 EUR."]),
    Row("entities", "&lt;b&gt; &amp; &euro; &#x41; &nope;", ["<b> & € A &nope;"]),
    Row("wide", "<p>日本語 text</p>", ["日本語 text"]),
    Row("plain words", "no markup at all", ["no markup at all"]),
    Row("nothing", "", []),
    Row("only markup", "<p> <br> </p><div></div>", []),
  ]

  static let blocks: [Row] = [
    Row("a list", "<ul><li>one<li>two</ul>", ["• one", "• two"]),
    Row("numbers", "<ol start=9><li>nine<li>ten</ol>", ["9. nine", "10. ten"]),
    Row(
      "lists in lists", "<ol><li>a<ul><li>b<li>c</ul><li>d</ol>",
      ["1. a", "", "   • b", "   • c", "2. d"]),
    Row(
      "wrapped entries", "<ul><li>The quick brown fox jumps over the dog.</ul>",
      ["• The quick brown fox jumps over the", "  dog."]),
    Row("terms", "<dl><dt>Term<dd>Its meaning</dl>", ["Term", "  Its meaning"]),
    Row(
      "a quote", "<blockquote><p>One</p><p>two</p></blockquote>", ["│ One", "│", "│ two"]),
    Row("preformatted", "<pre>\na  b\n  c\n</pre>", ["a  b", "  c"]),
    Row("a rule", "a<hr>b", ["a", "", String(repeating: "─", count: 40), "b"]),
    Row(
      "a table",
      "<table><tr><th>Day<th>Amount</tr><tr><td>Monday<td>12 EUR</tr></table>",
      ["Day     Amount", "──────  ──────", "Monday  12 EUR"]),
    Row(
      "a wide table",
      "<table><tr><td>Account<td>The quick brown fox jumps over the lazy dog</tr></table>",
      ["Account  The quick brown fox jumps over", "         the lazy dog"]),
    Row(
      "a table too wide for its words",
      "<table><tr><th>A<th>B<th>C<th>D<th>E<th>F<th>G</tr><tr>"
        + String(repeating: "<td>wordword", count: 7) + "</tr></table>",
      ["A", "B", "C", "D", "E", "F", "G"].map { "\($0): wordword" }),
    Row(
      "a table that only places things",
      "<table><tr><td><table><tr><td><p>Dear client,</p><p>hello.</p></table></table>",
      ["Dear client,", "", "hello."]),
  ]

  static let links: [Row] = [
    Row(
      "a link", "See <a href='https://bank.example/x'>the page</a>.",
      ["See the page[1].", "", "[1] https://bank.example/x"]),
    Row(
      "the same twice",
      "<a href='https://a.example/'>one</a> <a href=' HTTPS://b.example/'>two</a> "
        + "<a href='https://a.example/'>three</a>",
      ["one[1] two[2] three[1]", "", "[1] https://a.example/", "[2] HTTPS://b.example/"]),
    Row(
      "mail and telephone", "<a href=mailto:a@b.example>write</a> <a href=tel:+420123>call</a>",
      ["write[1] call[2]", "", "[1] mailto:a@b.example", "[2] tel:+420123"]),
    Row(
      "no other scheme",
      ["http://a.example", "javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "/x"]
        .map { "<a href=\"\($0)\">w</a>" }.joined(separator: " "), ["w w w w w"]),
    Row("a broken address", "<a href='https:///x'>w</a>", ["w"]),
    Row(
      "a hidden scheme", "<a href=' java\nscript:alert(1)'>w</a>", ["w"]),
    Row("a picture", "<img src='https://t.example/1.gif' alt='Our logo'>", ["[Our logo]"]),
    Row("a picture without words", "a<img src='https://t.example/1.gif'>b", ["ab"]),
    Row(
      "a picture that leads somewhere", "<a href='https://a.example/'><img alt=Logo></a>",
      ["[Logo][1]", "", "[1] https://a.example/"]),
  ]

  static let never: [Row] = [
    Row(
      "scripts and styles",
      "<style>p { }</style>a<script>document.write('<p>x')</script><p>b", ["a", "", "b"]),
    Row(
      "forms",
      "<form action=/x>Name: <input value=me><button>Send</button>"
        + "<textarea>t</textarea><select><option>o</select></form>", ["Name:"]),
    Row("frames and objects", "a<iframe src=x>i</iframe><object>o</object>b", ["ab"]),
    Row("the head", "<html><head><title>T</title></head><body>b</body></html>", ["b"]),
    Row("comments", "a<!-- <p>no</p> -->b", ["ab"]),
    Row("what the bank hides", "<div style='display: none'>x</div><p hidden>y</p>z", ["z"]),
    Row("broken tags", "<p>a<b>b</p>c</i></div><ul><li>d", ["ab", "", "c", "", "• d"]),
    Row("an open tag at the end", "text <a href='https://", ["text"]),
    Row("less than", "1 < 2 and 3 > 2", ["1 < 2 and 3 > 2"]),
    Row("control characters", "a\u{1B}[31mb\u{7}&#27;c\u{0}d", ["a␛[31mb␇c␀d"]),
    Row("reordering", "a\u{202E}b", ["a\u{FFFD}b"]),
    Row("right to left", "<p>שלום 123</p>", ["שלום 123"]),
  ]

  @Test(arguments: words + blocks + links + never)
  func `HTML becomes lines`(row: Row) {
    let layout = MessageLayout(MessageDocument(body: row.html, isHTML: true), width: 40)
    #expect(layout.lines.map(\.text) == row.lines)
  }

  @Test func `emphasis, headings and links keep their looks`() throws {
    let document = MessageDocument(
      body: "<h2>H</h2><p>a <b>b <i>c</i></b> <a href='https://x.example/'>d</a>", isHTML: true)
    let lines = MessageLayout(document, width: 40).lines
    #expect(lines[0].spans[0].look == .heading)
    let spans = lines[2].spans
    #expect(spans.map(\.text) == ["a", "b", "c", "d[1]"])
    #expect(spans.map(\.emphasis) == [[], .strong, [.strong, .stressed], []])
    #expect(spans.map(\.link) == [nil, nil, nil, 1])
    #expect(lines[4].spans.map(\.look) == [.mark, .address])
  }

  @Test(arguments: [8, 16, 20, 36, 40, 80, 200])
  func `no line is wider than there is room`(width: Int) {
    let tables =
      "<table><tr><td>\(String(repeating: "w ", count: 90))<td>x<td>long-word</tr></table>"
    let html = (Self.words + Self.blocks + Self.links + Self.never).map(\.html).joined() + tables
    for line in MessageLayout(MessageDocument(body: html, isHTML: true), width: width).lines {
      #expect(DisplayWidth.of(line.text) <= width, "\(line.text)")
    }
  }
}
