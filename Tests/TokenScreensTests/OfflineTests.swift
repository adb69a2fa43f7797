import Testing
import TokenModel
import TokenScreens

@Suite struct OfflineTests {
  private static let text = OfflineFixture.text

  // MARK: - Taking the text

  @Test func `a pasted text is read at once, and not shown before it was verified`() {
    var stage = Stage.offline()
    stage.send(.paste(Self.text))
    #expect(stage.effects == [.readOffline(Self.text)])
    #expect(!stage.shows("Confirm Payment"))
    #expect(!stage.shows("op-offline"))
    stage.receive(.offlineRead(.failure(.forgedData)))
    #expect(stage.shows("The signature does not fit the data."))
    #expect(!stage.shows("Confirm Payment"))
  }

  @Test func `a typed text is read when its last line is there`() {
    var stage = Stage.offline()
    for line in Self.text.split(separator: "\n", omittingEmptySubsequences: false) {
      #expect(stage.effects.isEmpty)
      stage.type(String(line))
      stage.press(.enter)
    }
    #expect(stage.effects == [.readOffline(Self.text)])
  }

  @Test func `letters that are commands elsewhere are text here`() {
    var stage = Stage.offline()
    stage.type("q1?:")
    #expect(stage.shows("q1?:"))
    stage.press(.alt("1"))
    #expect(stage.shows("Nothing waits") || !stage.shows("q1?:"))
  }

  @Test func `the line before comes back, and all can be started over`() {
    var stage = Stage.offline()
    stage.type("first")
    stage.press(.enter)
    #expect(stage.shows("Line 2"))
    #expect(!stage.shows("first"))
    stage.press(.backspace)
    #expect(stage.shows("Line 1"))
    #expect(stage.shows("first"))
    stage.press(.enter, .control("n"))
    #expect(stage.shows("Line 1"))
    #expect(!stage.shows("first"))
  }

  @Test func `what is wrong with a typed text is said on request`() {
    var stage = Stage.offline()
    stage.press(.control("o"))
    #expect(stage.effects.isEmpty)
    stage.type("x")
    stage.press(.control("o"))
    #expect(stage.effects == [.readOffline("x")])
    stage.receive(.offlineRead(.failure(.offline(.tooFewLines(1)))))
    #expect(stage.shows("The text has 1 line; one for approval has at least 7."))
    stage.type("y")
    #expect(!stage.shows("The text has"))
  }

  @Test func `keys while it is checked, and late answers, do nothing`() {
    var stage = Stage.offline()
    stage.send(.paste(Self.text))
    stage.press("x", .enter)
    stage.send(.paste(Self.text))
    #expect(stage.effects.isEmpty)
    stage.receive(.offlineRead(.failure(.forgedData)))
    stage.press(.escape)
    stage.receive(.offlineRead(.failure(.forgedData)))
    #expect(!stage.shows("The signature does not fit"))
  }

  // MARK: - The operation

  @Test func `all fields are shown, and who has signed them`() {
    let stage = Stage.offlineOperation(rows: 40)
    #expect(stage.shows("123 456 789 012 345 678.50 CZK"))
    #expect(stage.shows("CZ55 0800 0000 0012 3456 7899"))
    #expect(stage.shows("GIBACZPX"))
    #expect(stage.shows("2019-06-29"))
    #expect(stage.shows("Invoice 42"))
    #expect(stage.shows("with love"))
    #expect(stage.shows("Attribute 6"))
    #expect(stage.shows("✓ Signed by your bank for this device"))
  }

  @Test(arguments: [
    ("A1", "Payment"), ("A2", "Login"), ("A0", "Operation"), ("A77", "Operation"),
  ])
  func `an operation without title is called by its kind`(data: String, title: String) {
    let stage = Stage.offlineOperation(OfflineFixture.text(title: " ", message: "", data: data))
    #expect(stage.shows("│ " + title))
  }

  @Test func `nothing is approved before all of it was on the screen`() throws {
    var stage = Stage.offline(columns: 40, rows: 12)
    stage.send(.paste(Self.text))
    stage.receive(.offlineRead(.success(try OfflineFixture.operation())))
    stage.press("a")
    #expect(stage.shows("Read to the end first"))
    stage.readOn()
    stage.press("a")
    #expect(stage.shows("PIN"))
  }

  @Test func `leaving it asks nobody`() {
    var stage = Stage.offlineOperation()
    stage.press("x")
    #expect(stage.effects.isEmpty)
    #expect(stage.shows("Approve without a network"))
  }

