import Foundation
import Testing
import TokenModel

@testable import countersign

@Suite struct PostApprovalLinesTests {
  private static func lines(_ screen: String, schemes: [String] = []) throws -> String {
    let operation = try OperationLinesTests.operation(
      extra: "\"ui\": {\"postApprovalScreen\": \(screen)},")
    return PostApprovalLines.lines(operation, schemes: schemes).joined(separator: "\n")
  }

  @Test func `rows stand behind the bar`() throws {
    #expect(
      try Self.lines(
        """
        {"type": "REVIEW", "heading": "Done", "message": "All of it", "payload": {"attributes": [
         {"type": "KEY_VALUE", "id": "1", "label": "Paid", "value": "10 EUR"}]}}
        """) == """

          After your approval:
          │ Done
          │ All of it
          │   Paid            10 EUR
          """)
  }

  @Test(
    arguments: [
      ("https://shop.example/", [], ""), ("acmeshop://paid", ["acmeshop"], ""),
      (
        "acmeshop://paid", [],
        "\n! This address is not opened here: it begins with acmeshop:, and only https: and the"
          + " redirect_schemes of the configuration are opened."
      ),
    ] as [(String, [String], String)])
  func `an address is printed, with why it would not be opened`(
    address: String, schemes: [String], why: String
  ) throws {
    let lines = try Self.lines(
      """
      {"type": "REDIRECT", "payload": {"redirectText": "Shop", "redirectUrl": "\(address)"}}
      """, schemes: schemes)
    #expect(lines == "\nAfter your approval:\n│ Shop\n│   \(address)" + why)
  }

  @Test func `anything else is a tree, and steers no terminal`() throws {
    let lines = try Self.lines(
      #"{"type": "GENERIC", "payload": {"points": 120, "text": "\u001b[2J"}}"#)
    #expect(lines.contains("│   points  120"))
    #expect(!lines.contains("\u{1B}"))
  }

  @Test func `a page that cannot be read is one line, and none is none`() throws {
    #expect(
      try Self.lines(#"{"type": "REVIEW", "payload": 7}"#)
        == "\nYour bank's page for after the approval could not be read.")
    #expect(try PostApprovalLines.lines(OperationLinesTests.operation(), schemes: []).isEmpty)
  }

  @Test func `the pages before an approval are printed with their ways out`() throws {
    let operation = try OperationLinesTests.operation(
      extra: """
        "ui": {"preApprovalScreens": [{"type": "INFO", "heading": "H", "message": "M", "elements": [
         {"type": "ALERT", "style": "DANGER", "text": "Stop"},
         {"type": "BUTTON", "action": "PHONE", "text": "Call", "href": "tel:+420 1"},
         {"type": "LIST_ITEM", "text": "Item"}]}]},
        """)
    let page = try #require(operation.ui.preApprovalScreens.first)
    #expect(
      OperationLines.page(page) == [
        "Before you approve: i H", "  M", "  ✗ Danger: Stop", "  [1] Call", "      +420 1",
        "  - Item",
      ])
  }
}
