import Foundation
import Testing

@testable import countersign

/// The file by which a desktop opens links with this program.
@Suite struct DesktopEntryTests {
  @Test func `the entry is one that desktops read`() {
    let entry = DesktopEntry(command: ["/usr/bin/countersign"], schemes: ["mtoken", "bank-x"])
    let lines = entry.text.split(separator: "\n").map(String.init)
    #expect(lines.first == "[Desktop Entry]")
    #expect(lines.contains("Type=Application"))
    #expect(lines.contains("Terminal=true"))
    #expect(lines.contains("Exec=/usr/bin/countersign open -- %u"))
    #expect(lines.contains("MimeType=x-scheme-handler/mtoken;x-scheme-handler/bank-x;"))
    #expect(entry.text.hasSuffix(";\n"))
  }

  /// The argument, and how the Desktop Entry Specification wants it in a file.
  @Test(arguments: [
    ("plain-1.2_3", "plain-1.2_3"), ("/home/jane/bin/countersign", "/home/jane/bin/countersign"),
    ("two words", #""two words""#), ("100%", "100%%"), ("%u", "%%u"), ("", #""""#),
    ("a$b", #""a\\$b""#), ("a`b", #""a\\`b""#), (#"a"b"#, #""a\\"b""#),
    (#"a\b"#, #""a\\\\b""#), ("a;b", #""a;b""#), ("a&b|c", #""a&b|c""#), ("it's", #""it's""#),
    ("a\nb", #""a\nb""#), ("ž", "ž"),
  ])
  func `an argument is quoted by the rules of the key Exec`(argument: String, quoted: String) {
    #expect(DesktopEntry.quoted(argument) == quoted)
  }

  @Test(arguments: [
    ("mtoken", "mtoken"), ("MToken", "mtoken"), ("a+b-c.1", "a+b-c.1"), ("", nil), ("1a", nil),
    ("a b", nil), ("a;b", nil), ("a:b", nil), ("mtoken://", nil), ("ä", nil), ("a\nb", nil),
    (String(repeating: "a", count: 65), nil),
  ])
  func `a scheme is checked`(text: String, scheme: String?) {
    #expect(DesktopEntry.scheme(text) == scheme)
  }
}
