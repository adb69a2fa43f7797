import FoundationEssentials
import Testing
import TokenModel

@Suite struct OfflineOperationTests {
  static let nonce = "mY+ttydXUFdKB+EpEbWN/Q=="
  static let signature = String(repeating: "QUJD", count: 24)  // 72 bytes in the form of Base64.

  static func lines(
    id: String = "op-1", title: String = "Payment", message: String = "Please confirm",
    data: String = "A1*A100CZK", flags: String = "B", extra: [String] = [],
    nonce: String = nonce, seal: String = "1" + signature
  ) -> [String] {
    [id, title, message, data, flags] + extra + [nonce, seal]
  }

  static func parse(_ lines: [String]) throws(OfflineFault) -> OfflineOperation {
    try OfflineOperation(parsing: lines.joined(separator: "\n"))
  }

  static func fields(_ data: String) throws -> [OfflineField] {
    try parse(lines(data: data)).fields
  }

  // MARK: - The lines

  @Test func `a text of seven lines has everything but a one-time password`() throws {
    let operation = try Self.parse(Self.lines())
    #expect(operation.id == "op-1")
    #expect(operation.title == "Payment")
    #expect(operation.message == "Please confirm")
    #expect(operation.data == "A1*A100CZK")
    #expect(operation.template.version == "A")
    #expect(operation.template.number == 1)
    #expect(operation.totp == nil)
    #expect(!operation.isNewerFormat)
    #expect(operation.nonce.count == 16)
    #expect(operation.signer == .personalized)
    #expect(operation.signature.count == 72)
    #expect(operation.signedContent == "op-1&A1*A100CZK")
  }

  @Test func `the sixth of eight lines is a one-time password, which is signed`() throws {
    let operation = try Self.parse(Self.lines(extra: ["12345678"]))
    #expect(operation.totp == "12345678")
    #expect(!operation.isNewerFormat)
    #expect(operation.signedContent == "op-1&A1*A100CZK&12345678")
  }

  @Test(arguments: [["12345678", "future"], ["12345678", "a", "", "b"]])
  func `lines of a later version stand before the nonce and are told of`(
    extra: [String]
  ) throws {
    let operation = try Self.parse(Self.lines(extra: extra))
    #expect(operation.isNewerFormat)
    #expect(operation.totp == "12345678")
    #expect(operation.nonce.first == 0x99)
    #expect(operation.signature.count == 72)
  }

  @Test func `an empty line for the password is none`() throws {
    #expect(try Self.parse(Self.lines(extra: [""])).totp == nil)
  }

  @Test func `everything up to the signature is signed, the kind of key included`() throws {
    let lines = Self.lines(seal: "0" + Self.signature)
    let operation = try Self.parse(lines)
    #expect(operation.signer == .master)
    let text = lines.joined(separator: "\n")
    #expect(operation.signedBytes == Array(text.utf8.dropLast(Self.signature.utf8.count)))
    #expect(operation.signedBytes.last == UInt8(ascii: "0"))
  }

  @Test(arguments: ["\n", "\r\n", "\r"], ["", "\n", "\r\n\r\n", " \t\n"])
  func `line ends of a file or a terminal are undone`(end: String, tail: String) throws {
    let plain = try Self.parse(Self.lines(message: "Grüß dich 🍎"))
    let text = Self.lines(message: "Grüß dich 🍎").joined(separator: end) + tail
    #expect(try OfflineOperation(parsing: text) == plain)
    #expect(try OfflineOperation(parsing: "\u{FEFF}" + text) == plain)
  }

  @Test(arguments: [
    ("", [] as [Character]), ("BXFC", ["B", "X", "F", "C"]), ("CZ1B", ["C", "B"]), ("b", []),
  ])
  func `flags come in any order, and unknown ones say nothing`(
    letters: String, known: [Character]
  ) throws {
    let flags = try Self.parse(Self.lines(flags: letters)).flags
    #expect(flags.allowsBiometry == known.contains("B"))
    #expect(flags.flipsButtons == known.contains("X"))
    #expect(flags.warnsOfFraud == known.contains("F"))
    #expect(flags.blocksOnCall == known.contains("C"))
  }

  // MARK: - Escapes

