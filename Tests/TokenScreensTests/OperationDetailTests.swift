import Testing
import TokenModel
import TokenScreens

/// One operation in full: what is shown, and when it can be decided.
@Suite struct OperationDetailTests {
  static let long = UserOperation.make(
    id: "op-long", title: "Long", message: (1...60).map { "Line \($0)" }.joined(separator: "\n"))

  /// The detail of `operation`, painted once and not scrolled.
  static func opened(_ operation: UserOperation) -> Stage {
    var stage = Stage.operations([operation])
    stage.press(.enter)
    return stage
  }

  @Test func `approve stays closed until the end was on the screen`() {
    var stage = Self.opened(Self.long)
    #expect(stage.shows("▼ 44 more lines below"))
    stage.press("a")
    #expect(stage.shows("Read to the end first: 44 more lines below."))
    #expect(!stage.shows("PIN"))
    stage.readOn()
    stage.press("a")
    #expect(stage.shows("PIN"))
  }

  @Test func `a jump to the end has shown nothing of what lies between`() {
    var stage = Self.opened(Self.long)
    stage.press("G", "a")
    #expect(stage.shows("lines above never stood here."))
    #expect(!stage.shows("PIN"))
  }

  @Test func `what was read stays read, wherever one scrolls`() {
    var stage = Self.opened(Self.long)
    stage.readOn()
    stage.press(.home, "a")
    #expect(stage.shows("PIN"))
  }

  @Test func `a picture that was never painted has shown nothing`() {
    var stage = Self.opened(Self.long)
    stage.apply(.input(.key(.end), at: stage.now))
    stage.apply(.input(.key("a"), at: stage.now))
    stage.paint()
    #expect(!stage.shows("PIN"))
  }

  @Test func `keys typed before the operation was on the screen are dropped`() {
    var stage = Stage.operations([.login])
    stage.apply(.input(.key(.enter), at: stage.now))
    stage.apply(.input(.key("a"), at: stage.now))
    stage.apply(.input(.key("1"), at: stage.now))
    stage.paint()
    #expect(stage.shows("Login Approval"))
    #expect(!stage.shows("PIN"))
  }

  @Test func `a burst that began too early is dropped to its end`() {
    var stage = Stage.detail(.login)
    stage.wait(milliseconds: 500)
    stage.apply(.input(.key("a"), at: stage.now))
    stage.apply(.input(.key("4"), at: stage.now))
    stage.paint()
    stage.wait(milliseconds: 100)
    stage.apply(.input(.key("0"), at: stage.now))
    #expect(!stage.shows("●"))
    stage.wait(milliseconds: 150)
    stage.apply(.input(.key("7"), at: stage.now))
    #expect(stage.shows("PIN  ● ○"))
  }

  @Test(arguments: [UserOperation.login, .payment, .oneFactor, .contradiction])
  func `enter approves nothing`(operation: UserOperation) {
    var stage = Stage.detail(operation)
    stage.press(.enter)
    #expect(stage.effects.isEmpty)
    stage.press("a", .enter, .enter, .enter)
    #expect(stage.effects.isEmpty)
  }

  @Test func `a paste never reaches a decision`() {
    var stage = Stage.detail(.oneFactor)
    stage.send(.paste("ay\n"))
    #expect(stage.effects.isEmpty)
    #expect(!stage.shows("No PIN is needed"))
  }

  @Test func `the buttons change places where the bank wants it, and keep their keys`() throws {
    let plain = Stage.detail(.login)
    let flipped = Stage.detail(
      .make(id: "op", title: "Flipped", ui: ["flipButtons": true]))
    let places = try [plain, flipped].map { stage in
      let approve = try #require(stage.position(of: "[ a  Approve ]"))
      let reject = try #require(stage.position(of: "[ x  Reject ]"))
      return approve.column < reject.column
    }
    #expect(places == [false, true])
  }

  @Test func `a click presses the button that it meets`() {
    var stage = Stage.detail(.login)
    stage.click("Approve ]")
    #expect(stage.shows("PIN"))
    stage.click("Cancel ]")
    #expect(!stage.shows("PIN  "))
    stage.click("Reject ]")
    #expect(stage.shows("I did not ask for this"))
  }

