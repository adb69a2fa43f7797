import Testing
import TokenScreens

@testable import TerminalUI

@Suite struct `Input decoder` {
  static let text = [
    Typed("a", .character("a")),
    Typed("0 ~", .character("0"), .character(" "), .character("~")),
    Typed("ř漢🙂", .character("ř"), .character("漢"), .character("🙂")),
    Typed("e\u{301}", .character("e"), .character("\u{301}")),
    Typed("\r", .enter), Typed("\n", .enter), Typed("\t", .tab),
    Typed("\u{7F}\u{08}", .backspace, .backspace),
    Typed("\u{03}\u{1A}\u{00}", .control("c"), .control("z"), .control(" ")),
    Typed("\u{1C}\u{1D}\u{1E}\u{1F}", .control("\\"), .control("]"), .control("^"), .control("_")),
    Typed("ESCxESC5ESCř", .alt("x"), .alt("5"), .alt("ř")),
    Typed("ESC\u{7F}ESC\u{08}ESC\r", .alt("\u{7F}"), .alt("\u{7F}"), .alt("\r")),
    Typed("ESCESC[A", .escape, .up),
  ]

  static let sequences = [
    Typed("ESC[AESC[BESC[CESC[D", .up, .down, .right, .left),
    Typed("ESCOAESCOBESCOCESCOD", .up, .down, .right, .left),
    Typed("ESC[HESC[FESCOHESCOF", .home, .end, .home, .end),
    Typed("ESC[1~ESC[2~ESC[3~ESC[4~", .home, .insert, .delete, .end),
    Typed("ESC[5~ESC[6~ESC[7~ESC[8~", .pageUp, .pageDown, .home, .end),
    Typed("ESC[1;5AESC[1;2DESC[3;5~", .up, .left, .delete),
    Typed("ESC[ZESC[1;2Z", .backTab, .backTab),
    Typed("ESCOPESCOQESCORESCOS", .function(1), .function(2), .function(3), .function(4)),
    Typed("ESCO5PESCO1;5P", .function(1), .function(1)),
    Typed("ESC[1;2PESC[1;5R", .function(1), .function(3)),
    Typed("ESC[11~ESC[15~ESC[17~ESC[21~", .function(1), .function(5), .function(6), .function(10)),
    Typed(
      "ESC[23~ESC[24~ESC[26~ESC[28~", .function(11), .function(12), .function(14), .function(15)),
    Typed("ESC[29~ESC[31~ESC[34~", .function(16), .function(17), .function(20)),
    Typed("ESC[[AESC[[E", .function(1), .function(5)),
    Typed("ESCOpESCOyESCOMESCOn", .character("0"), .character("9"), .enter, .character(".")),
    Typed(bytes: [0x9B, 0x41, 0x8F, 0x42], .up, .down),
    Typed("\u{9B}A", .up),
  ]

  static let reported = [
    Typed("ESC[97uESC[97;1u", .character("a"), .character("a")),
    Typed("ESC[97;2uESC[97:65;2uESC[49:33;2u", .character("A"), .character("A"), .character("!")),
    Typed("ESC[97;65uESC[97;5uESC[97;3u", .character("A"), .control("a"), .alt("a")),
    Typed("ESC[97;1;98u", .character("b")),
    Typed("ESC[97;1:2uESC[97;1:3uESC[1;1:3A", .character("a")),
    Typed("ESC[13uESC[27uESC[9uESC[127u", .enter, .escape, .tab, .backspace),
    Typed("ESC[9;2uESC[13;3uESC[13;5uESC[127;3u", .backTab, .alt("\r"), .alt("\u{7F}")),
    Typed("ESC[57399uESC[57408uESC[57414u", .character("0"), .character("9"), .enter),
    Typed("ESC[57417uESC[57424uESC[57376u", .left, .end, .function(13)),
    Typed("ESC[57441uESC[57358uESC[97;9uESC[1u", []),
    Typed("ESC[27;5;97~ESC[27;2;65~ESC[27;3;49~", .control("a"), .character("A"), .alt("1")),
  ]

  static let reports = [
    Typed("ESC[IESC[O", .focus(gained: true), .focus(gained: false)),
    Typed("ESC[<0;1;1MESC[<0;80;24m", press(0, 0), .mouse(Mouse(.release, at: at(79, 23)))),
    Typed("ESC[<32;5;6MESC[<16;2;3M", .mouse(Mouse(.drag, at: at(4, 5))), press(1, 2)),
    // A drag: press, motions that run over the edge of the handle, release.
    Typed(
      "ESC[<0;3;9MESC[<32;4;9MESC[<32;40;9MESC[<36;41;10MESC[<0;41;10m", press(2, 8),
      drag(3, 8), drag(39, 8), drag(40, 9), .mouse(Mouse(.release, at: at(40, 9)))),
    // Motion with another button, or with none, is nobody's drag.
    Typed("ESC[<33;4;9MESC[<34;4;9MESC[<35;4;9M", []),
    Typed("ESC[<64;2;2MESC[<65;2;2M", wheel(.wheelUp), wheel(.wheelDown)),
    Typed("ESC[<2;1;1MESC[<66;1;1MESC[<35;1;1MESC[<0;0;1MESC[<0;1M", []),
    Typed("ESC[M !!ESC[M#!!", press(0, 0), .mouse(Mouse(.release, at: at(0, 0)))),
    Typed("ESC[M\"12", []),
  ]