  @Test(arguments: [
    (#"one\ntwo"#, "one\ntwo"), (#"back\\slash"#, #"back\slash"#),
    (#"not\\na line"#, #"not\na line"#), (#"\\\n"#, "\\\n"), (#"star\*"#, #"star\*"#),
    (#"end\"#, #"end\"#), (#"\t"#, #"\t"#), ("é\u{301}\\n\u{301}", "é\u{301}\n\u{301}"),
  ])
  func `title and message are unescaped in one walk`(text: String, expected: String) throws {
    let operation = try Self.parse(Self.lines(title: text, message: text))
    #expect(Array(operation.title.unicodeScalars) == Array(expected.unicodeScalars))
    #expect(operation.message == operation.title)
  }

  @Test(arguments: [
    (#"A0*Na\*b*Nc"#, [.note("a*b"), .note("c")] as [OfflineField]),
    (#"A0*Na\\*Nb"#, [.note(#"a\"#), .note("b")]),
    (#"A0*Na\\\*b"#, [.note(#"a\*b"#)]),
    (#"A0*Nline\none"#, [.note("line\none")]), (#"A0*Nno\\none"#, [.note(#"no\none"#)]),
    ("A0*N*T", [.note(""), .text("")]), ("A0**T1*", [.empty, .text("1"), .empty]),
    ("A0*N\u{301}x", [.note("\u{301}x")]),
  ])
  func `fields are divided at bare asterisks`(data: String, expected: [OfflineField]) throws {
    #expect(try Self.fields(data) == expected)
  }

  // MARK: - Fields

  @Test(arguments: [
    ("100CZK", "100", "CZK"), ("1250.00eur", "1250.00", "EUR"), ("-0.5USD", "-0.5", "USD"),
    ("123456789012345678CZK", "123456789012345678", "CZK"),
    ("123456789012345678.99CZK", "123456789012345678.99", "CZK"), ("0CZK", "0", "CZK"),
    (".325CZK", "0.325", "CZK"), ("-.5CZK", "-0.5", "CZK"), ("7.CZK", "7", "CZK"),
  ])
  func `an amount is exact`(content: String, digits: String, currency: String) throws {
    let number = try #require(Decimal(string: digits))
    #expect(
      try Self.fields("A1*A" + content) == [.amount(number, digits: digits, currency: currency)])
  }

  @Test(arguments: [
    "CZK", "", "1CZ", ".CZK", "-.CZK", "1.2.3CZK", "+1CZK", "1e5CZK", "1,50CZK", "--1CZK", "-CZK",
    "1 CZK", "1xCZK", "100C1K", "١CZK", String(repeating: "9", count: 39) + "CZK",
  ])
  func `what is no amount to the last character is refused`(content: String) {
    #expect(throws: OfflineFault.invalidField(1)) { try Self.fields("A1*A" + content) }
  }

  @Test(
    arguments: [
      ("CZ55", "CZ55", nil), ("CZ55,GIBACZPX", "CZ55", "GIBACZPX"), ("CZ55,", "CZ55", nil),
    ] as [(String, String, String?)])
  func `an account has an IBAN and may have a BIC`(
    content: String, iban: String, bic: String?
  ) throws {
    #expect(try Self.fields("A1*I" + content) == [.iban(iban, bic: bic)])
  }

  @Test(arguments: ["", ",", ",GIBACZPX", "A,B,C", "cz55", "CZ 55", "CZ-55", "ČZ55"])
  func `a BIC is never taken for an account`(content: String) {
    #expect(throws: OfflineFault.invalidField(1)) { try Self.fields("A1*I" + content) }
  }

  @Test(arguments: [
    ("20190629", "2019-06-29"), ("20240229", "2024-02-29"), ("20000229", "2000-02-29"),
  ])
  func `a date is a day of the calendar`(content: String, date: String) throws {
    #expect(try Self.fields("A1*D" + content) == [.date(date)])
  }

  @Test(arguments: ["", "2019062", "201906290", "20190631", "20230229", "19000229", "2019-6-1"])
  func `what is no day is refused`(content: String) {
    #expect(throws: OfflineFault.invalidField(1)) { try Self.fields("A1*D" + content) }
  }

  @Test func `other letters are kept with their text`() throws {
    #expect(
      try Self.fields("Z99*Q123/0300*RRef*Xnew\\*")
        == [.account("123/0300"), .reference("Ref"), .other(letter: "X", "new*")])
    let template = try Self.parse(Self.lines(data: "Z99")).template
    #expect(!template.isKnownVersion)
    #expect(template.number == 99)
  }

  // MARK: - Faults

  static let faults: [(String, [String], OfflineFault)] = [
    ("nothing", [], .tooFewLines(0)),
    ("six lines", Array(lines().dropFirst()), .tooFewLines(6)),
    ("no identifier", lines(id: ""), .noOperationID),
    ("no last line", lines(seal: "1"), .invalidSignature),
    ("an unknown key", lines(seal: "2" + signature), .invalidSignature),
    ("a mark on the key", lines(seal: "1\u{301}" + signature), .invalidSignature),
    ("no Base64", lines(seal: "1" + signature + "?"), .invalidSignature),
    ("too short", lines(seal: "1" + String(repeating: "QUJD", count: 21)), .invalidSignature),
    ("too long", lines(seal: "1" + String(repeating: "QUJD", count: 86)), .invalidSignature),
    ("padding inside", lines(seal: "1" + "QQ==" + signature), .invalidSignature),
    ("no nonce", lines(nonce: ""), .invalidNonce),
    ("15 bytes", lines(nonce: "mY+ttydXUFdKB+EpEbWN"), .invalidNonce),
    ("17 bytes", lines(nonce: "mY+ttydXUFdKB+EpEbWN/QE="), .invalidNonce),
    ("no data", lines(data: ""), .noOperationData),
    ("a small letter", lines(data: "a1"), .invalidVersion),
    ("no version", lines(data: "*A1CZK"), .invalidVersion),
    ("no number", lines(data: "A"), .invalidTemplate),
    ("three digits", lines(data: "A100"), .invalidTemplate),
    ("a sign", lines(data: "A-1"), .invalidTemplate),
    ("seven fields", lines(data: "A1*T*T*T*T*T*T*T"), .tooManyFields(7)),
    ("a bad field", lines(data: "A1*T*Dtoday"), .invalidField(2)),
    ("a tab", lines(title: "a\tb"), .controlCharacter(line: 2)),
    ("an escape", lines(message: "\u{1B}[2J"), .controlCharacter(line: 3)),
  ]

  @Test(arguments: faults.indices)
  func `a fault has its name`(index: Int) {
    let (name, lines, fault) = Self.faults[index]
    #expect(throws: fault, "\(name)") { try Self.parse(lines) }
  }

  @Test func `of several faults the first one counts`() {
    var lines = Self.lines(
      id: "", title: "\t", data: "", nonce: "", seal: "")
    #expect(throws: OfflineFault.tooFewLines(5)) { try Self.parse(lines) }  // The end is trimmed.
    lines[6] = "9"
    #expect(throws: OfflineFault.noOperationID) { try Self.parse(lines) }
    lines[0] = "op"
    #expect(throws: OfflineFault.invalidSignature) { try Self.parse(lines) }
    lines[6] = "0" + Self.signature
    #expect(throws: OfflineFault.invalidNonce) { try Self.parse(lines) }
    lines[5] = Self.nonce
    #expect(throws: OfflineFault.noOperationData) { try Self.parse(lines) }
    lines[3] = "A1"
    #expect(throws: OfflineFault.controlCharacter(line: 2)) { try Self.parse(lines) }
  }

  @Test(arguments: ["mY+ttydXUFdKB+EpEbWN/Q==", "mY+ttydXUFdKB+EpEbWN/Q"])
  func `Base64 may lack its padding`(nonce: String) throws {
    #expect(try Self.parse(Self.lines(nonce: nonce)).nonce.last == 0xFD)
  }

  @Test(arguments: [
    "mY+ttydXUFdKB+EpEbWN/Q=", "mY+ttydXUFdKB+EpEbWN/Q===", "mY-ttydXUFdKB_EpEbWN_Q",
  ])
  func `half a padding and other alphabets are refused`(nonce: String) {
    #expect(throws: OfflineFault.invalidNonce) { try Self.parse(Self.lines(nonce: nonce)) }
  }

  @Test func `a QR code's 4296 characters are taken, and not one more`() throws {
    let rest = Self.lines(message: "").joined(separator: "\n").utf8.count
    let longest = String(repeating: "x", count: OfflineOperation.characterLimit - rest)
    #expect(try Self.parse(Self.lines(message: longest)).message == longest)
    #expect(throws: OfflineFault.tooLong(limit: 4296)) {
      try Self.parse(Self.lines(message: longest + "x"))
    }
  }
}
