import Testing
import TokenModel

@testable import TokenScreens

@Suite struct PINAdviceTests {
  @Test(
    arguments: [
      ("1234", "Easy to guess: many people choose it. You may keep it."),
      ("1112", "Easy to guess: many people choose it. You may keep it."),
      ("3883", "Easy to guess: it has few different digits. You may keep it."),
      ("692692", "Easy to guess: it repeats itself. You may keep it."),
      (
        "1456",
        "Guessable: its digits go in equal steps. You may keep it."
      ),
      ("1990", "Guessable: it looks like a date. You may keep it."),
      ("9562", nil), ("481937", nil),
      ("wintér7", "Easy to guess: a passphrase needs eight characters. You may keep it."),
      ("ababababab", "Easy to guess: it has few different characters. You may keep it."),
      ("four brown horses", nil),
    ] as [(String, String?)])
  func `what is easy to guess is said with its reason`(typed: String, words: String?) throws {
    let pin = try #require(PIN.digits(typed))
    #expect(PINAdvice(pin, at: Stage().now)?.words == words)
  }

  @Test func `a PIN in the making shows nobody its digits`() {
    var field = SecretField()
    for digit in "4071" { field.take(.character(digit)) }
    var dumped = ""
    dump(field, to: &dumped)
    for text in [String(describing: field), String(reflecting: field), dumped] {
      #expect(!text.contains("4071"))
      #expect(!text.contains("52"))
    }
  }

  @Test func `a paste is one line as a whole, or nothing`() throws {
    var field = SecretField()
    let refused = [field.paste(" 40\u{7}71"), field.paste("4071\n4071"), field.paste("\n")]
    #expect(refused == [.notOneLine, .notOneLine, .notOneLine])
    #expect(field.count == 0)
    let taken = field.paste("4071\r\n")
    #expect(taken == .changed)
    #expect(field.pin == PIN.digits("4071"))
  }

  @Test func `letters make a passphrase, of which a key takes back a whole one`() throws {
    var field = SecretField()
    for character in "žluťoučký" { field.take(.character(character)) }
    #expect(field.holdsLetters)
    #expect(field.count == 9)
    field.take(.backspace)
    #expect(field.pin == PIN.digits("žluťoučk"))
    for _ in 0..<8 { field.take(.backspace) }
    #expect(field.pin == nil)
    for digit in "4071" { field.take(.character(digit)) }
    #expect(!field.holdsLetters)
  }

  @Test func `a PIN is corrected and taken once`() {
    var field = SecretField()
    for digit in "40719" { field.take(.character(digit)) }
    field.take(.backspace)
    let pins = [field.takePIN(), field.takePIN()]
    #expect(pins == [PIN.digits("4071"), nil])
    #expect(field.count == 0)
  }

  @Test func `a PIN has an end`() {
    var field = SecretField()
    let verdicts = [field.paste(String(repeating: "7", count: 128)), field.take("7")]
    #expect(verdicts == [.changed, .full])
    #expect(field.count == 128)
  }
}
