import Testing
import TokenModel
import TokenScreens

/// What works everywhere: leaving, help, commands, size, suspension.
@Suite struct InputTests {
  @Test func `the start names the window and reads this device's memory`() {
    var state = AppState(Stage.start, size: Size(columns: 80, rows: 24))
    #expect(App.start(&state) == [.setTitle("Countersign"), .loadActivation])
  }

  @Test func `q goes back, and quits at the end`() {
    var stage = Stage.detail(.login)
    stage.press("q")
    #expect(stage.effects.isEmpty)
    stage.press("q")
    #expect(stage.effects == [.quit])
  }

  @Test func `escape goes back and never quits`() {
    var stage = Stage.detail(.login)
    stage.press(.escape, .escape, .escape)
    #expect(stage.effects.isEmpty)
    #expect(stage.shows("1 Operations"))
  }

  @Test func `control-c cancels a question, and quits at the top`() {
    var stage = Stage.detail(.login)
    stage.press("a", .control("c"))
    #expect(stage.effects.isEmpty)
    #expect(!stage.shows("PIN  "))
    stage.press(.control("c"), .control("c"))
    #expect(stage.effects == [.quit])
  }

  @Test func `a suspension clears what was typed of a PIN`() {
    var stage = Stage.detail(.login)
    stage.press("a")
    stage.type("407")
    #expect(stage.shows("●"))
    stage.press(.control("z"))
    #expect(stage.effects == [.suspend])
    #expect(!stage.shows("●"))
    stage.apply(.resumed(at: stage.now))
    #expect(stage.effects == [.redraw, .refreshOperations])
  }

  @Test func `a tiny window hides, clears and names what it needs, and recovers`() {
    var stage = Stage.detail(.login)
    stage.press("a")
    stage.type("407")
    stage.resize(columns: 39, rows: 24)
    #expect(stage.shows("Needed: 40x12"))
    #expect(stage.shows("Now: 39x24"))
    stage.type("1")
    stage.resize(columns: 40, rows: 12)
    #expect(stage.shows("PIN  ○"))
  }

  @Test func `what was too small to see was not seen`() {
    var stage = Stage.operations([OperationDetailTests.long])
    stage.press(.enter)
    stage.resize(columns: 20, rows: 5)
    stage.press(.end)
    stage.resize(columns: 80, rows: 24)
    stage.press("a")
    #expect(!stage.shows("PIN"))
  }

  @Test func `a larger window shows the end and opens the approval`() {
    var stage = Stage.operations([OperationDetailTests.long])
    stage.press(.enter)
    stage.resize(columns: 80, rows: 90)
    stage.press("a")
    #expect(stage.shows("PIN"))
  }

  @Test func `the screen is drawn anew on request`() {
    var stage = Stage.operations()
    stage.press(.control("l"))
    #expect(stage.effects == [.redraw])
  }

  @Test func `the help names the keys and why one is closed`() {
    var stage = Stage.operations([OperationDetailTests.long])
    stage.press(.enter, "?")
    #expect(stage.shows("Approves, after the PIN or a confirmation."))
    #expect(stage.shows("Not now: Read to the end first"))
    stage.press("?")
    #expect(stage.shows("[ a  Approve ]"))
  }

  @Test func `a command is found by typing and runs as its key would`() {
    var stage = Stage.operations()
    stage.press(":")
    stage.type("asks the bank at")
    stage.press(.enter)
    #expect(stage.effects == [.refreshOperations])
  }

  @Test func `the palette offers no key that decides`() {
    var stage = Stage.detail(.oneFactor)
    stage.press("a", ":")
    stage.type("says yes")
    stage.press(.enter)
    #expect(stage.effects.isEmpty)
    #expect(stage.shows("No command contains that."))
  }

  @Test func `the palette opens where letters are typed, too`() {
    var stage = Stage.detail(.login)
    stage.press("a", .control("p"))
    #expect(stage.shows(":"))
    stage.press(.escape)
    #expect(stage.shows("PIN  ○"))
  }

