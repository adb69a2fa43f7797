import Foundation
import Testing
import TokenModel

@testable import TokenScreens

/// What was asked before, behind the second factor.
@Suite struct HistoryTests {
  static let missing = TokenFailure.serverCannot(
    .history, ServerRefusal(status: 404, code: "ERROR_NOT_FOUND", message: ""))

  @Test func `nothing is asked of the bank before the factor is given`() throws {
    var stage = Stage.operations()
    stage.press(.historyTab)
    #expect(stage.effects.isEmpty)
    #expect(stage.shows("Your history is closed."))
    stage.press(.enter)
    #expect(stage.effects.isEmpty)
    stage.type("4071")
    stage.press(.enter)
    let pin = try #require(PIN.digits("4071"))
    #expect(stage.effects == [.fetchHistory(.pin(pin))])
  }

  @Test func `the tab key walks by without a question`() {
    var stage = Stage.operations()
    stage.press(.tab, .tab)
    #expect(stage.shows("Your history is closed."))
    stage.press(.tab)
    #expect(!stage.shows("Your history is closed."))
    #expect(!stage.shows("PIN  "))
  }

  @Test func `biometry may stand in for the PIN`() {
    var stage = Stage.operations()
    stage.receive(.biometry(.success(BiometryState.finger)))
    stage.press(.historyTab, .enter, FactorTests.finger)
    #expect(stage.effects == [.fetchHistory(.biometry)])
  }

  @Test func `entries stand as the bank gave them, each with sign and word`() {
    let stage = Stage.history(rows: 40)
    let rows = [
      ("○ Login Approval", "pending"), ("✓ Confirm Payment", "approved"),
      ("✗ Currency Exchange", "rejected"), ("- Confirm Payment", "cancelled · Fraud case"),
      ("- Login Approval", "expired"), ("! Confirm Payment", "failed"),
      ("? Login Approval", "ON_HOLD"),
    ]
    let titles = stage.lines.indices.filter { line in
      rows.contains { stage.lines[line].contains($0.0) }
    }
    #expect(titles.count == rows.count)
    for (line, row) in zip(titles, rows) {
      #expect(stage.lines[line].contains(row.0))
      #expect(stage.lines[line + 1].dropFirst(4).hasPrefix(row.1))
    }
  }

  @Test(arguments: [3, 100, 10_000])
  func `a list of any length is walked to its end, and never drawn whole`(count: Int) {
    let entries = (0..<count).map { UserOperation.past(.login, "APPROVED", hours: $0) }
    var stage = Stage.history(.success(OperationList(operations: entries)))
    #expect(stage.text.components(separatedBy: "Login Approval").count - 1 == min(count, 6))
    stage.press(.end, .enter)
    #expect(stage.shows("op-login-\(count - 1)"))
  }

  @Test func `a wrong PIN says how many attempts are left and asks again`() {
    var stage = Stage.history(.failure(.wrongPIN(attemptsLeft: 2)))
    #expect(stage.shows("2 attempts left"))
    stage.type("4072")
    stage.press(.enter)
    #expect(stage.effects.count == 1)
  }

  @Test func `a bank without a history is told kindly`() {
    let stage = Stage.history(.failure(Self.missing))
    #expect(stage.shows("Your bank tells no history here."))
    #expect(!stage.shows("✗"))
  }

  @Test func `a failed refresh leaves what was there, and says how old it is`() {
    var stage = Stage.history()
    stage.press("r")
    stage.type("4071")
    stage.press(.enter)
    stage.receive(.history(.failure(.network(.connectionLost))))
    #expect(stage.shows("! The connection was lost."))
    #expect(stage.shows("✓ Confirm Payment"))
  }

  @Test func `a refresh asks for the factor again`() {
    var stage = Stage.history()
    stage.press("r")
    #expect(stage.effects.isEmpty)
    #expect(stage.shows("PIN  ○"))
  }

  @Test func `who leaves the page has to prove again who they are`() {
    var stage = Stage.history()
    stage.press(.operationsTab, .historyTab)
    #expect(stage.shows("Your history is closed."))
  }

  @Test func `a suspension closes the list and the entry that is open`() {
    var stage = Stage.history()
    stage.press(.down, .enter)
    #expect(stage.shows("1 250.00 EUR"))
    stage.press(.control("z"))
    #expect(!stage.shows("1 250.00 EUR"))
    #expect(stage.shows("This entry was put away when you left."))
    stage.press(.enter)
    #expect(stage.shows("Your history is closed."))
  }

  @Test func `an answer that comes after a suspension is not shown`() {
    var stage = Stage.asking()
    stage.type("4071")
    stage.press(.enter, .control("z"))
    stage.receive(.history(.success(OperationList(operations: UserOperation.allPast))))
    #expect(stage.shows("Your history is closed."))
  }

  @Test func `an entry can be read and not decided`() {
    var stage = Stage.history()
    stage.press(.down, .enter)
    #expect(stage.shows("✓ Approved"))
    #expect(
      stage.effects == [
        .digest(operationID: "op-payment-1", data: UserOperation.payment.data)
      ])
    stage.press("a", "x", "y")
    #expect(stage.effects.isEmpty)
    #expect(stage.shows("✓ Approved"))
    stage.press("d")
    #expect(stage.shows("Signed data"))
  }

  @Test func `an entry that ended says why, and what the bank wrote for it`() {
    let operation = UserOperation.make(
      id: "op", title: "Pay",
      resultTexts: ["success": "Paid.", "reject": "Stopped.", "failure": "Not paid."])
    for (status, words) in [
      ("APPROVED", "Paid."), ("REJECTED", "Stopped."), ("FAILED", "Not paid."),
    ] {
      var stage = Stage.history(
        .success(
          OperationList(operations: [.past(operation, status, reason: "TOO_MANY_ATTEMPTS")])))
      stage.press(.enter)
      #expect(stage.shows("Your bank's reason: Too many attempts"))
      #expect(stage.shows("│ " + words))
    }
  }

  @Test(
    arguments: [
      ("FRAUD_CASE", "Fraud case"), ("TIMEOUT-2", "Timeout 2"), ("Kept by hand", "Kept by hand"),
      ("nezařazeno", "nezařazeno"), ("", nil), ("  ", nil), ("__", nil),
      ("A\u{1B}[2J", "A\u{241B}[2J"),
    ] as [(String, String?)])
  func `a reason is shown so that it can be read`(reason: String, words: String?) {
    #expect(HistoryWords.readable(reason) == words)
  }
}