  @Test(arguments: [
    (
      UserOperation.make(
        id: "op", title: "Scan", ui: ["preApprovalScreen": ["type": "QR_SCAN"]]),
      "wants a code scanned from the bank's page first"
    ),
    (
      UserOperation.make(
        id: "op", title: "Finger",
        signature: ["type": "2FA", "variants": ["possession_biometry"]]),
      "takes biometry for this operation, and none is set up here"
    ),
    (
      UserOperation.make(
        id: "op", title: "All three",
        signature: ["type": "2FA", "variants": ["possession_knowledge_biometry"]]),
      "cannot be approved with a PIN"
    ),
    (UserOperation.make(id: "op", title: "Late").with(status: "EXPIRED"), "has expired"),
  ])
  func `an operation that this token cannot approve says why and can be rejected`(
    operation: UserOperation, why: String
  ) {
    var stage = Stage.detail(operation)
    #expect(stage.shows("Approve is closed."))
    stage.press("a")
    #expect(!stage.shows("PIN  "))
    #expect(stage.shows(why))
    stage.press("x")
    #expect(stage.shows("I did not ask for this"))
  }

  @Test func `a contradiction is a banner and a second question`() {
    var stage = Stage.detail(.contradiction)
    #expect(stage.shows("✗ What is signed differs from what is shown."))
    #expect(stage.shows("Amount signed: 99.00 EUR"))
    stage.press("a")
    #expect(stage.shows("Account shown:  CZ55"))
    #expect(stage.shows("Going on signs what is signed"))
    stage.press(.escape)
    #expect(stage.shows("[ a  Approve ]"))
    stage.press("a", "y")
    #expect(stage.shows("PIN  ○"))
  }

  @Test func `an amount that is signed and not shown is asked about`() {
    var stage = Stage.detail(.make(id: "op", data: "A1*A5000CZK", title: "Sign in"))
    #expect(stage.shows("! This is signed, and shown nowhere:"))
    #expect(stage.shows("Amount signed: 5000 CZK"))
    stage.press("a")
    #expect(stage.shows("Not all that is signed is shown ─"))
    stage.press("y")
    #expect(stage.shows("PIN  ○"))
  }

  @Test func `pages before the approval are acknowledged one by one`() {
    var stage = Stage.detail(
      .make(
        id: "op", title: "Payment",
        ui: [
          "preApprovalScreens": [
            ["type": "WARNING"],
            ["type": "INFO", "heading": "Own heading", "message": "Own", "items": ["One", "Two"]],
          ]
        ]))
    stage.press("a")
    #expect(stage.shows("Stop and think"))
    stage.press(.enter)
    #expect(stage.shows("Stop and think"), "enter acknowledges nothing")
    stage.press("c")
    #expect(stage.shows("Own heading"))
    #expect(stage.shows("• Two"))
    stage.press("c")
    #expect(stage.shows("PIN  ○"))
    stage.press(.escape, "a")
    #expect(stage.shows("PIN  ○"), "each page is read once")
  }

  @Test func `a long page before the approval is read to its end first`() {
    let words = (1...60).map { "Line \($0)" }.joined(separator: "\n")
    var stage = Stage.detail(
      .make(
        id: "op", title: "Payment",
        ui: ["preApprovalScreen": ["type": "WARNING", "message": .string(words)]]))
    stage.press("a", "c")
    #expect(stage.shows("Read to the end first"))
    stage.readOn()
    stage.press("c")
    #expect(stage.shows("PIN  ○"))
  }

  @Test func `a page before the approval can be rejected, and counts down`() {
    var stage = Stage.detail(
      .make(id: "op", title: "Payment", ui: ["preApprovalScreen": ["type": "WARNING"]]))
    stage.press("a")
    #expect(stage.lines[0].contains("2:00"))
    stage.press("x")
    #expect(stage.shows("Reason: I stopped at my bank's warning"))
    stage.press("q")
    #expect(stage.shows("I did not ask for this"))
    stage.press("q")
    #expect(stage.shows("[ a  Approve ]"))
  }

  @Test func `where the bank wants a slider a word is typed, not pasted`() {
    var stage = Stage.detail(
      .make(
        id: "op", title: "Payment",
        ui: ["preApprovalScreen": ["type": "WARNING", "approvalType": "SLIDER"]]))
    stage.press("a", "c", .enter)
    #expect(stage.shows("Type the word “continue” first."))
    stage.send(.paste("ontinue"))
    stage.press(.enter)
    #expect(!stage.shows("PIN  ○"))
    stage.type("ontinue")
    stage.press(.enter)
    #expect(stage.shows("PIN  ○"))
  }

