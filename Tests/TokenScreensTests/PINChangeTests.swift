import Testing
import TokenModel
import TokenScreens

/// The old PIN, the new one twice, and the bank's word.
@Suite struct PINChangeTests {
  private func typing() -> Stage {
    var stage = Stage.settings()
    stage.press("p")
    return stage
  }

  private func changing() -> Stage {
    var stage = Stage.settings()
    stage.changePIN()
    return stage
  }

  private func answered(_ outcome: AppEvent.Outcome<AppEvent.Done>) -> Stage {
    var stage = changing()
    stage.receive(.pinChanged(outcome))
    return stage
  }

  @Test func `both PINs are sent once, and kept nowhere`() throws {
    let (old, new) = try (#require(PIN.digits("4071")), #require(PIN.digits("9562")))
    var stage = changing()
    #expect(stage.effects == [.changePIN(from: old, to: new)])
    #expect(!stage.shows("●"))
    stage.press(.enter, .escape, "q", .control("c"))
    #expect(stage.effects.isEmpty)
    #expect(stage.shows("The bank has not answered yet."))
    stage.wait(milliseconds: 2000)
    #expect(stage.shows("Checking the old PIN with your bank… "))
  }

  @Test func `a fast typist loses no digit`() {
    var stage = typing()
    for key in "4071\r9562\r9562".map({ $0 == "\r" ? Key.enter : .character($0) }) {
      stage.apply(.input(.key(key), at: stage.now))
    }
    #expect(stage.shows("Once more   ● ● ● ●"))
  }

  @Test func `a change is told, back on the settings`() {
    let stage = answered(.success(.init()))
    #expect(stage.shows("✓ The PIN is changed. From now on only the new one works."))
    #expect(stage.shows("Server time"))
  }

  @Test func `a wrong old PIN says what is left and begins anew`() {
    var stage = answered(.failure(.wrongPIN(attemptsLeft: 2)))
    #expect(stage.shows("✗ The PIN is wrong. 2 attempts left, then the bank blocks this device."))
    #expect(stage.effects.isEmpty)
    stage.type("4")
    #expect(!stage.shows("wrong"))
    stage.press(.escape)
    #expect(stage.shows("2 of 5 left"))
  }

  @Test func `attempts that nobody knows are asked for`() {
    #expect(answered(.failure(.wrongPIN(attemptsLeft: nil))).effects == [.fetchStatus])
  }

  @Test(arguments: [
    TokenFailure.network(.connectionLost), .busy(holder: 4711), .storage(.full(path: "/state")),
    .externalKey(.required),
  ])
  func `whatever else goes wrong changes nothing`(failure: TokenFailure) {
    var stage = answered(.failure(failure))
    #expect(stage.shows("The PIN was not changed"))
    #expect(stage.shows("The old PIN still holds."))
    stage.press(.enter)
    #expect(stage.shows("Server time"))
  }

  @Test func `the attempt that blocks leads to the page that says so`() {
    #expect(answered(.failure(.blocked)).shows("The bank has blocked this device."))
  }

  @Test func `a late answer changes nothing`() {
    var stage = answered(.success(.init()))
    let picture = stage.text
    stage.receive(.pinChanged(.failure(.network(.connectionLost))))
    #expect(stage.text == picture)
  }

  @Test func `three digits go nowhere`() {
    var stage = typing()
    stage.type("407")
    stage.press(.enter)
    #expect(stage.shows("A PIN has at least 4 digits."))
  }

  @Test func `the same PIN is no change`() {
    var stage = typing()
    stage.type("4071")
    stage.press(.enter)
    stage.type("4071")
    stage.press(.enter)
    #expect(stage.shows("That is the old PIN. Choose another one."))
  }

  @Test func `two new PINs that differ are chosen again, the old one stays`() {
    var stage = typing()
    for pin in ["4071", "9562", "9563"] {
      stage.type(pin)
      stage.press(.enter)
    }
    #expect(stage.effects.isEmpty)
    #expect(stage.shows("The two differ. Choose the new PIN again."))
    #expect(stage.shows("Old PIN     ● ● ● ●"))
    #expect(stage.shows("New PIN     ○"))
  }

  @Test(arguments: [
    ([Key.tab, .tab], 2), ([.down], 1), ([.backTab], 2), ([.up, .up], 1), ([.tab, .tab, .tab], 0),
  ])
  func `Tab and the arrows go round the fields`(keys: [Key], place: Int) {
    var stage = typing()
    for key in keys { stage.send(.key(key)) }
    stage.type("95")
    let rows = ["Old PIN", "New PIN", "Once more"].map { label in
      stage.lines.first { $0.contains(label) } ?? ""
    }
    #expect(rows.map { $0.contains("● ●") } == [0, 1, 2].map { $0 == place })
  }

  @Test func `a field that was left keeps what was typed, and can be mended`() {
    var stage = typing()
    stage.type("4072")
    stage.press(.tab)
    stage.type("9562")
    stage.press(.up, .backspace)
    stage.type("1")
    stage.press(.enter, .enter)
    stage.type("9562")
    stage.press(.enter)
    let pins = [PIN.digits("4071"), PIN.digits("9562")].compactMap { $0 }
    #expect(stage.effects == [.changePIN(from: pins[0], to: pins[1])])
  }

  @Test(arguments: Language.allCases)
  func `each field is named in full`(language: Language) {
    Language.$current.withValue(language) {
      var stage = Stage.settings(columns: 40, rows: 12)
      stage.press("p")
      let fields = stage.lines.filter { $0.contains("○ ○") }
      #expect(fields.count == 3)
      #expect(fields.allSatisfy { $0.firstMatch(of: /\p{L}  +○/) != nil }, "\(fields)")
      let columns = fields.map { $0.prefix { $0 != "○" }.count }
      #expect(Set(columns).count == 1)
    }
  }

  @Test func `a click goes to a field`() {
    var stage = typing()
    stage.click("New PIN")
    stage.type("95")
    #expect(stage.shows("New PIN     ● ● ○"))
  }

  @Test func `the last field sends nothing while another one is empty`() {
    var stage = typing()
    stage.press(.tab)
    stage.type("9562")
    stage.press(.tab)
    stage.type("9562")
    stage.press(.enter)
    #expect(stage.effects.isEmpty)
    #expect(stage.shows("A PIN has at least 4 digits."))
    stage.type("4071")
    #expect(stage.shows("Old PIN     ● ● ● ●"))
    stage.press(.enter, .enter, .enter)
    #expect(stage.effects.count == 1)
  }

  @Test func `a weak PIN is named and may be kept`() {
    var stage = typing()
    for pin in ["4071", "1234"] {
      stage.type(pin)
      stage.press(.enter)
    }
    #expect(stage.shows("Easy to guess: many people choose it. You may keep it."))
    stage.type("1234")
    stage.press(.enter)
    #expect(stage.effects.count == 1)
  }

  @Test(arguments: ["suspend", "resize"])
  func `what was typed is cleared when nobody looks`(way: String) {
    var stage = typing()
    stage.type("4071")
    stage.press(.enter)
    if way == "suspend" {
      stage.press(.control("z"))
    } else {
      stage.resize(columns: 20, rows: 5)
      stage.resize(columns: 80, rows: 24)
    }
    #expect(!stage.shows("●"))
    #expect(stage.shows("Old PIN"))
  }
}
