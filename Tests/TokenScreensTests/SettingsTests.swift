import Testing
import TokenModel
import TokenScreens

/// Settings, and the two ways to end an activation.
@Suite struct SettingsTests {
  private func settings() -> Stage {
    var stage = Stage.operations([.login])
    stage.press(.settingsTab)
    return stage
  }

  @Test func `settings ask for the status and show it`() {
    var stage = settings()
    #expect(stage.effects == [.fetchStatus])
    stage.receive(.status(.success(.active(failed: 2))))
    #expect(stage.shows("3 of 5 left"))
    stage.press("1")
    #expect(stage.shows("Login Approval"))
  }

  @Test func `another language is spoken at once, and asked of the bank`() {
    var stage = settings()
    stage.press("a")
    #expect(stage.shows("1 English, in use"))
    stage.press("1")
    #expect(stage.effects.isEmpty, "it is in use already")
    stage.press("2")
    #expect(stage.effects == [.speak(.czech)])
    #expect(stage.shows("2 Čeština, používá se"))
    #expect(stage.shows("language = \"cs\""))
    stage.press(.escape)
    #expect(stage.shows("Nastavení"))
    stage.press("a", "1", .escape)
    #expect(stage.shows("Settings"))
  }

  @Test func `a language is selected and chosen as any row of a list`() {
    var stage = settings()
    stage.press("a")
    #expect(stage.shows("▌1 English, in use"))
    stage.press(.enter)
    #expect(stage.effects.isEmpty && stage.shows("It is in use already."))
    stage.press(.down)
    #expect(stage.shows("▌2 Čeština"))
    stage.press(.enter)
    #expect(stage.effects == [.speak(.czech)])
    #expect(stage.shows("▌2 Čeština, používá se"))
    stage.press("k")
    stage.click("English")
    #expect(stage.effects == [.speak(.english)])
  }

  @Test func `what was said goes with its language`() {
    var stage = settings()
    stage.press("a", "1")
    #expect(stage.shows("! It is in use already."))
    stage.press("2")
    #expect(!stage.shows("It is in use already."))
  }

  @Test func `texts in another language are no news, other data are`() {
    func text(_ id: String, _ title: String, data: String = "A2") -> UserOperation {
      .make(id: id, data: data, title: title)
    }
    var stage = Stage.operations([text("a", "Payment"), text("b", "Sign-in")])
    stage.press(.settingsTab, "a", "2", .alt("1"))
    // One list was on its way already.
    stage.receive([text("a", "Payment"), text("b", "Sign-in")])
    stage.receive([text("a", "Platba"), text("b", "Přihlášení", data: "A3")])
    let rows = ["Platba", "Přihlášení"].map { title in
      let row = stage.lines.firstIndex { $0.contains(title) } ?? 0
      return stage.lines[row + 1].contains("• změněná")
    }
    #expect(rows == [false, true])
    stage.receive([text("a", "Jiná platba"), text("b", "Přihlášení", data: "A3")])
    #expect(stage.lines.count { $0.contains("• změněná") } == 2, "from then on texts count again")
  }

  @Test func `a status that does not come is said`() {
    var stage = settings()
    stage.receive(.status(.failure(.network(.connectionLost))))
    #expect(stage.shows("The connection was lost."))
    stage.press("r")
    #expect(stage.effects == [.fetchStatus])
  }

  @Test func `a wrong PIN elsewhere shows in the attempts`() {
    var stage = DecisionTests.approving()
    stage.receive(.decided(operationID: "op-login", .failure(.wrongPIN(attemptsLeft: 3))))
    stage.press(.escape, "q", .settingsTab)
    #expect(stage.shows("3 of 5 left"))
  }

  @Test func `after the right PIN the bank is asked how many attempts are left`() {
    var stage = settings()
    stage.prove("c", "s")
    stage.receive(.recovery(.failure(.wrongPIN(attemptsLeft: 4))))
    stage.prove()
    stage.receive(.recovery(.success(.sample)))
    #expect(stage.effects == [.fetchStatus])
    stage.receive(.status(.success(.active(failed: 0))))
    stage.press(.enter, .escape)
    #expect(stage.shows("5 of 5 left"))
    stage.prove("c", "s")
    stage.receive(.recovery(.success(.sample)))
    #expect(stage.effects.isEmpty, "all attempts were there before")
  }

