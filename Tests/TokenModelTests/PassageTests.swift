import Testing

@testable import TokenModel

/// What a bank's message is about.
@Suite struct PassageTests {
  private static let link = "mtoken://operation?oid=op-1&potp=12345678"
  private static let offline = [
    "op-1", "Payment", "Please confirm", "A1*A100CZK", "B", "mY+ttydXUFdKB+EpEbWN/Q==",
    "1" + String(repeating: "QUJD", count: 24),
  ].joined(separator: "\n")

  @Test(arguments: [link, "Open\n\n\(link)\n\nor not.", "It is \(link) today.", "a\r\n\(link)\r\n"])
  func `a link is found in a message`(text: String) throws {
    #expect(ScannedText(passageOf: text) == .operation(try OperationLink(parsing: Self.link)))
  }

  @Test(arguments: ["", "Without a network:\n\n", "Hello.\r\n\r\n"], ["", "\n", "\n\nGood luck."])
  func `the text of a code is found in a message`(before: String, after: String) {
    #expect(ScannedText(passageOf: before + Self.offline + after) == .offline(Self.offline))
  }

  @Test(arguments: [
    "", "Nothing here.", "See https://bank.example/help and ask.",
    "No blank line above\n\(offline)", String(offline.dropLast(60)),
  ])
  func `a message about nothing leads nowhere`(text: String) {
    #expect(ScannedText(passageOf: text) == .unknown)
  }
}
