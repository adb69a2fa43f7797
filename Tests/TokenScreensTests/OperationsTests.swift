import Testing
import TokenModel
import TokenScreens

/// The list of operations.
@Suite struct OperationsTests {
  private func selectedLine(_ stage: Stage) -> String {
    stage.lines.first { $0.hasPrefix(" ▌") }.map(String.init) ?? ""
  }

  @Test func `the selection follows its operation through every new list`() {
    var stage = Stage.operations([.login, .payment, .conversion])
    stage.press(.down)
    stage.receive([.payment, .conversion])
    #expect(selectedLine(stage).contains("Confirm Payment"))
  }

  @Test func `a new operation comes last, is announced, and moves nothing`() {
    var stage = Stage.operations([.payment])
    stage.receive([.login, .payment])
    #expect(stage.effects == [.notify("1 new operation")])
    #expect(stage.shows("1 new operation."))
    #expect(selectedLine(stage).contains("Confirm Payment"))
    #expect(stage.position(of: "Login Approval")?.row == 7)
  }

  @Test func `the first list is no news`() {
    let stage = Stage.operations()
    #expect(stage.effects == [.countUnread])
  }

  @Test func `nothing is said of loading before a fifth of a second`() {
    var stage = Stage()
    stage.receive(.activation(.success(Stage.activation)))
    stage.receive(.polling(.loading))
    #expect(!stage.shows("Asking"))
    #expect(stage.nextRedraw == 200)
    stage.wait(milliseconds: 200)
    #expect(stage.shows("Asking your bank for operations"))
  }

  @Test func `a stale list says how old it is and stays`() {
    var stage = Stage.operations([.payment])
    stage.wait(milliseconds: 7_500_000)
    stage.receive(.polling(.failed(.network(.connectionLost), retryInSeconds: 14)))
    #expect(stage.shows("This list is 2 hours old."))
    #expect(stage.shows("○ offline since 16:46"))
    #expect(stage.shows("Confirm Payment"))
    stage.receive([.payment])
    #expect(stage.shows("● live"))
  }

  @Test func `a failure without any list is explained`() {
    var stage = Stage()
    stage.receive(.activation(.success(Stage.activation)))
    stage.receive(.polling(.failed(.network(.timeOut(seconds: 20)), retryInSeconds: 7)))
    #expect(stage.shows("The server did not answer within 20 seconds."))
    stage.press("r")
    #expect(stage.effects == [.refreshOperations])
  }

  @Test func `a refused token leads to the status, once`() {
    var stage = Stage.operations()
    let refusal = ServerRefusal(status: 401, code: "POWERAUTH_AUTH_FAIL", message: "")
    stage.receive(.polling(.failed(.refused(refusal), retryInSeconds: 7)))
    #expect(stage.effects == [.fetchStatus])
    stage.receive(.polling(.failed(.refused(refusal), retryInSeconds: 7)))
    #expect(stage.effects.isEmpty)
  }

  @Test func `operations that could not be read are counted`() {
    #expect(Stage.operations(unreadable: 1).shows("1 operation could not be read."))
  }

  @Test func `time that is up hides nothing`() {
    var stage = Stage.operations([.login])
    stage.wait(milliseconds: 100_000)
    #expect(stage.shows("Login Approval"))
    #expect(stage.shows("0:00"))
  }

  @Test func `the countdown ticks with the whole second, and only while it runs`() {
    var stage = Stage.operations([.login])
    stage.wait(milliseconds: 250)
    #expect(stage.nextRedraw == 750)
    stage.wait(milliseconds: 100_000)
    #expect(stage.nextRedraw == nil)
  }

  @Test func `escape clears the filter, then closes it`() {
    var stage = Stage.operations()
    stage.press("/")
    stage.type("EXCH")
    #expect(stage.shows("1 of 3"))
    #expect(!stage.shows("Login"))
    stage.press(.escape)
    #expect(stage.shows("3 of 3"))
    stage.press(.escape)
    #expect(!stage.shows("3 of 3"))
  }