  @Test func `the removal takes the PIN and ends at the welcome`() throws {
    var stage = settings()
    stage.press("X")
    stage.type("4071")
    stage.press(.enter)
    #expect(stage.effects == [.remove(with: .pin(try #require(PIN.digits("4071"))))])
    stage.press(.escape)
    #expect(stage.shows("The bank has not answered yet."))
    stage.receive(.removed(.success(.init())))
    #expect(stage.effects == [.stopPolling])
    #expect(stage.shows("Welcome"))
    #expect(stage.shows("The activation is removed at your bank and from this device."))
  }

  @Test func `a wrong PIN removes nothing and asks again`() {
    var stage = settings()
    stage.press("X")
    stage.type("4072")
    stage.press(.enter)
    stage.receive(.removed(.failure(.wrongPIN(attemptsLeft: 1))))
    #expect(stage.shows("1 attempt left. If it fails, the bank blocks"))
    #expect(stage.effects.isEmpty)
    stage.press(.escape)
    #expect(stage.shows("1 of 5 left"))
  }

  @Test func `a removal of unknown outcome asks the status`() {
    var stage = settings()
    stage.press("X")
    stage.type("4071")
    stage.press(.enter)
    stage.receive(.removed(.failure(.outcomeUnknown(.connectionLost))))
    #expect(stage.effects == [.fetchStatus])
    stage.receive(.status(.success(.standing(.removed))))
    #expect(stage.shows("The bank has removed this activation."))
  }

  @Test func `only the typed word destroys the keys here`() {
    var stage = settings()
    stage.press("L", .enter)
    stage.send(.paste("remove"))
    stage.press(.enter)
    #expect(stage.effects.isEmpty)
    #expect(stage.shows("Type the word \u{201C}remove\u{201D} first."))
    stage.type("remove")
    stage.press(.enter)
    #expect(stage.effects == [.removeLocally])
    stage.press(.enter)
    #expect(stage.effects.isEmpty, "once is enough")
    stage.receive(.removed(.failure(.storage(.full(path: "/state")))))
    #expect(stage.shows("There is no room left to write /state."))
  }
}

/// The way from any page to the pages that stand side by side.
@Suite struct FarTabTests {
  @Test func `settings and operations are reached from every page`() {
    var stage = Stage.detail(.login)
    stage.press("d", .alt("5"))
    #expect(stage.shows("Fingerprint"))
    stage.press(.alt("1"))
    #expect(stage.shows("● live"))
    stage.press(.enter, .control("p"))
    stage.type("goes to settings")
    stage.press(.enter)
    #expect(stage.shows("Fingerprint"))
  }

  @Test(arguments: [
    ("lang", "English, in use"), ("changes the pin", "Old PIN"), ("or confirms a card", "Recovery"),
    ("another name", "jane@thinkpad"), ("from this device only", "remove"),
  ])
  func `the palette finds each page of the settings from everywhere`(
    text: String, page: String
  ) {
    var stage = Stage.detail(.login)
    stage.press(":")
    stage.type(text)
    #expect(stage.shows("▌ Alt-5 "))
    stage.press(.enter)
    #expect(stage.shows(page))
    stage.press(.escape)
    #expect(stage.shows("5 Settings"))
  }

  @Test func `the palette finds the language in Czech, and once in the settings`() {
    var stage = Stage.operations(in: Stage.czech)
    stage.press(":")
    stage.type("jaz")
    #expect(stage.shows("Alt-5 a Zobrazí jazyky"))
    stage.press(.escape, .settingsTab, ":")
    stage.type("jaz")
    #expect(stage.shows("▌ a       Zobrazí jazyky"))
    #expect(!stage.shows("Alt-5 a"))
  }

  @Test func `the palette opens no settings before a decision is answered`() {
    var stage = DecisionTests.approving()
    stage.press(.control("p"))
    stage.type("changes the pin")
    stage.press(.enter)
    #expect(!stage.shows("Old PIN"))
  }

  @Test func `a palette that finds nothing says so`() {
    var stage = Stage.operations()
    stage.press(":")
    stage.type("xyzzy")
    #expect(stage.shows("No command contains that."))
  }
}
