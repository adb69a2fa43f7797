import Testing

@testable import TerminalUI

@Suite struct `Control strings` {
  @Test func `a title cannot end its own string`() {
    #expect(
      ControlStrings.title("Bank\u{1B}\\\u{07}\u{9C}\u{202E}\u{200B}\r\n2")
        == "\u{1B}]2;Bank\\2\u{1B}\\")
  }

  @Test func `a title and a notification are cut`() {
    let long = String(repeating: "x", count: 10_000)
    #expect(ControlStrings.title(long).count == 126)
    #expect(ControlStrings.ring(long).count == 127)
  }

  @Test(arguments: [
    ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="),
    ("fooba", "Zm9vYmE="), ("foobar", "Zm9vYmFy"), ("\u{7FF}ÿ?>", "37/Dvz8+"),
  ])
  func `the clipboard gets Base64 of RFC 4648`(_ text: String, _ encoded: String) {
    #expect(ControlStrings.copy(text) == "\u{1B}]52;c;\(encoded)\u{1B}\\")
  }

  @Test func `what is switched on is switched off again`() {
    let modes = ["2004", "1004", "2031"]
    #expect(modes.allSatisfy { ControlStrings.enter.contains("[?\($0)h") })
    #expect(modes.allSatisfy { ControlStrings.leave.contains("[?\($0)l") })
    for mode in ["1000", "1002", "1006"] {
      #expect(ControlStrings.mouse(true).contains("[?\(mode)h"))
      #expect(ControlStrings.mouse(false).contains("[?\(mode)l"))
    }
  }
}
