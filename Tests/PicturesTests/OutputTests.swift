import Testing
import TokenModel

@testable import Pictures

/// What decoders write is read to the last byte, and worthless when one does not belong.
@Suite struct SymbolOutputTests {
  private func cells(_ text: String, columns: Int = 8, rows: Int = 4) -> PictureCells? {
    SymbolOutput.cells(Array(text.utf8), columns: columns, rows: rows)
  }

  @Test func `a recorded picture becomes cells with colours`() throws {
    // chafa 1.12.4, --colors 240 --symbols vhalf --size 6x2, shortened to two rows of four.
    let recorded = """
      \u{1B}[0m\u{1B}[38;5;160;48;5;196m▄▄\u{1B}[38;5;161m▄\u{1B}[48;5;160m▄\u{1B}[0m
      \u{1B}[38;5;124;48;5;124m▄ \u{1B}[7m▀\u{1B}[0m█\u{1B}[0m

      """
    let picture = try #require(cells(recorded))
    #expect(picture.columns == 4 && picture.rows.count == 2)
    #expect(String(picture.rows[0].map(\.glyph)) == "▄▄▄▄")
    #expect(
      picture.rows[0].map(\.pixels) == [
        PixelColours(foreground: 160, background: 196),
        PixelColours(foreground: 160, background: 196),
        PixelColours(foreground: 161, background: 196),
        PixelColours(foreground: 161, background: 160),
      ])
    #expect(String(picture.rows[1].map(\.glyph)) == "▄ ▀█")
    #expect(picture.rows[1][3].pixels == PixelColours())
  }

  @Test(arguments: [
    "", "\n\n", "\u{1B}[2J", "▄\u{1B}]0;x\u{7}", "▄\u{1B}[38;2;1;2;3m▄", "▄\u{1B}[38;5;7m▄",
    "▄\u{1B}[38;5;256m▄", "▄\u{1B}[31m▄", "▄\u{1B}[38;5m▄", "▄\u{1B}[", "▄\r", "▄\t", "▄\u{9B}31m",
    "▄\u{202E}", "é", "漢", "▄\u{301}", "▄▄▄▄▄▄▄▄▄", "▄\n▄\n▄\n▄\n▄", "\u{1B}Pq\u{1B}\\",
    "▄\u{1B}[?25l", "▄\u{1B}7", "▄\u{0}",
  ])
  func `anything else makes it worthless`(text: String) {
    #expect(cells(text) == nil)
  }

  @Test func `bytes that are no UTF-8 are worthless`() {
    #expect(SymbolOutput.cells([0xE2, 0x96], columns: 8, rows: 4) == nil)
  }
}

@Suite struct SixelOutputTests {
  private static let recorded =
    "\u{1B}P0;1;0q\"1;1;12;8#0;2;5;1;74#1;2;5;3;75#0!12~$-#1!12B\u{1B}\\"

  @Test func `one whole string is passed on as it is`() throws {
    let sixel = try #require(SixelOutput(Array(Self.recorded.utf8)))
    #expect(sixel.width == 12 && sixel.height == 8)
    #expect(sixel.bytes == Array(Self.recorded.utf8))
    #expect(SixelOutput(Array((Self.recorded + "\n").utf8))?.bytes == sixel.bytes)
  }

  @Test(arguments: [
    "", "\u{1B}P", "\u{1B}P0;1;0q\u{1B}\\", "x" + recorded, recorded + "x", recorded + recorded,
    recorded.replacing("~", with: "\u{1B}[2J"), recorded.replacing("~", with: "\u{7}"),
    recorded.replacing("~", with: "\u{9C}"), recorded.replacing("~", with: "\u{18}"),
    recorded.replacing("\"1;1;12;8", with: ""), recorded.replacing("12;8", with: "12"),
    recorded.replacing("12;8", with: "0;8"), recorded.replacing("12;8", with: "12;99999"),
    recorded.replacing("P0;1;0q", with: "Px"), recorded.replacing("P0;1;0q", with: "P:q"),
    recorded.replacing("1;1;12;8", with: "1;2;12;8"), recorded.replacing("12;8", with: "12;8;1"),
    recorded.replacing("12;8", with: "99999999999999999999;8"),
  ])
  func `anything else is worthless`(text: String) {
    #expect(SixelOutput(Array(text.utf8)) == nil)
  }