  @Test func `a kept filter lets the keys move again`() {
    var stage = Stage.operations()
    stage.press("/")
    stage.type("approval")
    stage.press(.enter, .enter)
    #expect(stage.shows("‹ Operations"))
    #expect(stage.shows("Login Approval"))
  }

  @Test func `a filter finds amounts and accounts too`() {
    var stage = Stage.operations()
    stage.press("/")
    stage.type("cz55 0800")
    #expect(stage.shows("1 of 3"))
  }

  @Test(arguments: [10, 10_000])
  func `a list of any length is walked to its end and back`(count: Int) {
    var stage = Stage.operations(UserOperation.many(count))
    stage.press(.end)
    #expect(selectedLine(stage).contains("Operation \(count - 1) "))
    stage.press(.pageUp, .home, "j", "j", "k")
    #expect(selectedLine(stage).contains("Operation 1 "))
  }

  @Test func `a click selects, and a second one opens`() {
    var stage = Stage.operations()
    stage.click("Login Approval")
    #expect(selectedLine(stage).contains("Login Approval"))
    stage.click("Login Approval")
    #expect(stage.shows("Prague, Czech Republic"))
  }

  @Test func `the newest stand on top, whenever one started`() {
    let old = UserOperation.make(id: "old", title: "Older", expiresIn: 100)
    let new = UserOperation.make(id: "new", title: "Newer", expiresIn: 200)
    let fresh = Stage.operations([old, new])
    var running = Stage.operations([old])
    running.receive([old, new])
    for stage in [fresh, running] {
      #expect(stage.lines[4].contains("Newer"))
      #expect(stage.lines[7].contains("Older"))
    }
    #expect(selectedLine(running).contains("Older"), "the selection stays with its operation")
  }

  @Test func `the wheel scrolls`() {
    var stage = Stage.operations(UserOperation.many(40))
    stage.send(.mouse(Mouse(.wheelDown, at: Position(column: 5, row: 5))))
    #expect(stage.shows("▲ 1 more"))
  }

  @Test func `opening asks for the hash of what would be signed`() {
    var stage = Stage.operations([.payment])
    stage.press(.enter)
    #expect(
      stage.effects == [
        .digest(operationID: "op-payment", data: UserOperation.payment.data)
      ])
  }

  @Test func `keys without an operation say so`() {
    var stage = Stage.operations([])
    stage.press(.enter)
    #expect(stage.shows("There is no operation."))
  }

  @Test func `the title of a hostile operation cannot reorder the row`() {
    let stage = Stage.operations([.hostile])
    #expect(stage.shows("Sign in\u{FFFD}drow"))
    #expect(stage.shows("! unusual characters"))
  }

  @Test func `what is new or changed is marked until it is opened`() {
    var stage = Stage.operations([.login])
    #expect(!stage.shows("• "), "the first list is no news")
    let changed = UserOperation.make(
      id: "op-login", title: "Login Approval", message: "Now from Brno")
    stage.receive([changed, .payment])
    #expect(stage.lines.contains { $0.contains("• changed  Now from Brno") })
    #expect(stage.lines.contains { $0.contains("• new  ") })
    stage.receive([changed, .payment])
    #expect(stage.shows("• changed"))
    stage.click("Confirm Payment")
    stage.press(.enter)
    stage.press("q")
    #expect(!stage.shows("• new"))
    #expect(stage.shows("• changed"))
    stage.receive([.payment])
    #expect(!stage.shows("•"))
  }

  @Test func `what changes before the reader's eyes needs no mark`() {
    var stage = Stage.detail(.login)
    stage.receive([.make(id: "op-login", title: "Login Approval", message: "Now from Brno")])
    #expect(stage.shows("Your bank has changed this operation."))
    stage.press("q")
    #expect(!stage.shows("• changed"))
  }

  @Test func `a list that was on its way does not bring back what was decided`() {
    var stage = DecisionTests.approving()
    stage.receive(.decided(operationID: "op-login", .success(.init())))
    stage.receive([.login])
    stage.press(.enter)
    #expect(stage.shows("Nothing waits for you."))
    stage.receive([.login])
    #expect(stage.shows("Login Approval"), "the server has the last word")
  }
}
