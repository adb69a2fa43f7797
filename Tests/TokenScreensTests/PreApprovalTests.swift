import FoundationEssentials
import Testing
import TokenModel
import TokenScreens

/// Pages that stand before an approval, what leads over them, and what the bank learns of it.
@Suite struct PreApprovalTests {
  private static let warning: JSONValue = ["id": "one", "type": "WARNING"]
  private static let info: JSONValue = [
    "id": "two", "type": "INFO", "backButton": true, "heading": "Second",
  ]

  /// The visits that went along with the latest effect.
  private static func visits(_ stage: Stage) -> [JSONValue] {
    let data: JSONValue? = stage.effects.lazy.compactMap { effect -> JSONValue? in
      switch effect {
      case .approve(_, _, let evidence): evidence.mobileTokenData
      case .reject(_, _, let data): data
      default: nil
      }
    }.first
    return data?["preApprovalScreens"]?.array ?? []
  }

  private static func actions(_ stage: Stage) -> [String] {
    visits(stage).map { "\($0["screen"]?.string ?? "-") \($0["action"]?.string ?? "-")" }
  }

  private static func approve(_ stage: inout Stage) {
    stage.type("4071")
    stage.press(.enter)
  }

  @Test func `pages come in their order, and the bank learns of each`() {
    var stage = Stage.guarded(.guarded(Self.warning, Self.info))
    #expect(stage.shows("Page 1 of 2."))
    stage.press("c")
    #expect(stage.shows("Second"))
    stage.press("c")
    Self.approve(&stage)
    #expect(Self.actions(stage) == ["one CONTINUE", "two CONTINUE"])
    let times = Self.visits(stage).flatMap {
      [$0["timestampOpened"]?.string ?? "", $0["timestampClosed"]?.string ?? ""]
    }
    #expect(times == times.sorted())
    #expect(times.allSatisfy { $0.hasPrefix("2026-06-29T12:41:") && $0.hasSuffix("Z") })
  }

