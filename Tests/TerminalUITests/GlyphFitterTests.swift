import CTerminal
import Testing

@testable import TerminalUI

@Suite struct `Glyph fitting` {
  /// The measures of the locale that the terminal session sets.
  private func fit(_ glyph: Character, columns: Int, isASCIIOnly: Bool = false) -> String {
    _ = ct_set_locale()
    let fitter = GlyphFitter(width: { Int(ct_width($0)) }, isASCIIOnly: isASCIIOnly)
    let parts = fitter.fit(glyph, columns: columns)
    #expect(parts.reduce(0) { $0 + $1.columns } == columns)
    #expect(parts.allSatisfy { $0.scalars.count <= GlyphFitter.mostScalars })
    return parts.map { part in
      String(String.UnicodeScalarView(part.scalars.compactMap(Unicode.Scalar.init)))
    }.joined(separator: "|")
  }

  @Test(
    arguments: [
      ("a", 1, "a"), ("ž", 1, "ž"), ("e\u{301}", 1, "e\u{301}"), ("漢", 2, "漢"), ("🙂", 2, "🙂"),
      ("─", 1, "─"), ("●", 1, "●"),
    ] as [(Character, Int, String)])
  func `a glyph that fits is drawn as it is`(_ glyph: Character, _ columns: Int, _ drawn: String) {
    #expect(fit(glyph, columns: columns) == drawn)
  }

  @Test(
    arguments: [
      "\u{1B}", "\u{07}", "\t", "\n", "\r\n", "\u{7F}", "\u{9B}", "\u{202E}", "\u{200B}",
      "\u{FEFF}",
      "\u{2066}", "\u{200D}", "\u{301}", "a\u{E0041}", "a\u{200D}", "漢",
      "a\u{301}\u{302}\u{303}\u{304}\u{305}", "\u{2028}", "\u{FE0F}",
    ] as [Character])
  func `what must not reach the terminal becomes a mark`(_ glyph: Character) {
    #expect(fit(glyph, columns: 1) == "\u{FFFD}")
  }

  @Test func `a cluster of several emoji becomes a mark of the same width`() {
    #expect(fit("👩\u{200D}💻", columns: 2) == "\u{FFFD}| ")
  }

  @Test func `a glyph narrower than its place is padded`() {
    #expect(fit("⚠\u{FE0F}", columns: 2) == "⚠| ")
    #expect(fit("a", columns: 2) == "a| ")
  }

  @Test func `spacing parts of one cluster share its cells`() {
    #expect(fit("कि", columns: 2) == "क|ि")
    #expect(fit("🇨🇿", columns: 2) == "🇨|🇿")
  }

  @Test(
    arguments: [
      ("a", "a"), ("─", "-"), ("│", "|"), ("┌", "+"), ("●", "*"), ("○", "o"), ("▌", "|"),
      ("⚠", "!"),
      ("⏎", "<"), ("\u{A0}", " "), ("ž", "?"), ("\u{1B}", "?"), ("€", "E"),
    ] as [(Character, String)])
  func `a terminal without UTF-8 gets ASCII only`(_ glyph: Character, _ drawn: String) {
    #expect(fit(glyph, columns: 1, isASCIIOnly: true) == drawn)
  }

  @Test func `a wide glyph keeps its width in ASCII`() {
    #expect(fit("漢", columns: 2, isASCIIOnly: true) == "?| ")
  }
}
