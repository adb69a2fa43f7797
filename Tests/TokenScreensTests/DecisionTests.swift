import Testing
import TokenModel
import TokenScreens

/// Approvals and rejections on their way, and what becomes of them.
@Suite struct DecisionTests {
  static func approving(_ operation: UserOperation = .login) -> Stage {
    var stage = Stage.detail(operation)
    stage.press("a")
    stage.type("4071")
    stage.press(.enter)
    return stage
  }

  private func decided(_ outcome: AppEvent.Outcome<AppEvent.Done>) -> Stage {
    var stage = Self.approving()
    stage.receive(.decided(operationID: "op-login", outcome))
    return stage
  }

  @Test func `two factors take the PIN along`() throws {
    let pin = try #require(PIN.digits("4071"))
    #expect(Self.approving().effects == [.approve(.login, with: .pin(pin), evidence: .init())])
  }

  @Test func `one factor wants an explicit yes and no PIN`() {
    var stage = Stage.detail(.oneFactor)
    stage.press("a", "a")
    #expect(stage.effects.isEmpty)
    stage.press("y")
    #expect(stage.effects == [.approve(.oneFactor, with: nil, evidence: .init())])
  }

  @Test func `a decision is sent once, whatever is pressed meanwhile`() {
    var stage = Self.approving()
    stage.press(.enter, "a", "y", "x", .escape, "q", .control("c"))
    #expect(stage.effects.isEmpty)
    #expect(stage.shows("The bank has not answered yet."))
  }

  @Test func `a wait says nothing before a fifth of a second, then counts`() {
    var stage = Stage.detail(.login)
    stage.press("a")
    stage.type("4071")
    stage.wait(milliseconds: 1000)
    stage.apply(.input(.key(.enter), at: stage.now))
    #expect(!stage.shows("Sending"))
    stage.wait(milliseconds: 199)
    #expect(!stage.shows("Sending"))
    stage.wait(milliseconds: 1)
    #expect(stage.shows("Sending your approval…"))
    stage.wait(milliseconds: 2800)
    #expect(stage.shows("Sending your approval… 3 s"))
  }

  @Test func `an approval is told with its facts`() {
    var stage = Self.approving()
    stage.receive(.digest(operationID: "op-login", sha256: Scene.digest))
    stage.receive(.decided(operationID: "op-login", .success(.init())))
    #expect(stage.effects == [.refreshOperations])
    for words in ["✓ Approved", "this device and your PIN", "2026-06-29", "9f86d081"] {
      #expect(stage.shows(words))
    }
    stage.press(.enter)
    #expect(stage.shows("Nothing waits for you."))
  }

  @Test func `the bank's own words come first`() {
    let operation = UserOperation.make(
      id: "op-words", title: "Words", resultTexts: ["success": "Welcome in", "reject": " "])
    var stage = Self.approving(operation)
    stage.receive(.decided(operationID: "op-words", .success(.init())))
    #expect(stage.shows("Welcome in"))
  }

  @Test func `a wrong PIN says how many attempts are left and asks again`() {
    var stage = decided(.failure(.wrongPIN(attemptsLeft: 4)))
    #expect(stage.shows("The PIN is wrong. 4 attempts left, then the bank blocks this"))
    #expect(!stage.shows("●"))
    stage.type("4072")
    stage.press(.enter)
    #expect(stage.effects.count == 1)
  }

  @Test func `attempts that nobody knows are asked for`() {
    #expect(decided(.failure(.wrongPIN(attemptsLeft: nil))).effects == [.fetchStatus])
  }

  @Test func `the attempt that blocks leads to the page that says so`() {
    let stage = decided(.failure(.blocked))
    #expect(stage.shows("The bank has blocked this device."))
    #expect(stage.shows("Not approved: Login Approval"))
    #expect(stage.effects.contains(.stopPolling))
  }

  @Test(arguments: [
    TokenFailure.network(.connectionLost), .busy(holder: 4711), .storage(.full(path: "/state")),
  ])
  func `a decision that was never sent leaves everything as it was`(failure: TokenFailure) {
    var stage = decided(.failure(failure))
    #expect(stage.shows("Nothing was decided"))
    #expect(stage.shows(String(FailureWords(failure).happened.prefix(20))))
    stage.press(.enter, "a")
    #expect(stage.shows("PIN  ○"))
  }

  @Test(arguments: [
    (OperationFault.alreadyFinished, "! Already decided"), (.alreadyCanceled, "! Cancelled"),
    (.expired, "! Expired"), (.notAvailable, "! Not there any more"),
    (.alreadyFailed, "✗ Your approval did not succeed"),
    (.refused, "✗ Your approval did not succeed"),
  ])
  func `a decision that did not count says why and asks what the operation is now`(
    fault: OperationFault, head: String
  ) {
    var stage = decided(.failure(.operation(fault)))
    #expect(stage.shows(head))
    #expect(stage.shows("asking your bank…"))
    #expect(stage.effects == [.refreshOperations, .fetchOperation(id: "op-login")])
    stage.receive(.operation(id: "op-login", .success(.login.with(status: "REJECTED"))))
    #expect(!stage.shows("asking your bank…"))
    #expect(stage.lines.contains { $0.contains("Now ") && $0.contains("rejected") })
  }

  @Test func `the bank's reason stands beside what the operation is now`() {
    var stage = decided(.failure(.operation(.alreadyCanceled)))
    let ended = UserOperation.past(.login, "CANCELED", reason: "FRAUD_CASE")
    stage.receive(.operation(id: "op-login", .success(ended)))
    #expect(stage.lines.contains { $0.contains("Now ") && $0.contains("cancelled · Fraud case") })
  }

