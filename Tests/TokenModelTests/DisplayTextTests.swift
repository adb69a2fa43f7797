import Testing
import TokenModel

@Suite struct DisplayTextTests {
  @Test(
    arguments: [
      ("plain č 漢字 😀", "plain č 漢字 😀", false),
      ("red \u{1B}[31m", "red ␛[31m", true),
      ("bell\u{7}del\u{7F}", "bell␇del␡", true),
      ("c1 \u{9B}2J", "c1 \u{FFFD}2J", true),
      ("a\r\nb\rc\u{2028}d", "a\nb\nc\nd", false),
      ("tab\there", "tab here", false),
      ("1\u{A0}250,00\u{202F}Kč", "1 250,00 Kč", false),
      ("user\u{202E}gpj.exe", "user\u{FFFD}gpj.exe", true),
      ("zero\u{200B}width\u{FEFF}", "zero\u{FFFD}width\u{FFFD}", true),
      ("soft\u{AD}hyphen", "soft\u{FFFD}hyphen", true),
      ("tag\u{E0041}", "tag\u{FFFD}", true),
      ("private \u{E000}", "private \u{FFFD}", true),
      ("❤\u{FE0F}", "❤", false),
      ("family 👨\u{200D}👩", "family 👨👩", false),
      ("joined 1\u{200D}2", "joined 1\u{FFFD}2", true),
      ("joined a\u{200D}b", "joined a\u{FFFD}b", true),
      ("hangul filler \u{3164}", "hangul filler \u{FFFD}", true),
    ] as [(String, String, Bool)])
  func `hostile characters become visible marks`(
    hostile: String, shown: String, flagged: Bool
  ) {
    let text = DisplayText(hostile)
    #expect(Array(text.text.unicodeScalars) == Array(shown.unicodeScalars))
    #expect(text.hidesCharacters == flagged)
  }

  @Test func `piled up combining marks are cut after three`() {
    let text = DisplayText("e" + String(repeating: "\u{301}", count: 40))
    #expect(text.text.unicodeScalars.count == 4)
    #expect(text.hidesCharacters)
  }

  @Test(arguments: [
    ("Acme Bank", false), ("Асме Банк", false), ("Aсme Bank", true), ("Αcme", true),
    ("Acme Банк", false), ("5 µm", false),
  ])
  func `a word of two alphabets is noticed`(text: String, mixed: Bool) {
    #expect(DisplayText(text).mixesScripts == mixed)
  }

  @Test(arguments: [
    ("abc", 3), ("č", 1), ("e\u{301}", 1), ("漢字", 4), ("😀", 2), ("한국", 4), ("", 0), ("ﬁ", 1),
  ])
  func `width counts terminal columns per grapheme cluster`(text: String, columns: Int) {
    #expect(DisplayWidth.of(text) == columns)
  }

  @Test func `no scalar at all lets a control character through`() {
    for value in UInt32(0)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let text = DisplayText("x" + String(Character(scalar))).text.unicodeScalars
      for shown in text where shown != "\n" {
        #expect(shown.value >= 0x20 && !(0x7F...0x9F).contains(shown.value))
        #expect(shown.properties.generalCategory != .format)
      }
    }
  }
}