  private static func drag(_ column: Int, _ row: Int) -> Input {
    .mouse(Mouse(.drag, at: at(column, row)))
  }

  private static func at(_ column: Int, _ row: Int) -> Position {
    Position(column: column, row: row)
  }
  private static func press(_ column: Int, _ row: Int) -> Input {
    .mouse(Mouse(.press, at: at(column, row)))
  }
  private static func wheel(_ event: Mouse.Event) -> Input { .mouse(Mouse(event, at: at(1, 1))) }

  static let swallowed = [
    "ESC[99~", "ESC[1;2;3x", "ESC[5;3R", "ESC[12;40R", "ESC[?1;2c", "ESC[>41;354;0c", "ESC[0n",
    "ESC[?1u", "ESC[8;24;80t", "ESC[49 q", "ESC[!p", "ESC[1234567890123456789012u",
    "ESC[?2026;1$y", "ESC[:::u", "ESC[;;;~", "ESC[<1;2;3z", "ESC[=7c", "ESC[201~", "ESCO5p",
    "ESCO1;5M", "ESCO5", "ESC[[9", "ESC]11;rgb:1111/2222/3333ESC\\", "ESC]52;c;MTIz\u{07}",
    "ESCP1+r544e=1234ESC\\", "ESC_G12;34ESC\\", "ESC^123ESC\\", "ESCX123ESC\\", "ESC[1 2 3z",
    "ESC[3?4h", "\u{9D}0;123\u{07}", "ESC[12\u{18}", "ESC]12\u{1A}",
  ]

  @Test(arguments: text + sequences + reported + reports)
  func `bytes become the inputs they stand for`(_ typed: Typed) {
    var decoder = InputDecoder()
    #expect(decoder.inputs(typed.bytes) == typed.inputs)
  }

  @Test(arguments: text + sequences + reported + reports)
  func `bytes mean the same when each is read alone`(_ typed: Typed) {
    var decoder = InputDecoder()
    #expect(typed.bytes.flatMap { decoder.inputs([$0]) } == typed.inputs)
  }

  @Test(arguments: swallowed)
  func `a sequence that is no key types nothing and hides nothing after it`(_ text: String) {
    var decoder = InputDecoder()
    let sequence = Typed(text, [])
    let isOpen = text == "ESCO5"
    #expect(decoder.inputs(sequence.bytes) == [])
    #expect(decoder.inputs(Array("x".utf8)) == (isOpen ? [] : [.key(.character("x"))]))
  }

  @Test func `a sequence longer than any with a meaning is swallowed to its final byte`() {
    var decoder = InputDecoder()
    let bytes = [0x1B, 0x5B] + [UInt8](repeating: 0x31, count: 100_000) + Array("ux".utf8)
    #expect(decoder.inputs(bytes) == [.key(.character("x"))])
  }

  @Test(arguments: ["ESC[12\r", "ESC]0;12\r", "ESCO\r", "ESC[[\r"])
  func `Enter gets out of a sequence that never ends`(_ text: String) {
    var decoder = InputDecoder()
    #expect(decoder.inputs(Typed(text, []).bytes) == [.key(.enter)])
  }

  @Test(arguments: ["ESC[12ESC[A", "ESC]0;12ESC[A", "ESCOESC[A", "ESC[MESC[A", "ESC[[ESC[A"])
  func `a new sequence replaces one that never ended`(_ text: String) {
    var decoder = InputDecoder()
    #expect(decoder.inputs(Typed(text, []).bytes) == [.key(.up)])
  }

  @Test(arguments: [
    [0xC3, 0x41], [0xFF, 0x41], [0xC0, 0x80, 0x41], [0xED, 0xA0, 0x80, 0x41], [0xF0, 0x82, 0x41],
    [0xF4, 0x90, 0x41], [0xE2, 0x82, 0x41], [0x80, 0x41], [0xF8, 0x41],
  ])
  func `invalid UTF-8 types nothing and the next key counts`(_ bytes: [UInt8]) {
    var decoder = InputDecoder()
    #expect(decoder.inputs(bytes) == [.key(.character("A"))])
  }
}
