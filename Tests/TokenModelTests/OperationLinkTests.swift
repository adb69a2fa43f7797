import Foundation
import Testing

@testable import TokenModel

/// Links and codes in every form that servers print and browsers hand on.
@Suite struct OperationLinkTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let text: String
    let id: String
    let otp: String?

    init(_ text: String, _ id: String, _ otp: String? = nil) {
      (self.text, self.id, self.otp) = (text, id, otp)
    }

    var testDescription: String { text.debugDescription }
  }

  static func token(_ claims: String, isPadded: Bool = false, isURLSafe: Bool = false) -> String {
    var text = Data(claims.utf8).base64EncodedString()
    if !isPadded { text = text.replacing("=", with: "") }
    if isURLSafe { text = text.replacing("+", with: "-").replacing("/", with: "_") }
    return "eyJhbGciOiJub25lIn0.\(text)."
  }

  static let both = #"{"oid":"op-1","potp":"12345678"}"#
  /// Its Base64 has all of `+`, `/` and `=`.
  static let odd = #"{"oid":"op?>~ÿ","potp":"0?>"}"#

  static let links = [
    Row("mtoken://operation?oid=op-1&potp=12345678", "op-1", "12345678"),
    Row("mtoken://operation?oid=op-1&totp=12345678", "op-1", "12345678"),
    Row("mtoken://operation?potp=1&totp=2&oid=op-1", "op-1", "1"),
    Row("mtoken://operation?totp=2&potp=1&oid=op-1", "op-1", "2"),
    Row("mtoken://operation?totp=&potp=1&oid=op-1", "op-1", "1"),
    Row("mtoken://operation?oid=op-1", "op-1"),
    Row("mtoken://operation?oid=op-1&potp=", "op-1"),
    Row("mtoken://operation?oid=first&oid=second", "first"),
    Row("mtoken://operation?a=1&&b&oid=op-1", "op-1"),
    Row("mtoken://operation?oid=a%2Fb%20%2B%3D&potp=%31%32", "a/b +=", "12"),
    Row("mtoken://operation?oid=a/b+c=&potp=7", "a/b+c=", "7"),
    Row("mtoken://operation?oid=op-1#oid=op-2", "op-1"),
    Row("MToken+X.1-a:operation?oid=op-1", "op-1"),
    Row("https://bank.example/pac?oid=op-1&potp=1", "op-1", "1"),
    Row("  \r\n\u{FEFF}mtoken://operation?oid=op-1&potp=1\t\r\n", "op-1", "1"),
    Row("mtoken://operation?oid=%D7%A9%D7%9C%D7%95%D7%9D", "שלום"),
    Row("mtoken://operation?oid=שלום&potp=1", "שלום", "1"),
  ]

  static let tokens = [
    Row(token(both), "op-1", "12345678"),
    Row(token(both, isPadded: true), "op-1", "12345678"),
    Row(token(odd), "op?>~ÿ", "0?>"),
    Row(token(odd, isPadded: true), "op?>~ÿ", "0?>"),
    Row(token(odd, isURLSafe: true), "op?>~ÿ", "0?>"),
    Row(token(odd, isPadded: true, isURLSafe: true), "op?>~ÿ", "0?>"),
    Row(token(#"{"totp":"1","oid":"op-1"}"#), "op-1", "1"),
    Row(token(#"{"oid":"op-1","potp":12345678}"#), "op-1", "12345678"),
    Row(token(#"{"oid":"op-1","potp":null}"#), "op-1"),
    Row(token(#"{"oid":"op-1"}"#), "op-1"),
    Row("\r\n " + token(both) + "signature \r\n", "op-1", "12345678"),
    Row("." + token(both).split(separator: ".")[1], "op-1", "12345678"),
    Row("mtoken://operation?code=" + token(both), "op-1", "12345678"),
    Row("mtoken://operation?code=" + token(odd, isPadded: true), "op?>~ÿ", "0?>"),
  ]

  @Test(arguments: links + tokens)
  func `a text names its operation, and its password where it has one`(row: Row) throws {
    let link = try OperationLink(parsing: row.text)
    #expect(link.operationID == row.id)
    #expect(link.otp == row.otp.map { Secret($0.utf8) })
    #expect(link.withoutOTP.otp == nil)
  }

  @Test func `a password is never printed`() throws {
    let link = try OperationLink(parsing: "mtoken://operation?oid=op-1&potp=97531864")
    let check = try #require(link.proximityCheck(by: .deepLink, received: .distantPast))
    for text in ["\(link)", "\(check)", "\(ScannedText.operation(link))"] {
      #expect(text.contains("•••") && !text.contains("97531864"))
    }
  }

  static let faults: [(String, LinkFault)] = [
    ("", .unreadable), (" \r\n", .unreadable), ("abc", .unreadable),
    ("operation?oid=1", .unreadable), ("1token://operation?oid=1", .unreadable),
    ("://operation?oid=1", .unreadable), ("mtoken://operation", .noOperation),
    ("mtoken://operation?", .noOperation), ("mtoken://operation?code=abc", .unreadable),
    ("mtoken://code=" + token(both), .noOperation), ("mtoken://operation?oid=", .noOperation),
    ("mtoken://operation?potp=1", .unreadable), ("mtoken://operation?oid=%", .unreadable),
    ("mtoken://operation?oid=%zz", .unreadable), ("mtoken://operation?oid=%FF", .unreadable),
    ("mtoken://operation?oid=a%0Ab", .noOperation),
    ("mtoken://operation?oid=a%1B%5B2J", .noOperation),
    ("mtoken://operation?oid=1&potp=%00", .noOperation), ("mtoken://op ?oid=1", .unreadable),
    ("mtoken://op?oid=1\nmtoken://op?oid=2", .unreadable),
    ("mtoken://op?oid=1\u{202E}2", .unreadable), ("mtoken://op?oid=\u{FFFD}", .unreadable),
    ("mtoken://op?oid=\u{1B}[2J", .unreadable),
    ("eyJhbGciOiJub25lIn0", .unreadable), ("a.!!!!.c", .unreadable), ("..", .unreadable),
    ("a." + Data(both.utf8.dropLast()).base64EncodedString() + "=.c", .unreadable),
    (token(both, isPadded: true).dropLast() + "==.", .unreadable),
    ("a.W10=.", .unreadable), ("a.e30=.", .noOperation), (token(#"{"oid":1}"#), .noOperation),
    (token(#"{"oid":""}"#), .noOperation), (token(#"{"oid":"a\u202eb"}"#), .noOperation),
    ("a." + String(Data(repeating: 0xFF, count: 9).base64EncodedString()) + ".", .unreadable),
  ]

  @Test(arguments: faults)
  func `a text that names none is refused`(text: String, fault: LinkFault) {
    #expect(throws: fault) { try OperationLink(parsing: text) }
  }

  @Test func `the longest code is read, and what is longer is not`() throws {
    let head = "mtoken://operation?oid="
    let id = String(repeating: "x", count: OperationLink.characterLimit - head.utf8.count)
    #expect(try OperationLink(parsing: head + id).operationID == id)
    let wide = String(repeating: "é", count: OperationLink.characterLimit - head.utf8.count)
    #expect(try OperationLink(parsing: head + wide).operationID == wide)
    let fault = LinkFault.tooLong(limit: 4296)
    #expect(throws: fault) { try OperationLink(parsing: head + id + "x") }
    let huge = String(repeating: "a", count: 10 << 20)
    #expect(throws: fault) { try OperationLink(parsing: head + huge) }
    #expect(ScannedText(huge) == .unknown)
  }

  @Test func `the form of a pasted text tells how it came`() throws {
    let link = try OperationLink(parsing: "mtoken://operation?oid=1&potp=2")
    let token = try OperationLink(parsing: Self.token(Self.both))
    #expect(link.form == .link(scheme: "mtoken"))
    #expect([link, token].map(\.originWhenPasted) == [.deepLink, .qrCode])
  }
}