  @Test func `an operation that changed while it was open is read again`() {
    var stage = Stage.detail(Self.long)
    stage.press("a")
    stage.type("40")
    let changed = UserOperation.make(
      id: "op-long", title: "Other",
      message: (1...60).map { "New \($0)" }.joined(separator: "\n"))
    stage.receive([changed])
    #expect(stage.effects == [.digest(operationID: "op-long", data: changed.data)])
    #expect(stage.shows("Your bank has changed this operation. Read it again."))
    stage.press("a")
    #expect(!stage.shows("PIN"))
  }

  @Test func `another validity of the same operation disturbs nobody`() {
    var stage = Stage.detail(.make(id: "op", title: "Same", expiresIn: 100))
    stage.press("a")
    stage.type("40")
    stage.receive([.make(id: "op", title: "Same", expiresIn: 200)])
    #expect(stage.effects.isEmpty)
    #expect(stage.shows("PIN  ● ● ○"))
    #expect(stage.shows("3:19"))
  }

  @Test(arguments: [
    (OperationFault.alreadyCanceled, "The operation was cancelled at the bank."),
    (.expired, "The operation has expired."),
    (.alreadyFinished, "The operation was decided already."),
  ])
  func `an operation that vanished while it was open says why`(fault: OperationFault, why: String) {
    var stage = Stage.detail(.login)
    stage.press("a")
    stage.receive([])
    #expect(stage.effects == [.fetchOperation(id: "op-login")])
    #expect(stage.shows("It is not in the list any more. We ask why."))
    stage.receive(.operation(id: "op-login", .failure(.operation(fault))))
    #expect(stage.shows(why))
    stage.press("a")
    #expect(!stage.shows("PIN  "))
  }

  @Test func `a vanished operation that the server still knows opens again`() {
    var stage = Stage.detail(.login)
    stage.receive([])
    stage.receive(.operation(id: "op-login", .success(.login)))
    stage.press("a")
    #expect(stage.shows("PIN  ○"))
  }

  @Test func `the signed data are shown exactly, with their hash`() {
    var stage = Stage.detail(.hostile)
    stage.receive(.digest(operationID: "op-hostile", sha256: Scene.digest))
    stage.press("d")
    #expect(stage.shows("A2\\u{1B}[2J"))
    #expect(stage.shows("9f86d081 884c7d65"))
    stage.press("y")
    #expect(stage.effects == [.copy(Scene.digest)])
  }

  @Test func `time that is up is said and closes nothing`() {
    var stage = Stage.detail(.login)
    stage.wait(milliseconds: 100_000)
    #expect(stage.shows("time is up 0:00"))
    stage.press("a")
    #expect(stage.shows("PIN  ○"))
  }

  @Test func `somebody on the phone is warned of where the bank wants it`() {
    let stage = Stage.detail(.make(id: "op", title: "Call", ui: ["blockApprovalOnCall": true]))
    #expect(stage.shows("If somebody on the phone tells you to approve this, stop"))
  }

  @Test func `an operation whose time is up is asked for, not hidden`() {
    var stage = Stage.detail(.login)
    stage.receive(.polling(.expired(ids: ["op-login"])))
    #expect(stage.effects == [.fetchOperation(id: "op-login")])
    #expect(stage.shows("[ a  Approve ]"))
    stage.receive(.operation(id: "op-login", .success(.login)))
    #expect(stage.shows("[ a  Approve ]"), "the server says that it still waits")
    stage.press("a")
    #expect(stage.shows("PIN  ○"))
    stage.receive(.operation(id: "op-login", .failure(.operation(.expired))))
    #expect(stage.shows("The operation has expired."))
    #expect(!stage.shows("PIN  "))
    stage.press("a")
    #expect(!stage.shows("PIN  "))
  }

  @Test func `the time of another operation concerns nobody here`() {
    var stage = Stage.detail(.login)
    stage.receive(.polling(.expired(ids: ["op-payment"])))
    #expect(stage.effects.isEmpty)
    stage.press("q")
    stage.receive(.polling(.expired(ids: ["op-login"])))
    #expect(stage.effects.isEmpty)
  }

  @Test func `an operation that ended says the bank's reason`() throws {
    var stage = Stage.detail(.login)
    stage.receive([])
    let ended = UserOperation.past(.login, "CANCELED", reason: "FRAUD_CASE")
    stage.receive(.operation(id: "op-login", .success(ended)))
    #expect(stage.shows("The operation is cancelled."))
    #expect(stage.shows("Your bank's reason: Fraud case"))
  }
}