  @Test func `an operation without such pages tells nothing`() {
    var stage = Stage.detail(.login)
    stage.press("a")
    Self.approve(&stage)
    #expect(
      stage.effects == [
        .approve(.login, with: PIN.digits("4071").map { .pin($0) }, evidence: .init())
      ])
  }

  @Test func `back leads to the page before, and that is recorded`() {
    var stage = Stage.guarded(.guarded(Self.warning, Self.info))
    stage.press("c", "b")
    #expect(stage.shows("Stop and think"))
    stage.press("c", "c")
    Self.approve(&stage)
    #expect(
      Self.actions(stage) == ["one CONTINUE", "two BACK", "one CONTINUE", "two CONTINUE"])
  }

  @Test func `leaving the pages closes them, and the next wish goes on where it was`() {
    var stage = Stage.guarded(.guarded(Self.warning, Self.info))
    stage.press("c", .escape)
    #expect(stage.shows("[ a  Approve ]"))
    stage.press("a")
    #expect(stage.shows("Second"))
    stage.press("c")
    Self.approve(&stage)
    #expect(Self.actions(stage) == ["one CONTINUE", "two CLOSE", "two CONTINUE"])
  }

  @Test func `a page that a suspension has closed says so, and is read anew with a new code`() {
    let operation = UserOperation.guarded(Self.warning, ["id": "scan", "type": "QR_SCAN"])
    let link = "mtoken://operation?oid=op-guarded&potp=97531864"
    var stage = Stage.detail(operation)
    func prove() {
      stage.press("p")
      stage.send(.paste(link))
      stage.press("a")
    }
    prove()
    stage.press("c")
    #expect(stage.shows("A code must be scanned"))
    stage.press(.control("z"))
    #expect(stage.shows("Reject"))
    #expect(!stage.shows("A code must be scanned"))
    prove()
    #expect(stage.shows("Page 1 of 2."), "all pages are read again")
    stage.press("c", "c")
    #expect(stage.shows("PIN"))
    stage.press(.control("z"))
    prove()
    stage.press("c", "c")
    Self.approve(&stage)
    #expect(
      Self.actions(stage) == [
        "one CONTINUE", "scan CLOSE", "one CONTINUE", "scan SCAN", "one CONTINUE", "scan SCAN",
      ])
    #expect(Self.visits(stage).allSatisfy { $0["timestampClosed"] != nil })
  }

  @Test func `a rejection from a page says so to the bank`() {
    let operation = UserOperation.guarded(Self.warning)
    var stage = Stage.guarded(operation)
    stage.press("x")
    #expect(stage.shows("Reason: I stopped at my bank's warning"))
    stage.press("y")
    #expect(Self.actions(stage) == ["one REJECT"])
    guard case .reject(operation, .preApproval, _)? = stage.effects.first else {
      Issue.record("not rejected: \(stage.effects)")
      return
    }
  }

  @Test func `a rejection later tells of the pages, too`() {
    var stage = Stage.guarded(.guarded(Self.warning))
    stage.press("c", .escape, "x", "1", "y")
    #expect(Self.actions(stage) == ["one CONTINUE"])
  }

  @Test func `a wrong PIN forgets nothing of the pages`() {
    var stage = Stage.guarded(.guarded(Self.warning))
    stage.press("c")
    Self.approve(&stage)
    stage.receive(
      .decided(operationID: "op-guarded", .failure(.wrongPIN(attemptsLeft: 4))))
    Self.approve(&stage)
    #expect(Self.actions(stage) == ["one CONTINUE"])
  }

  @Test func `a page that nobody has named is recorded by its kind`() {
    var stage = Stage.guarded(
      .make(id: "op", title: "Pay", ui: ["preApprovalScreen": ["type": "WARNING"]]))
    stage.press("c")
    Self.approve(&stage)
    #expect(Self.actions(stage) == ["WARNING CONTINUE"])
  }

  @Test func `an operation that changes under a page takes it away`() {
    var stage = Stage.guarded(.guarded(Self.warning))
    stage.receive([.guarded(Self.info)])
    #expect(stage.shows("Your bank has changed this operation. Read it again."))
    stage.readOn()
    stage.press("a")
    #expect(stage.shows("Second"))
  }

  // MARK: - What the page wants

  @Test func `a counter keeps the way on closed, and counts down visibly`() {
    var stage = Stage.guarded(
      .guarded(["type": "INFO", "controls": ["approve": ["type": "BUTTON", "counter": 3]]]))
    #expect(stage.shows("[ c  I have read it · 3 s ]"))
    #expect(stage.nextRedraw.map { $0 <= 1000 } == true)
    stage.press("c")
    #expect(stage.shows("Wait for the countdown to end."))
    stage.wait(milliseconds: 2000)
    #expect(stage.shows("[ c  I have read it · 1 s ]"))
    // One clock: no older number stands beside it.
    #expect(!stage.shows("3 s"))
    stage.press("c")
    #expect(stage.shows("Wait for the countdown to end."))
    stage.wait(milliseconds: 600)
    #expect(stage.shows("[ c  I have read it ]"))
    stage.press("c")
    #expect(stage.shows("PIN  ○"))
  }

  @Test func `the bank's words stand beside ours, and keys keep their meaning`() {
    var stage = Stage.guarded(.guarded(UserOperation.richPage))
    stage.wait(milliseconds: 10_000)
    stage.readOn()
    let row = stage.lines.last { $0.contains("[ c") } ?? ""
    // Flipped: the way on stands first.
    #expect(
      row.firstRange(of: "[ c")?.lowerBound ?? row.endIndex < row.firstRange(of: "[ x")?.lowerBound
        ?? row.startIndex)
    #expect(stage.shows("│ [c] It is me"))
    #expect(stage.shows("│ [x] Not me"))
    stage.press("x")
    #expect(stage.shows("Reason: "))
  }

  @Test func `a label cannot pretend to be another button`() {
    let stage = Stage.guarded(
      .guarded([
        "type": "INFO",
        "controls": [
          "approve": ["type": "BUTTON", "text": "a\u{201D} ]\n[ \u{1B}[2Jx Reject"]
        ],
      ]))
    #expect(stage.shows("│ [c] a\u{201D} ] [ "))
    #expect(!stage.text.unicodeScalars.contains("\u{1B}"))
  }

  @Test func `buttons may stand one below the other`() {
    let page: JSONValue = [
      "type": "INFO",
      "controls": ["axis": "VERTICAL", "decline": ["type": "BACK", "text": "Go back"]],
    ]
    var stage = Stage.guarded(.guarded(page, page))
    #expect(!stage.shows("age before"), "before the first page there is none")
    #expect(stage.shows("│ [Esc] Go back"))
    stage.press("c")
    let rows = ["[ b  Page before", "[ c  I have read it"].map { label in
      stage.lines.firstIndex { $0.contains(label) } ?? -1
    }
    #expect(rows[0] > 0 && rows[1] == rows[0] + 1)
    #expect(stage.shows("│ [b] Go back"))
  }

  @Test func `a page that wants a code stays closed without one`() {
    var stage = Stage.detail(.guarded(["type": "QR_SCAN"]))
    stage.press("a")
    #expect(!stage.shows("A code must be scanned\n"))
    #expect(!stage.shows("PIN  "))
  }

  // MARK: - Ways out

  @Test func `an address is opened from its own page only, after it was seen`() {
    var stage = Stage.guarded(.guarded(UserOperation.richPage))
    stage.press("1")
    #expect(stage.effects.isEmpty)
    #expect(stage.shows("https://bank.example/fraud?source=token"))
    stage.press("o")
    #expect(stage.effects == [.openAddress("https://bank.example/fraud?source=token")])
    stage.press("y")
    #expect(stage.effects == [.copy("https://bank.example/fraud?source=token")])
    stage.press(.escape)
    #expect(stage.shows("Is this really you?"))
  }

  @Test func `from one link to the next and back, and no further`() {
    var stage = Stage.guarded(.guarded(UserOperation.richPage))
    stage.press("2", "p", "p")
    #expect(stage.shows("Where link 1 of 3 leads"))
    #expect(stage.shows("https://bank.example/fraud?source=token"))
    stage.press("n", "n", "n")
    #expect(stage.shows("Where link 3 of 3 leads"))
    #expect(stage.shows("shop://offer"))
  }

  @Test func `a number is copied, and its page leads to the rejection that the bank expects`() {
    var stage = Stage.guarded(.guarded(UserOperation.richPage))
    stage.press("2")
    #expect(stage.shows("Your bank expects you to reject afterwards."))
    stage.press("o")
    #expect(stage.effects.isEmpty)
    stage.press("y")
    #expect(stage.effects == [.copy("+420 123 456 789")])
    stage.press("x")
    #expect(stage.shows("Reason: I stopped at my bank's warning"))
  }

  @Test(arguments: [
    ("shop://offer", "it begins with shop:"), ("http://bank.example/", "it begins with http:"),
    ("javascript:alert(1)", "it begins with javascript:"),
    ("file:///etc/passwd", "it begins with file:"),
    ("https://bank.example@evil.example/", "it is written to look as if"),
    ("https:\\\\bank.example", "it is written to look as if"),
    ("https://b\u{430}nk.example/", "it holds letters or signs"),
    ("HTTPS://", "it is none that a desktop may have"), ("bank", "it is none that a desktop"),
    ("https://bank.example/\u{1B}]0;x\u{7}", "it holds letters or signs"),
    ("https://bank.example/" + String(repeating: "x", count: 2083), "it is longer than a desktop"),
  ])
  func `any other address is text and nothing else, and says why`(address: String, why: String) {
    var stage = Stage.guarded(
      .guarded([
        "type": "INFO",
        "elements": [
          ["type": "BUTTON", "action": "LINK", "text": "Go", "href": .string(address)]
        ],
      ]))
    stage.press("1")
    #expect(stage.shows("This address is not opened here: \(why)"))
    #expect(!stage.shows("o open"))
    stage.press("o")
    #expect(stage.effects.isEmpty)
  }

  // MARK: - The slider

  private static func slider(_ pages: JSONValue...) -> Stage {
    Stage.guarded(.guarded(UserOperation.sliderPage))
  }

  @Test func `the slider drawn to its end goes on`() throws {
    var stage = Self.slider()
    let start = try #require(stage.position(of: "▶▶▶"))
    let end = Position(column: start.column + 60, row: start.row + 2)
    stage.send(.mouse(Mouse(.press, at: start)))
    for step in 1...9 {
      let place = Position(column: start.column + step, row: start.row)
      stage.send(.mouse(Mouse(.drag, at: place)))
    }
    #expect(stage.shows("━━━━━━━━━▶▶▶"))
    stage.send(.mouse(Mouse(.drag, at: end)))
    #expect(!stage.shows("PIN"))
    stage.send(.mouse(Mouse(.release, at: end)))
    #expect(stage.shows("PIN  ○"))
  }

  @Test func `a jump to the end goes nowhere, and says so`() throws {
    var stage = Self.slider()
    let start = try #require(stage.position(of: "▶▶▶"))
    let end = Position(column: start.column + 60, row: start.row)
    stage.send(.mouse(Mouse(.press, at: start)))
    stage.send(.mouse(Mouse(.drag, at: end)))
    stage.send(.mouse(Mouse(.release, at: end)))
    #expect(!stage.shows("PIN"))
    #expect(stage.shows("Too fast: draw it all the way."))
    #expect(stage.position(of: "▶▶▶") == start)
  }

  @Test func `let go on the way it snaps back`() throws {
    var stage = Self.slider()
    let start = try #require(stage.position(of: "▶▶▶"))
    stage.send(.mouse(Mouse(.press, at: start)))
    let half = Position(column: start.column + 15, row: start.row)
    stage.send(.mouse(Mouse(.drag, at: half)))
    stage.send(.mouse(Mouse(.release, at: half)))
    #expect(stage.position(of: "▶▶▶") == start)
    #expect(!stage.shows("PIN"))
  }

  @Test func `the key held goes on, and a gap takes all of it back`() {
    var stage = Self.slider()
    for _ in 0..<7 { stage.press(.right) }
    #expect(stage.shows("━▶▶▶"))
    stage.wait(milliseconds: 300)
    #expect(!stage.shows("━▶▶▶"))
    for _ in 0..<8 { stage.press(.right) }
    #expect(!stage.shows("PIN"))
    stage.press(.right, .right)
    #expect(stage.shows("PIN  ○"))
  }

  @Test func `another key ends the hold`() {
    var stage = Self.slider()
    for _ in 0..<8 { stage.press(.right) }
    stage.press("c", .right, .right)
    #expect(!stage.shows("PIN"))
  }

  @Test func `a closed slider moves for nobody`() throws {
    var stage = Stage.guarded(
      .guarded([
        "type": "INFO",
        "controls": ["approve": ["type": "SLIDER", "counter": 30]],
      ]))
    let start = try #require(stage.position(of: "▶▶▶"))
    stage.send(.mouse(Mouse(.press, at: start)))
    #expect(stage.shows("! Wait for the countdown to end."))
    #expect(stage.shows("You can go on in 30 seconds."), "the slider counts")
    for _ in 0..<12 { stage.press(.right) }
    stage.type("continue")
    stage.press(.enter)
    #expect(!stage.shows("PIN"))
  }

  @Test func `the bank's label of the slider is told as the bank's`() {
    #expect(Self.slider().shows("│ [→] Slide to go on"))
  }

  @Test func `in a narrow window the slider works as well`() {
    var stage = Stage.guarded(.guarded(UserOperation.sliderPage), columns: 40, rows: 12)
    stage.readOn()
    for _ in 0..<10 { stage.press(.right) }
    #expect(stage.shows("PIN  ○"))
  }
}
