import FoundationEssentials
import Testing
import TokenModel

@Suite struct JSONValueTests {
  @Test func `printed JSON holds nothing that steers a terminal, and reads back the same`() throws {
    let hostile = "\u{1B}[2J \u{7F} \u{9B}31m \u{202E}abc\u{200B} \u{E0041} \u{2028} č 😀 \\ \" \n"
    let value: JSONValue = ["text": .string(hostile)]
    let printed = value.terminalBytes
    for scalar in String(decoding: printed, as: UTF8.self).unicodeScalars where scalar != "\n" {
      #expect(scalar.value >= 0x20 && !(0x7F...0x9F).contains(scalar.value))
      #expect(scalar.properties.generalCategory != .format)
    }
    #expect(try JSONValue(parsing: printed) == value)
  }

  @Test(arguments: [
    "12345678901234567890.12345678", "0.1", "-0.005", "1000000000000000000",
  ])
  func `numbers keep every digit`(number: String) throws {
    let value = try JSONValue(parsing: Array(number.utf8))
    #expect(value.decimal?.description == number)
    #expect(String(decoding: value.bytes(), as: UTF8.self) == number)
  }

  @Test func `a number beyond all bounds does not take its neighbours along`() throws {
    let value = try JSONValue(parsing: Array(#"{"a": 1e999, "b": 7, "c": null}"#.utf8))
    #expect(value["a"] == nil)
    #expect(value["b"]?.int == 7)
    #expect(value["c"] == nil)
  }

  @Test(arguments: [
    (#"\ud83d"#, "\u{FFFD}"), (#"\uDE00!"#, "\u{FFFD}!"), (#"\ud83d\ude00"#, "😀"),
    (#"\ud83d\ud83d\ude00"#, "\u{FFFD}😀"), (#"\ud83dx\u00e9"#, "\u{FFFD}xé"),
    (#"\\ud83d"#, #"\ud83d"#), (#"\ude00\ud83d"#, "\u{FFFD}\u{FFFD}"), (#"\\"#, #"\"#),
  ])
  func `half a character in one string does not hide the others`(
    escaped: String, text: String
  ) throws {
    let value = try JSONValue(parsing: Array(#"[{"a": "\#(escaped)"}, "b"]"#.utf8))
    #expect(value == [["a": .string(text)], "b"])
  }

  @Test func `bytes that are not UTF-8 do not hide the other strings`() throws {
    let value = try JSONValue(parsing: Array(#"["a"#.utf8) + [0xC4] + Array(#"", "č"]"#.utf8))
    #expect(value == ["a\u{FFFD}", "č"])
  }

  @Test(arguments: ["[", "{\"a\":"], [64, 100_000])
  func `deep nesting is read or refused, and no more`(opening: String, depth: Int) async {
    let closing = opening == "[" ? "]" : "}"
    let text =
      String(repeating: opening, count: depth) + "0" + String(repeating: closing, count: depth)
    // Where the token parses: on a thread of the pool, whose stack is smaller.
    let isRead = await Task.detached { (try? JSONValue(parsing: Array(text.utf8))) != nil }.value
    #expect(isRead == (depth == 64))
  }

  @Test(arguments: [#"["\"#, #"["\u"#, #"["\ud83d"#, #"["\ud83d\u"#])
  func `an escape that is cut off is no JSON`(text: String) {
    #expect(throws: (any Error).self) { try JSONValue(parsing: Array(text.utf8)) }
  }

  @Test func `nesting ends at 64 levels, and brackets in strings do not count`() throws {
    func nested(_ depth: Int) -> [UInt8] {
      Array((String(repeating: "[", count: depth) + String(repeating: "]", count: depth)).utf8)
    }
    #expect(try JSONValue(parsing: nested(64)).array?.count == 1)
    #expect(throws: JSONText.TooDeep.self) { try JSONValue(parsing: nested(65)) }
    let brackets = String(repeating: "[", count: 100) + #"\"{"#
    let text = try JSONValue(parsing: Array("[\"\(brackets)\"]".utf8))
    #expect(text.array?.first?.string?.count == 102)
  }

  @Test(arguments: ["", "{", "{\"a\":}", "nul", "{} {}", "\u{FEFF}"])
  func `what is not JSON is refused`(text: String) {
    #expect(throws: (any Error).self) { try JSONValue(parsing: Array(text.utf8)) }
  }
}
