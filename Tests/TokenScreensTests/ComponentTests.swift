import Testing
import TokenModel

@testable import TokenScreens

/// The parts that the screens are made of.
@Suite struct CanvasTests {
  private func canvas(_ columns: Int = 10, _ rows: Int = 2) -> Canvas {
    Canvas(size: Size(columns: columns, rows: rows))
  }

  @Test(arguments: [
    ("plain", 10, "plain"), ("too long here", 10, "too long …"), ("日本語", 10, "日本語"),
    ("日本語文字列", 10, "日本語文 …"), ("e\u{301}tude", 10, "e\u{301}tude"), ("abc", 2, "a…"),
  ])
  func `a line is cut between clusters, and says so`(text: String, room: Int, drawn: String) {
    var canvas = canvas()
    canvas.text(text, 0, 0, room: room)
    #expect(canvas.frame.text == drawn + "\n")
  }

  @Test func `half a wide cluster never remains`() {
    var canvas = canvas()
    canvas.text("日本", 0, 0)
    canvas.glyph("x", 1, 0, .plain)
    canvas.glyph("y", 2, 0, .plain)
    #expect(canvas.frame.text == " xy\n")
    #expect(!canvas.frame[3, 0].isContinuation)
  }

  @Test func `nothing leaves the clip`() {
    var canvas = canvas()
    canvas.clip = Rect(column: 2, row: 0, columns: 3, rows: 1)
    canvas.text("abcdef", 2, 0)
    canvas.text("above", 2, 1)
    canvas.glyph("x", 9, 0, .plain)
    canvas.fill(Rect(column: -5, row: -5, columns: 50, rows: 4))
    #expect(canvas.frame.text == "  ab…\n")
  }

  @Test func `text ends where it should`() {
    var canvas = canvas()
    #expect(canvas.text("日本", endingAt: 9, 0) == 5)
    #expect(canvas.frame.text == "     日本\n")
  }
}

@Suite struct TextWrapTests {
  @Test(arguments: [
    ("", 5, [""]), ("one two", 10, ["one two"]), ("one two", 5, ["one", "two"]),
    ("abcdefgh", 3, ["abc", "def", "gh"]), ("a\n\nb", 5, ["a", "", "b"]),
    ("日本語", 3, ["日", "本", "語"]), ("ab cdefgh ij", 4, ["ab", "cdef", "gh", "ij"]),
    ("wide", 0, ["w", "i", "d", "e"]),
  ])
  func `text is broken by words, and words by clusters`(
    text: String, width: Int, lines: [String]
  ) {
    #expect(TextWrap.lines(text, width: width) == lines)
  }

  @Test(arguments: [
    ("https://acme.example/cheque.png", 24, ["https://acme.example/", "cheque.png"]),
    ("https://a.example/b?code=1&state=2", 20, ["https://a.example/b", "?code=1&state=2"]),
    ("/home/jane/state", 10, ["/home/", "jane/state"]),
    ("f8a1c8f5-9a0b-4c9c-9d4f", 20, ["f8a1c8f5-9a0b-4c9c-", "9d4f"]),
    ("a/bcdefghij", 10, ["a/bcdefghi", "j"]), ("abc/def", 4, ["abc/", "def"]),
  ])
  func `what is too long is broken where its parts begin, unless the line stays empty`(
    text: String, width: Int, lines: [String]
  ) {
    #expect(TextWrap.lines(text, width: width) == lines)
    #expect(TextWrap.addressLines(text, width: width).joined() == text)
  }

  @Test(arguments: [
    ("Kód ze stránky a z karty", 19, ["Kód ze stránky", "a z karty"]),
    ("Nic (v bance)", 9, ["Nic", "(v bance)"]),
    ("Jde o „s bankou“ i", 12, ["Jde", "o „s bankou“", "i"]),
    ("k bance", 6, ["k", "bance"]), ("A", 5, ["A"]), ("to o  bance", 9, ["to", "o bance"]),
    ("2 z 10 znaků", 4, ["2", "z 10", "znak", "ů"]), ("klíč3k bance", 9, ["klíč3k", "bance"]),
  ])
  func `no Czech line ends in a preposition that has room with its word`(
    text: String, width: Int, lines: [String]
  ) {
    let wrapped = Language.$current.withValue(.czech) { TextWrap.lines(text, width: width) }
    #expect(wrapped == lines)
    #expect(wrapped.allSatisfy { !$0.contains("\u{A0}") })
  }

