import Testing
import TokenScreens

@testable import TerminalUI

@Suite struct `Input timing` {
  @Test func `a lone ESC is a key after its delay`() {
    var decoder = InputDecoder(escapeDelay: 40)
    #expect(decoder.decode([0x1B]) == [])
    #expect(decoder.patience == 40)
    #expect(decoder.timeOut() == [.input(.key(.escape))])
    #expect(decoder.patience == nil)
  }

  @Test func `nothing waits for time while nothing is pending`() {
    var decoder = InputDecoder()
    #expect(decoder.patience == nil)
    _ = decoder.decode(Array("abc\u{1B}[A".utf8))
    #expect(decoder.patience == nil)
    #expect(decoder.timeOut() == [])
  }

  @Test(arguments: [("O", Key.alt("O")), ("]", .alt("]")), ("P", .alt("P")), ("_", .alt("_"))])
  func `an introducer alone was Alt with a letter`(_ letter: String, _ key: Key) {
    var decoder = InputDecoder()
    #expect(decoder.decode(Array("\u{1B}\(letter)".utf8)) == [])
    #expect(decoder.patience == InputDecoder.introducerDelay)
    #expect(decoder.timeOut() == [.input(.key(key))])
    #expect(decoder.decode(Array("x".utf8)) == [.input(.key(.character("x")))])
  }

  @Test(arguments: ["\u{1B}[", "\u{1B}[13", "\u{1B}]11", "\u{1B}O1", "\u{1B}[M1"])
  func `no silence turns the rest of a sequence into typed digits`(_ start: String) {
    var decoder = InputDecoder()
    #expect(decoder.decode(Array(start.utf8)) == [])
    #expect(decoder.patience == nil)
    #expect(decoder.timeOut() == [])
    #expect(decoder.decode(Array("12".utf8)) == [])
  }

  @Test func `a sequence torn after its ESC by a slow line types no digits`() {
    var decoder = InputDecoder()
    #expect(decoder.decode([0x1B]) == [])
    #expect(decoder.timeOut() == [.input(.key(.escape))])
    #expect(
      decoder.decode(Array("[49;5u1".utf8)).inputs == [
        .key(.control("1")), .key(.character("1")),
      ])
  }

  @Test func `ESC within a string that goes on differently ends it`() {
    var decoder = InputDecoder()
    #expect(decoder.decode(Array("\u{1B}]11;\u{1B}".utf8)) == [])
    #expect(decoder.patience == 25)
    #expect(decoder.timeOut() == [.input(.key(.escape))])
    #expect(decoder.decode(Array("7".utf8)) == [.input(.key(.character("7")))])
  }
}
