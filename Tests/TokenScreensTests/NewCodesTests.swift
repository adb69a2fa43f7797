import Testing
import TokenModel
import TokenScreens

/// What is said once, when the keys have been exchanged.
@Suite struct NewCodesTests {
  private func shown() -> Stage {
    var stage = ActivationTests.activating()
    stage.receive(.activated(.success(.withRecovery)))
    return stage
  }

  @Test func `the codes are shown before anything else happens`() {
    let stage = shown()
    #expect(stage.effects.isEmpty)
    #expect(stage.shows("V V V V V - V V V V V - V V V V V - V T F V A"))
    #expect(stage.shows("0 1 2 3 4   5 6 7 8 9"))
  }

  @Test(arguments: [Key.enter, .escape, "q", .control("c"), " "])
  func `only the key that says so goes on`(key: Key) {
    var stage = shown()
    stage.press(key)
    #expect(stage.effects.isEmpty)
    #expect(stage.shows("Write this down"))
  }

  @Test func `the fingerprint comes next, with a greeting`() {
    var stage = shown()
    stage.press("w")
    #expect(stage.effects == [.fetchStatus])
    #expect(stage.shows("Welcome, Jane Doe."))
    #expect(stage.shows("1234 5678"))
    stage.receive(.status(.success(.active(failed: 0))))
    #expect(stage.shows("Welcome, Jane Doe. This device is active."))
  }

  @Test func `a late status takes nothing away`() {
    var stage = shown()
    stage.receive(.status(.success(.active(failed: 0))))
    stage.receive(.status(.failure(.blocked)))
    #expect(stage.shows("Write this down"))
  }

  @Test func `they reach the clipboard only on request, and leave it again`() {
    var stage = shown()
    stage.press("y")
    #expect(stage.effects == [.copy("VVVVV-VVVVV-VVVVV-VTFVA 0123456789")])
    #expect(stage.shows("Any program can read it"))
    stage.press("w")
    #expect(stage.effects == [.copy(""), .fetchStatus])
  }

  @Test func `a suspension hides them, and they come back on request`() {
    var stage = shown()
    stage.press(.control("z"))
    #expect(!stage.shows("V V V V V"))
    stage.press("w")
    #expect(stage.effects.isEmpty, "nobody has written down what cannot be seen")
    stage.press("s")
    #expect(stage.shows("V V V V V"))
  }

  @Test func `a key typed before the codes were on the screen does not count`() {
    var stage = ActivationTests.activating()
    stage.apply(.event(.activated(.success(.withRecovery)), at: stage.now))
    stage.apply(.input(.key("w"), at: stage.now))
    #expect(stage.effects.isEmpty)
    #expect(stage.shows("Write this down"))
  }

  @Test func `a hostile name is shown as it is, and harmless`() {
    var stage = ActivationTests.activating()
    stage.receive(
      .activated(
        .success(
          NewActivation(
            local: Stage.activation, userInfo: UserInfo(["name": "Ev\u{202E}il\u{1B}[2J"])))))
    #expect(stage.shows("Welcome, Ev"))
    #expect(!stage.text.unicodeScalars.contains("\u{202E}"))
    #expect(!stage.text.unicodeScalars.contains("\u{1B}"))
  }

  @Test func `without codes and name the fingerprint comes at once`() {
    var stage = ActivationTests.activating()
    stage.receive(.activated(.success(NewActivation(local: Stage.activation))))
    #expect(stage.effects == [.fetchStatus])
    #expect(!stage.shows("Welcome"))
  }

  @Test func `an offered code is forgotten once it was used`() throws {
    var stage = ActivationTests.welcome(offering: try ActivationCode(Scene.code))
    stage.press(.enter, .enter, .enter)
    stage.activate()
    stage.receive(.activated(.success(NewActivation(local: Stage.activation))))
    stage.receive(.removed(.success(.init())))
    #expect(stage.shows("Welcome"))
    #expect(!stage.shows("A code is ready"))
    stage.press(.enter)
    #expect(stage.shows("0 of 20 characters"))
  }

  @Test func `an offered code stays as long as another one was used`() throws {
    var stage = ActivationTests.welcome(offering: try ActivationCode(Scene.code))
    stage.receive(.activated(.success(NewActivation(local: Stage.activation))))
    stage.receive(.removed(.success(.init())))
    #expect(stage.shows("A code is ready"))
  }
}
