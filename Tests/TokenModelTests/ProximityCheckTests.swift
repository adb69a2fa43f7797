import FoundationEssentials
import Testing
import TokenModel

/// The code of the bank's page, as evidence for one operation.
@Suite struct ProximityCheckTests {
  static let received = Date(timeIntervalSince1970: 1_782_736_993.042)

  private func check(_ text: String, _ origin: ProximityCheck.Origin? = nil) throws
    -> ProximityCheck
  {
    try ProximityCheck(parsing: text, for: "op-1", origin: origin, received: Self.received)
  }

  @Test(arguments: [
    ("12345678", "12345678"), (" 1234 5678\r\n", "12345678"), ("1234-5678", "12345678"),
    ("0", "0"), ("7 7 7 7 - 7 7 7 7", "77777777"),
  ])
  func `digits are taken as they stand on the page`(text: String, otp: String) throws {
    let check = try check(text)
    #expect(check.otp == Secret(otp.utf8))
    #expect(check.origin == .qrCode)
    #expect(check.received == Self.received)
  }

  @Test func `a link or a token of this operation brings its code along`() throws {
    let link = try check("mtoken://operation?oid=op-1&potp=123")
    #expect(link == .init(otp: Secret("123".utf8), origin: .deepLink, received: Self.received))
    let token = OperationLinkTests.token(OperationLinkTests.both)
    #expect(try check(token).origin == .qrCode)
    #expect(try check("mtoken://operation?oid=op-1&potp=123", .qrCode).origin == .qrCode)
  }

  @Test(arguments: [
    ("mtoken://operation?oid=op-2&potp=123", LinkFault.otherOperation),
    ("mtoken://operation?oid=op-2", .otherOperation), ("mtoken://operation?oid=op-1", .noCode),
    ("mtoken://operation?oid=OP-1&potp=123", .otherOperation), ("", .codeFormat),
    ("--", .codeFormat), ("12a45678", .unreadable), ("١٢٣٤", .unreadable),
    ("777777777", .codeFormat), (String(repeating: "7", count: 65), .codeFormat),
    (String(repeating: "7", count: 200), .unreadable),
    (String(repeating: "7", count: 10 << 20), .tooLong(limit: 4296)),
  ])
  func `a code that does not help says why`(text: String, fault: LinkFault) {
    #expect(throws: fault) { try check(text) }
  }

  @Test func `the document has four members, and times in UTC`() throws {
    let check = try check("mtoken://operation?oid=op-1&potp=00120034")
    #expect(
      check.document(sent: Self.received.addingTimeInterval(2)) == [
        "otp": "00120034", "type": "DEEPLINK", "timestampReceived": "2026-06-29T12:43:13.042Z",
        "timestampSent": "2026-06-29T12:43:15.042Z",
      ])
  }

  @Test func `nothing is received after it was sent`() throws {
    let document = try check("1").document(sent: Self.received.addingTimeInterval(-3600))
    #expect(document["timestampReceived"] == document["timestampSent"])
    #expect(document["timestampSent"] == "2026-06-29T11:43:13.042Z")
  }

  @Test(arguments: [
    (0.0, "1970-01-01T00:00:00.000Z"), (-0.001, "1969-12-31T23:59:59.999Z"),
    (1_782_736_993.5, "2026-06-29T12:43:13.500Z"),
  ])
  func `a moment is written with its milliseconds`(seconds: Double, text: String) {
    #expect(ServerDate.utcText(Date(timeIntervalSince1970: seconds)) == text)
  }
}