  @Test(arguments: [
    // To the right: by repetition, by single sixels, after a carriage return, on a later line.
    "!13~", "!12~~", "~~~~~~~~~~~~~", "!12~$!13~", "!12~-!13B", "!4096?", "!12?$$!12~?",
    // Below: lines, and pixels of the last one that lie under its edge.
    "------~", "~-~-?", "~---", "!12~-F", "!12~-!12~",
  ])
  func `what paints beyond its own size is worthless`(data: String) {
    #expect(Self.sixel(data) == nil)
  }

  @Test(arguments: [
    "!0~", "!~", "!", "!3", "!3#1", "!3$", "!3;4~", "!99999~", "!99999999999999999999999999~",
    "\"1;1;12;8", "~\"1;1;99;99~", "#~", "#1024~", "#1;2~", "#1;2;5;1~", "#1;3;5;1;74~",
    "#1;2;5;1;101~", "#1;1;361;1;1~", "#1;2;5;1;74;9~", "~3~", "~;~", " ~", "~\n~", "*", "/", ">",
  ])
  func `numbers out of place or out of reach are worthless`(data: String) {
    #expect(Self.sixel(data) == nil)
  }

  @Test(arguments: ["", "~", "!12~-!12B", "!12~$!12~-!12B-", "#1023!3~", "#0;1;360;100;100!12?"])
  func `up to the very edge it may paint`(data: String) {
    #expect(Self.sixel(data)?.width == 12)
  }

  /// Of 12 by 8 pixels.
  private static func sixel(_ data: String) -> SixelOutput? {
    SixelOutput(Array("\u{1B}P0;1;0q\"1;1;12;8\(data)\u{1B}\\".utf8))
  }
}

@Suite struct KittyOutputTests {
  private static func recorded(_ payload: String = "AAAA/wD/AP8=") -> String {
    "\u{1B}_Ga=T,f=32,s=2,v=1,c=2,r=1,m=1\u{1B}\\\u{1B}_Gm=1;\(payload)\u{1B}\\\u{1B}_Gm=0\u{1B}\\"
  }

