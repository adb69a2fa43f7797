import Testing
import TokenModel
import TokenScreens

/// Attributes as rows, for the screens and the command line alike.
@Suite struct OperationTextTests {
  @Test func `each attribute becomes one row, in the bank's order`() {
    let rows = OperationText.rows(.payment)
    #expect(
      rows.map(\.kind) == [
        .alert(.warning), .heading(level: 0), .money, .value, .value, .note, .value, .image,
        .unknown,
      ])
    #expect(rows.map(\.label.text).contains("Utility Payment"))
    #expect(rows[2].value.text == "1 250.00 EUR")
    #expect(rows[8].value.text == "")
  }

  @Test func `a conversion says that its rate may change`() {
    let row = OperationText.rows(.conversion)[0]
    #expect(row.value.text == "100.00 USD → 2 199.00 CZK  (rate may change)")
  }

  @Test(
    arguments: [
      (UserOperation.login, nil), (.payment, "1 250.00 EUR"),
      (.conversion, "100.00 USD → 2 199.00 CZK"),
    ] as [(UserOperation, String?)])
  func `a list shows the amount`(operation: UserOperation, amount: String?) {
    #expect(OperationText.amount(operation)?.singleLine == amount)
  }

  @Test func `hidden characters and mixed alphabets are found`() {
    #expect(OperationText.isSuspicious(.hostile))
    #expect(!OperationText.isSuspicious(.payment))
  }

  @Test(arguments: Attribute.Alert.Kind.allCases)
  func `an alert has a sign and a word`(kind: Attribute.Alert.Kind) {
    let mark = OperationRow.mark(of: kind)
    #expect(!mark.word.isEmpty && mark.sign != " ")
  }
}