  @Test(arguments: [
    (
      TokenFailure.refused(ServerRefusal(status: 400, code: "INVALID_APPLICATION", message: "")),
      true
    ),
    (.network(.connectionLost), false), (.busy(holder: 4711), false),
  ])
  func `the bank's words of a failure follow a decision that it has seen`(
    failure: TokenFailure, isSaid: Bool
  ) {
    var stage = Self.approving(
      .make(id: "op", title: "Pay", resultTexts: ["failure": "The payment was not made."]))
    stage.receive(.decided(operationID: "op", .failure(failure)))
    #expect(stage.shows("Nothing was decided"))
    #expect(stage.shows("│ The payment was not made.") == isSaid)
  }

  @Test func `a status that nobody tells stays unknown`() {
    var stage = decided(.failure(.operation(.alreadyFinished)))
    stage.receive(.operation(id: "op-login", .failure(.operation(.alreadyFinished))))
    #expect(stage.shows("not known; your bank's page tells"))
  }

  @Test(arguments: [
    (OperationFault.alreadyFinished, false), (.alreadyCanceled, false), (.expired, false),
    (.notAvailable, false), (.alreadyFailed, true), (.refused, true),
  ])
  func `the bank's words of a failure are said of a failure only`(
    fault: OperationFault, isSaid: Bool
  ) {
    var stage = Self.approving(
      .make(id: "op", title: "Pay", resultTexts: ["failure": "The payment was not made."]))
    stage.receive(.decided(operationID: "op", .failure(.operation(fault))))
    #expect(stage.shows("The payment was not made.") == isSaid)
  }

  @Test func `a late answer after the screen has moved on changes nothing`() {
    var stage = decided(.success(.init()))
    let picture = stage.text
    stage.receive(.decided(operationID: "op-login", .failure(.network(.connectionLost))))
    #expect(stage.text == picture)
  }
}

/// An approval whose answer was lost.
@Suite struct UnknownOutcomeTests {
  private func doubtful() -> Stage {
    var stage = DecisionTests.approving()
    stage.receive(
      .decided(operationID: "op-login", .failure(.outcomeUnknown(.timeOut(seconds: 20)))))
    return stage
  }

  @Test func `list and detail are asked before another try is allowed`() {
    var stage = doubtful()
    #expect(stage.effects == [.refreshOperations, .fetchOperation(id: "op-login")])
    #expect(stage.shows("We do not know yet whether your approval has arrived."))
    stage.press("a", "x")
    #expect(stage.effects.isEmpty)
    #expect(!stage.shows("PIN  "))
  }

  @Test func `an operation that still waits may be decided again`() {
    var stage = doubtful()
    stage.receive([.login])
    stage.press("a")
    #expect(!stage.shows("PIN  "), "the list alone may be older than the decision")
    stage.receive(.operation(id: "op-login", .success(.login)))
    #expect(stage.shows("Your bank has no decision of yours. You may decide again."))
    stage.press("a")
    #expect(stage.shows("PIN  ○"))
  }

  @Test func `the detail alone opens nothing before the list has come`() {
    var stage = doubtful()
    stage.receive(.operation(id: "op-login", .success(.login)))
    #expect(stage.shows("We do not know yet whether your approval has arrived."))
    stage.press("a", "x")
    #expect(!stage.shows("PIN  "))
    #expect(!stage.shows("I did not ask for this"))
    stage.receive([.login])
    #expect(stage.shows("Your bank has no decision of yours. You may decide again."))
    stage.press("a")
    #expect(stage.shows("PIN  ○"))
  }

  @Test func `a list that lacks the operation leaves the answer to the detail`() {
    var stage = doubtful()
    stage.receive([])
    #expect(stage.shows("We do not know yet whether your approval has arrived."))
    stage.receive(.operation(id: "op-login", .failure(.operation(.alreadyFinished))))
    #expect(stage.shows("! Finished"))
  }

  @Test func `a finished operation was most likely finished by this approval`() {
    var stage = doubtful()
    stage.receive(.operation(id: "op-login", .failure(.operation(.alreadyFinished))))
    #expect(stage.shows("! Finished"))
    #expect(stage.shows("The answer to your approval was lost"))
  }

  @Test func `an approved operation is approved`() {
    var stage = doubtful()
    stage.receive(.operation(id: "op-login", .success(.login.with(status: "APPROVED"))))
    #expect(stage.shows("✓ Approved"))
  }

  @Test func `an operation that somebody rejected is not ours`() {
    var stage = doubtful()
    stage.receive(.operation(id: "op-login", .success(.login.with(status: "REJECTED"))))
    #expect(stage.shows("The operation is rejected."))
  }

  @Test func `while nobody answers the question stays open`() {
    var stage = doubtful()
    stage.receive(.operation(id: "op-login", .failure(.network(.connectionLost))))
    #expect(stage.shows("The connection was lost. r asks again."))
    stage.press("a")
    #expect(!stage.shows("PIN  "))
    stage.press("r")
    #expect(stage.effects == [.refreshOperations, .fetchOperation(id: "op-login")])
  }

  @Test func `leaving and coming back does not forget the doubt`() {
    var stage = doubtful()
    stage.press("q")
    #expect(stage.shows("1 Operations"))
    stage.press(.enter)
    #expect(stage.effects.contains(.refreshOperations))
    #expect(stage.effects.contains(.fetchOperation(id: "op-login")))
    stage.press("a")
    #expect(!stage.shows("PIN  "))
    stage.receive([.login])
    stage.receive(.operation(id: "op-login", .success(.login)))
    stage.press("a")
    #expect(stage.shows("PIN  ○"))
  }
}
