import Testing
import TokenModel
import TokenScreens

/// Several activations side by side.
@Suite struct ProfilesTests {
  @Test func `the list is asked for by a key, from every page that is no dialog`() {
    var stage = Stage.operations()
    stage.press("P")
    #expect(stage.effects == [.loadProfiles])
    stage = Stage.everyWay()
    stage.press("P")
    #expect(stage.effects == [.loadProfiles])
    stage = ActivationTests.codePage()
    stage.press("P")
    #expect(stage.effects.isEmpty, "a letter of the code")
  }

  @Test func `the palette knows it too`() {
    var stage = Stage.operations()
    stage.press(":")
    stage.type("profiles")
    stage.press(.enter)
    #expect(stage.effects == [.loadProfiles])
  }

  @Test func `the open one is marked and selected`() throws {
    let stage = Stage.profiles()
    let mark = try #require(stage.position(of: "● open"))
    #expect(stage.lines[mark.row].contains("Acme Bank · default"))
    #expect(stage.frame[mark.column, mark.row].style.role == .selection)
    #expect(stage.shows("✓ activated"))
    #expect(stage.shows("○ not activated"))
    #expect(stage.shows("✗ unusable"))
  }

  @Test func `the open one says how it stands at the bank`() {
    var stage = Stage.profiles()
    #expect(stage.shows("✓ active · jane@thinkpad · https://token.acme.example"))
    stage = Stage.everyWay()
    stage.press("P")
    stage.receive(.profiles(ProfileEntry.all))
    #expect(stage.shows("not activated · https://home.example"))
  }

  @Test func `the open one is not opened again`() {
    var stage = Stage.profiles()
    stage.press(.enter)
    #expect(stage.effects.isEmpty)
    #expect(stage.shows("This profile is open already."))
  }

  @Test func `one with a problem is not opened, and its problem is said in full`() {
    var stage = Stage.profiles()
    stage.press("G", .enter)
    #expect(stage.effects.isEmpty)
    #expect(stage.shows("✗ config.toml:31:1: the key server is missing in profiles.old"))
    stage.press("k")
    #expect(!stage.shows("✗ config.toml"))
  }

  @Test func `another one is opened, once, and nobody leaves meanwhile`() {
    var stage = Stage.profiles()
    stage.press("j", .enter)
    #expect(stage.effects == [.switchProfile("home")])
    stage.press(.enter, "q")
    #expect(stage.effects.isEmpty)
    #expect(stage.shows("The other profile is being opened."))
    stage.wait(milliseconds: 1000)
    #expect(stage.shows("Opening home"))
  }

  @Test func `nothing of the old profile stays`() {
    var stage = Stage.profiles()
    stage.press("j", .enter)
    stage.receive(.profileSwitched(.done(.everyWay)))
    #expect(
      stage.effects == [
        .stopPolling, .setAppearance(StartContext.everyWay.appearance), .loadActivation,
      ])
    #expect(stage.shows("Home Bank · home"))
    #expect(!stage.shows("Acme"))
    stage.receive(.activation(.success(Stage.activation)))
    #expect(stage.effects.contains(.startPolling))
    #expect(!stage.shows("Confirm Payment"))
  }

  @Test func `a refused change leaves the old profile as it was`() {
    var stage = Stage.profiles()
    stage.press("j", .enter)
    stage.receive(.profileSwitched(.refused(name: "home", problem: "The file has gone.")))
    #expect(stage.shows("✗ The file has gone."))
    stage.press("q")
    #expect(stage.shows("Confirm Payment"))
    #expect(stage.shows("Acme Bank · default"))
  }

  @Test func `a refusal of an earlier change is not one of this`() {
    var stage = Stage.profiles()
    stage.press("j", .enter)
    stage.receive(.profileSwitched(.refused(name: "work", problem: "The file has gone.")))
    #expect(!stage.shows("The file has gone."))
  }

  @Test func `a sign-in that is open ends with the change`() {
    var stage = Stage.signingIn()
    stage.press("P")
    stage.receive(.profiles(ProfileEntry.all))
    stage.press("g", .enter)
    #expect(stage.effects == [.switchProfile("default")])
    stage.receive(.profileSwitched(.done(Stage.start)))
    #expect(stage.effects.first == .cancelOIDC)
  }

  @Test func `the list is read again on request, and the selection stays`() {
    var stage = Stage.profiles()
    stage.press("j", "j", "r")
    #expect(stage.effects == [.loadProfiles])
    stage.receive(.profiles(ProfileEntry.all.reversed()))
    stage.press(.enter)
    #expect(stage.effects == [.switchProfile("work")])
  }

  @Test func `a click selects, and opens nothing`() {
    var stage = Stage.profiles()
    stage.click("Home Bank")
    #expect(stage.effects.isEmpty)
    stage.press(.enter)
    #expect(stage.effects == [.switchProfile("home")])
  }

  @Test func `many profiles scroll`() {
    var stage = Stage.operations(columns: 40, rows: 12)
    stage.press("P")
    stage.receive(
      .profiles((1...30).map { ProfileEntry(name: "bank-\($0)", server: "https://b.example") }))
    stage.press("G")
    #expect(stage.shows("bank-30"))
    #expect(stage.shows("▲ 27 more"))
    stage.press("g")
    #expect(stage.shows("bank-1"))
    #expect(stage.shows("▼ 27 more"))
  }
}