  @Test func `flagged risks are a question of their own`() {
    let text = OfflineFixture.text(flags: "FC")
    var stage = Stage.offlineOperation(text)
    stage.press("a")
    #expect(stage.shows("Stop and think"))
    #expect(stage.shows("risk of fraud"))
    #expect(stage.shows("on the phone"))
    stage.press(.enter)
    #expect(stage.shows("Stop and think"))
    stage.press("y")
    #expect(stage.shows("Code for:") || stage.shows("PIN"))
    #expect(!stage.shows("Stop and think"))
  }

  // MARK: - The code

  @Test func `the PIN computes the code, and a wrong one is warned of before and after`() throws {
    var stage = Stage.offlineOperation(rows: 40)
    stage.press("a")
    #expect(stage.shows("A wrong PIN gives a wrong code"))
    stage.type("4071")
    stage.press(.enter)
    #expect(
      stage.effects == [
        .approveOffline(
          try OfflineFixture.operation(),
          with: .pin(try #require(PIN(Secret(Array("4071".utf8))))))
      ])
    stage.receive(.offlineCode(.success(OfflineFixture.code)))
    #expect(stage.shows("01234567-89012345"))
    #expect(stage.shows("A wrong PIN gives a wrong code"))
    #expect(stage.shows("bank refuses the code"))
  }

  @Test func `biometry is offered only where the bank allows it`() throws {
    var stage = Stage.offlineOperation(OfflineFixture.text, .finger)
    stage.press("a", .control("f"))
    #expect(
      stage.effects == [.approveOffline(try OfflineFixture.operation(), with: .biometry)])
    stage.receive(.offlineCode(.success(OfflineFixture.code)))
    #expect(!stage.shows("A wrong PIN"))
    stage = Stage.offlineOperation(OfflineFixture.text(flags: ""), .finger)
    stage.press("a", .control("f"))
    #expect(stage.effects.isEmpty)
  }

  @Test(arguments: [Key.enter, "q", .escape, .alt("1"), .control("z")])
  func `the code is gone when it is left or the program is suspended`(key: Key) {
    var stage = Stage.offlineCode()
    stage.press(key)
    #expect(!stage.shows("01234567"))
    stage.press(.alt("4"))
    #expect(!stage.shows("01234567"))
  }

  @Test(arguments: [(10, false), (11, true), (20, true)])
  func `from the eleventh unseen code on the page asks for a connection`(
    unseen: Int, warns: Bool
  ) {
    let digits = OfflineFixture.code.digits
    let stage = Stage.offlineCode(OfflineCode(digits: digits, unseen: unseen))
    #expect(stage.shows("Your bank may not have seen \(unseen) codes") == warns)
  }

  @Test func `a window too small to show it clears it`() {
    var stage = Stage.offlineCode()
    stage.apply(.resized(Size(columns: 20, rows: 5)))
    stage.apply(.resized(Size(columns: 80, rows: 24)))
    #expect(stage.shows("The code was cleared from the screen."))
  }

  @Test func `a code that comes after a suspension is not shown to whoever came back`() {
    var stage = Stage.offlineOperation()
    stage.prove("a")
    stage.press(.escape)
    #expect(stage.shows("The code is being computed."))
    stage.press(.control("z"))
    stage.receive(.offlineCode(.success(OfflineFixture.code)))
    #expect(!stage.shows("01234567"))
    #expect(stage.shows("The code was cleared from the screen."))
  }

  @Test func `the code is copied on request only`() {
    var stage = Stage.offlineCode()
    #expect(!stage.effects.contains { if case .copy = $0 { true } else { false } })
    stage.press("y")
    #expect(stage.effects == [.copy("01234567-89012345")])
  }

  @Test func `an unknown finger costs nothing and the PIN still works`() {
    var stage = Stage.offlineOperation(OfflineFixture.text, .finger)
    stage.press("a", .control("f"))
    stage.receive(.offlineCode(.failure(.biometry(.notRecognized))))
    #expect(stage.shows("was not recognised. No attempt is used up."))
    stage.type("4071")
    stage.press(.enter)
    #expect(stage.effects.count == 1)
  }

  @Test func `what stops the code is said`() {
    var stage = Stage.offlineOperation()
    stage.prove("a")
    stage.receive(.offlineCode(.failure(.busy(holder: 7))))
    #expect(stage.shows("No code was made"))
  }

}