  @Test func `the pixels are packed anew in words of our own`() throws {
    let kitty = try #require(KittyOutput(Array(Self.recorded().utf8)))
    #expect(kitty.width == 2 && kitty.height == 1)
    #expect(
      String(decoding: kitty.bytes, as: UTF8.self)
        == "\u{1B}_Ga=T,q=2,C=1,i=4207,p=1,f=32,s=2,v=1,m=0;AAAA/wD/AP8=\u{1B}\\")
  }

  @Test func `a large picture goes in parts, however it came`() throws {
    // As chafa writes: 512 bytes in each part, padded.
    let part = "\u{1B}_Gm=1;" + String(repeating: "AAAA", count: 170) + "AAA=\u{1B}\\"
    let text =
      "\u{1B}_Ga=T,f=32,s=64,v=64,c=2,r=1,m=1\u{1B}\\" + String(repeating: part, count: 32)
      + "\u{1B}_Gm=0\u{1B}\\"
    let kitty = try #require(KittyOutput(Array(text.utf8)))
    let parts = String(decoding: kitty.bytes, as: UTF8.self).split(separator: "\u{1B}\\")
    #expect(parts.count == 6)
    #expect(parts.allSatisfy { $0.hasPrefix("\u{1B}_G") && $0.utf8.count < 4_200 })
    #expect(parts.dropLast().allSatisfy { $0.contains("m=1;") && !$0.hasSuffix("=") })
    #expect(parts.last?.contains("m=0;") == true)
  }

  @Test(arguments: [
    "", recorded() + "x", "x" + recorded(), recorded().replacing("s=2,", with: ""),
    recorded().replacing("f=32", with: "f=100"), recorded().replacing("s=2", with: "s=3"),
    recorded("AAAA/wD/AP8"), recorded("AAAA/wD\u{7}AP8="), recorded("AAAA=wD/AP8="),
    recorded().replacing("\u{1B}_Gm=0", with: "\u{1B}[2J\u{1B}_Gm=0"),
    recorded().replacing("s=2,v=1", with: "s=99999,v=99999"),
    recorded().replacing("s=2,v=1", with: "s=-2,v=-1"),
  ])
  func `anything else is worthless`(text: String) {
    #expect(KittyOutput(Array(text.utf8)) == nil)
  }

  @Test(arguments: [
    // Another action, another medium, another image, an animation, compression, a place of its own.
    ("a=T", "a=d"), ("a=T", "a=t"), ("a=T,", ""), ("a=T", "a=T,t=f"), ("a=T", "a=T,t=s"),
    ("a=T", "a=T,i=1"), ("a=T", "a=T,o=z"), ("a=T", "a=T,X=9"), ("a=T", "a=T,z=1"),
    // A key twice, one without a value, none at all.
    ("a=T", "a=T,a=d"), ("a=T", "a=T,s"), ("a=T", "a=T,s="), ("a=T", "a=T,"), ("a=T", "a=T,=1"),
    ("s=2", "s=2,s=2"),
    // The parts do not agree on which is the last, or begin anew.
    ("r=1,m=1", "r=1,m=0"), ("_Gm=1", "_Gm=0"), ("_Gm=1", "_Gm=2"), ("_Gm=0", "_Gm=1"),
    ("_Gm=0", "_Ga=T,m=0"), ("_Gm=0", "_Gi=7,m=0"), ("_Gm=0", "_Ga=d,d=A"),
  ])
  func `what asks for anything but one image is worthless`(key: String, other: String) {
    #expect(KittyOutput(Array(Self.recorded().replacing(key, with: other).utf8)) == nil)
  }

  @Test func `seams of pixels that are almost opaque are closed, and no others`() throws {
    // Alpha 243, as `chafa` leaves it, and 128.
    let kitty = try #require(KittyOutput(Array(Self.recorded("AAAA8wD/AIA=").utf8)))
    #expect(String(decoding: kitty.bytes, as: UTF8.self).hasSuffix(";AAAA/wD/AIA=\u{1B}\\"))
  }
}

@Suite struct CodeLengthsTests {
  private static func symbol(_ data: String) -> String {
    "<symbol type='QR-Code' quality='1'><data\(data)]]></data></symbol>\n"
  }

  @Test func `lengths come from the text, or are told where it is coded`() throws {
    let xml =
      Self.symbol("><![CDATA[one\ntwo")
      + Self.symbol(" format='base64' length='3'><![CDATA[\nAP8A\n")
    #expect(CodeLengths.lengths(Array(xml.utf8)) == [7, 3])
    let raw = Array("one\ntwo\n".utf8) + [0xC5, 0x0A, 0xBD, 0x0A]
    let codes = try CodeLengths.split(raw, tool: "zbarimg", Array(xml.utf8))
    #expect(codes == [Array("one\ntwo".utf8)[...], [0xC5, 0x0A, 0xBD]])
  }

  @Test func `a code that looks like the next one is one`() {
    let xml = Self.symbol("><![CDATA[<data><![CDATA[x")
    #expect(CodeLengths.lengths(Array(xml.utf8)) == ["<data><![CDATA[x".utf8.count])
  }

  @Test(arguments: ["one\n", "one\ntwo\nx", "one\ntwo", ""])
  func `outputs that do not agree are worthless`(raw: String) {
    let xml = Self.symbol("><![CDATA[one") + Self.symbol("><![CDATA[two")
    #expect(throws: PictureFault.notDecoded(tool: "zbarimg")) {
      _ = try CodeLengths.split(Array(raw.utf8), tool: "zbarimg", Array(xml.utf8))
    }
  }
}