  @Test func `exact text keeps every blank`() {
    #expect(TextWrap.exactLines("a  b   c", width: 4) == ["a  b", "   c"])
  }
}

@Suite struct TextFieldTests {
  private func field(_ text: String, _ keys: Key...) -> TextField {
    var field = TextField(text, limit: 10)
    for key in keys { field.take(key) }
    return field
  }

  @Test func `text is edited at the cursor`() {
    #expect(field("abc", .left, "x").text == "abxc")
    #expect(field("abc", .home, .delete, .end, .backspace).text == "b")
    #expect(field("one two", .control("w")).text == "one ")
    #expect(field("one two", .left, .control("k"), .control("u")).text == "")
  }

  @Test func `a combining mark joins the letter before it`() {
    let field = field("e", "\u{301}", "t")
    #expect(field.text == "e\u{301}t")
    #expect(field.cursor == 2)
  }

  @Test func `foreign text is made harmless and cut at the limit`() {
    var field = field("abc")
    field.insert("\u{1B}[2J\nlong text")
    #expect(field.text == "abc␛[2J lo")
    #expect(field.cursor == 10)
  }

  @Test func `keys that are none of its business are left alone`() {
    var field = field("abc")
    for key: Key in [.enter, .escape, .tab, .up, .function(1), .alt("x")] {
      let isTaken = field.take(key)
      #expect(!isTaken)
    }
    #expect(field.text == "abc")
  }

  @Test func `the cursor stays in sight in a long text`() {
    var canvas = Canvas(size: Size(columns: 5, rows: 1))
    field("abcdefgh").view(&canvas, 0, 0, columns: 5, isFocused: true)
    #expect(canvas.frame.text == "efgh")
    #expect(canvas.frame.cursor == Position(column: 4, row: 0))
  }
}

@Suite struct ListCursorTests {
  @Test(
    arguments: [
      ([.down, .down], 2, 0), ([.end], 99, 90), ([.end, .pageUp], 90, 90),
      ([.pageDown, .pageDown], 18, 9), ([.end, .home], 0, 0), ([.up], 0, 0), ([.scroll(5)], 5, 5),
      ([.to(50)], 50, 41), ([.to(1000)], 99, 90),
    ] as [([ListCursor.Move], Int, Int)])
  func `the selection stays in the list and on the screen`(
    moves: [ListCursor.Move], index: Int, offset: Int
  ) {
    var cursor = ListCursor()
    for move in moves { cursor.move(move, count: 100, visible: 10) }
    #expect(cursor.index == index)
    #expect(cursor.offset == offset)
  }

  @Test func `a list that shrinks takes the selection along`() {
    var cursor = ListCursor()
    cursor.move(.end, count: 100, visible: 10)
    cursor.settle(count: 3, visible: 10)
    #expect(cursor.index == 2)
    #expect(cursor.offset == 0)
    cursor.settle(count: 0, visible: 10)
    #expect(cursor.index == 0)
  }
}

@Suite struct KeyTableTests {
  /// Every screen that the scenes reach.
  @Test(arguments: Scene.all.indices)
  func `no key of a screen has two meanings, and each is explained`(scene: Int) {
    let stage = Scene.all[scene].play(80, 24)
    let own = stage.state.top.keys(stage.state.world(for: stage.state.routes.count - 1))
    let keys = own.flatMap(\.keys)
    #expect(Set(keys).count == keys.count)
    for row in KeyHelp.table(stage.state) {
      #expect(row.help.hasSuffix("."))
      #expect(!row.help.contains("!"))
    }
  }

  @Test(arguments: Scene.all.indices)
  func `the footer shows keys, and each can be clicked`(scene: Int) {
    let stage = Scene.all[scene].play(80, 24)
    let row = stage.frame.size.rows - 1
    let targets = stage.frame.targets.filter { $0.rect.row == row }
    #expect(targets.count >= 1 || Layout.isTooSmall(stage.frame.size))
    #expect(targets.count <= 7)
  }
}
