import Testing
import TokenModel
import TokenScreens

/// The second line of a row in the list.
@Suite struct OperationRowTests {
  private static let account = "CZ55 0800 … 7899"

  private static func list(_ message: String, columns: Int) -> String {
    let operation = UserOperation.make(
      id: "op-row", name: "payment", data: "A1*A100CZK*ICZ5508000000001234567899",
      title: "Payment", message: message, expiresIn: 200, lasts: 300,
      attributes: [
        ["type": "KEY_VALUE", "id": "i", "label": "To", "value": "CZ5508000000001234567899"]
      ])
    return Stage.operations([operation], columns: columns, rows: 24).text
  }

  @Test(arguments: 40...100)
  func `an account stands whole in its row or not at all`(columns: Int) {
    let text = Self.list(
      "Show that you stand before the page, and take its code from there.", columns: columns)
    #expect(text.contains(Self.account) || !text.contains("CZ55"))
  }

  @Test func `a message gives way to the account`() {
    let text = Self.list(String(repeating: "word ", count: 40), columns: 80)
    #expect(text.contains("… · \(Self.account)"))
  }
}