  @Test func `the footer can be clicked`() {
    var stage = Stage.operations()
    stage.click("? help")
    #expect(stage.shows("Keys"))
    stage.click("q back")
    #expect(stage.shows("1 Operations"))
    stage.click("5 Settings")
    #expect(stage.shows("Fingerprint"))
  }

  @Test func `a long notice takes rows of a narrow window, and is whole`() {
    var stage = Stage.operations(UserOperation.many(20), columns: 40, rows: 12)
    stage.send(.paste("good morning"))
    #expect(stage.lines[9].hasPrefix(" ! This is no code and no link of your"))
    #expect(stage.lines[10].hasPrefix(" bank."))
    #expect(!stage.lines[9].contains("Number"))
    let selected = stage.lines.first { $0.contains("▌") }?.prefix(15)
    stage.click("! This is")
    #expect(stage.lines.first { $0.contains("▌") }?.prefix(15) == selected)
    #expect(!stage.shows("! This is"))
  }

  @Test func `no notice lies over text that has to be read`() {
    var stage = Stage.operations([OperationDetailTests.long], columns: 40, rows: 12)
    stage.press(.enter, "a")
    #expect(stage.lines[10].hasPrefix(" ! Read to the end first"))
    #expect(stage.lines[9].contains("Approve"))
  }

  @Test func `nothing under a question can be clicked`() {
    var stage = Stage.detail(.oneFactor)
    stage.press("a")
    stage.click("‹ Operations")
    #expect(stage.shows("No PIN is needed"))
  }

  @Test func `a notice goes by itself`() throws {
    var stage = Stage.operations([])
    stage.press("r")
    #expect(stage.shows("Asking the bank."))
    stage.wait(milliseconds: try #require(stage.nextRedraw))
    #expect(!stage.shows("Asking the bank."))
    #expect(stage.nextRedraw == nil)
  }

  @Test func `an idle screen never wakes`() {
    #expect(Stage.operations([]).nextRedraw == nil)
  }

  @Test func `focus changes nothing`() {
    var stage = Stage.operations()
    let picture = stage.text
    stage.send(.focus(gained: false))
    #expect(stage.text == picture)
  }
}

/// What is said lives as long as it is true.
@Suite struct NoticeTests {
  @Test func `a refusal goes with the next key`() {
    var stage = OperationDetailTests.opened(OperationDetailTests.long)
    stage.press("a")
    #expect(stage.shows("Read to the end first"))
    stage.press(.end)
    #expect(!stage.shows("Read to the end first"))
  }

  @Test func `a question to the bank goes with its answer`() {
    var stage = Stage.operations()
    stage.press("r")
    #expect(stage.shows("Asking the bank."))
    stage.receive([.login])
    #expect(!stage.shows("Asking the bank."))
  }

  @Test func `another screen takes no notice along`() {
    var stage = Stage.operations([.login])
    stage.receive([.login, .payment])
    #expect(stage.shows("1 new operation."))
    stage.press(.enter)
    #expect(!stage.shows("1 new operation."))
  }

  @Test func `a refused PIN is no longer refused once another is typed`() {
    var stage = Stage.detail(.login)
    stage.press("a")
    stage.type("4071")
    stage.press(.enter)
    stage.receive(.decided(operationID: "op-login", .failure(.wrongPIN(attemptsLeft: 4))))
    #expect(stage.shows("The PIN is wrong."))
    stage.type("4")
    #expect(!stage.shows("The PIN is wrong."))
    #expect(stage.shows("4 attempts left."))
  }

  @Test func `one character too many does not hide the verdict about the code`() {
    var stage = Scene.welcome(80, 24)
    stage.press(.enter)
    stage.type("VVVVVVVVVVVVVVVWTFVAA")
    #expect(stage.shows("these are all"))
    #expect(stage.shows("the checksum does not fit"))
  }
}
