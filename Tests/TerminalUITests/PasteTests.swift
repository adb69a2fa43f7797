import Testing
import TokenScreens

@testable import TerminalUI

@Suite struct `Bracketed paste` {
  private func paste(_ text: String) -> [Input] {
    var decoder = InputDecoder()
    return decoder.decode(Array("\u{1B}[200~\(text)\u{1B}[201~".utf8)).inputs
  }

  @Test(arguments: [
    ("1234", "1234"), ("", ""), ("a\r\nb\rc\nd", "a\nb\nc\nd"), ("\r\r\n\n", "\n\n\n"),
    ("žlutý 漢字 🙂", "žlutý 漢字 🙂"), ("\u{1B}[A", "\u{1B}[A"),
    ("\u{1B}[201\u{1B}[20", "\u{1B}[201\u{1B}[20"), ("\u{1B}\u{1B}[200~", "\u{1B}\u{1B}[200~"),
    ("\u{03}\u{04}", "\u{03}\u{04}"),
  ])
  func `what is pasted is data`(_ pasted: String, _ text: String) {
    #expect(paste(pasted) == [.paste(text)])
  }

  @Test func `keys after a paste are keys again`() {
    var decoder = InputDecoder()
    let bytes = Array("\u{1B}[200~12\u{1B}[201~3\u{1B}[200~\u{1B}[201~".utf8)
    #expect(decoder.decode(bytes).inputs == [.paste("12"), .key(.character("3")), .paste("")])
  }

  @Test func `a missing end marker is made up for by silence`() {
    var decoder = InputDecoder()
    #expect(decoder.decode(Array("\u{1B}[200~12\u{1B}[2".utf8)) == [])
    #expect(decoder.patience == InputDecoder.pasteDelay)
    #expect(decoder.timeOut().inputs == [.paste("12\u{1B}[2")])
    #expect(decoder.decode(Array("\u{1B}[201~x".utf8)).inputs == [.key(.character("x"))])
  }

  @Test(arguments: [65_535, 65_536, 65_537, 300_000])
  func `a paste is cut at 64 KiB and its rest is not typed`(_ count: Int) {
    let text = String(repeating: "1", count: count)
    #expect(paste(text) == [.paste(String(text.prefix(65_536)))])
  }

  @Test(arguments: 0..<4)
  func `the cut leaves no half character`(_ offset: Int) {
    let text = String(repeating: "a", count: offset) + String(repeating: "🙂", count: 20_000)
    let whole = (65_536 - offset) / 4
    #expect(
      paste(text) == [
        .paste(String(repeating: "a", count: offset) + String(repeating: "🙂", count: whole))
      ])
  }
}
