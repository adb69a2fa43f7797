import Testing

@testable import TerminalUI

@Suite struct `Replies of the terminal` {
  static let replies: [(String, TerminalReply?)] = [
    ("\u{1B}[?2026;1$y", .synchronizedOutput(true)),
    ("\u{1B}[?2026;2$y", .synchronizedOutput(true)),
    ("\u{1B}[?2026;0$y", .synchronizedOutput(false)),
    ("\u{1B}[?2026;4$y", .synchronizedOutput(false)),
    ("\u{1B}[?2027;1$y", nil),
    ("\u{1B}[?997;1n", .background(isLight: false)),
    ("\u{1B}[?997;2n", .background(isLight: true)),
    ("\u{1B}[?997;3n", nil),
    ("\u{1B}]11;rgb:0000/0000/0000\u{07}", .background(isLight: false)),
    ("\u{1B}]11;rgb:ffff/ffff/ffff\u{1B}\\", .background(isLight: true)),
    ("\u{1B}]11;rgb:fd/f6/e3\u{1B}\\", .background(isLight: true)),
    ("\u{1B}]11;rgb:1/2/3\u{1B}\\", .background(isLight: false)),
    ("\u{1B}]11;rgb:12345/0/0\u{1B}\\", nil),
    ("\u{1B}]11;rgb:-1/0/0\u{1B}\\", nil),
    ("\u{1B}]11;rgb:ff/ff\u{1B}\\", nil),
    ("\u{1B}]11;rgb:/ff/ff\u{1B}\\", nil),
    ("\u{1B}]10;rgb:ffff/ffff/ffff\u{1B}\\", nil),
    ("\u{1B}[?62;4;22c", .sixel(true)),
    ("\u{1B}[?1;2c", .sixel(false)),
    // The class of the terminal, not an ability.
    ("\u{1B}[?4c", .sixel(false)),
    ("\u{1B}[>4;1c", nil),
    ("\u{1B}_Gi=4206;OK\u{1B}\\", .kittyGraphics),
    ("\u{1B}_Gi=4206;EINVAL:no\u{1B}\\", nil),
    ("\u{1B}_Gi=1;OK\u{1B}\\", nil),
  ]

  @Test(arguments: replies)
  func `an answer is understood or swallowed, never typed`(_ text: String, _ reply: TerminalReply?)
  {
    var decoder = InputDecoder()
    #expect(decoder.decode(Array(text.utf8)) == (reply.map { [.reply($0)] } ?? []))
  }
}
