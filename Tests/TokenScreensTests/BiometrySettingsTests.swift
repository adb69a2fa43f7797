import Testing
import TokenModel
import TokenScreens

/// Adding and removing what may stand in for the PIN.
@Suite struct BiometrySettingsTests {
  private func page(_ biometry: BiometryState = .off) -> Stage {
    var stage = Stage.settings(biometry)
    stage.press("b")
    return stage
  }

  private func adding() -> Stage {
    var stage = page()
    stage.prove("2")
    return stage
  }

  @Test func `the page looks again what is there`() {
    var stage = page()
    #expect(stage.effects == [.loadBiometry])
    stage.press("r")
    #expect(stage.effects == [.loadBiometry])
  }

  @Test(
    arguments: [
      (BiometryState.off, "off"), (.finger, "✓ fingerprint"), (.session, "✓ this desktop session"),
      (.lost, "! fingerprint, needs you"), (.nothing, "off, nothing here can do it"),
    ])
  func `the row of the settings tells how it stands`(state: BiometryState, words: String) {
    #expect(Stage.settings(state).lines.contains { $0.contains("Biometry") && $0.contains(words) })
  }

  @Test func `each provider has its number`() throws {
    let pin = try #require(PIN.digits("4071"))
    #expect(adding().effects == [.addBiometry(pin: pin, provider: "desktop")])
  }

  @Test func `an addition is told, back on the page`() {
    var stage = adding()
    stage.receive(.biometry(.success(.session)))
    #expect(stage.shows("✓ It can stand in for the PIN now."))
    #expect(stage.shows("✓ On: this desktop session can stand in for the PIN."))
  }

  @Test func `an older answer is no success`() {
    var stage = adding()
    stage.receive(.biometry(.success(.off)))
    stage.wait(milliseconds: 500)
    #expect(stage.shows("Checking the PIN with your bank…"))
  }

  @Test func `a wrong PIN asks again`() {
    var stage = adding()
    stage.receive(.biometry(.failure(.wrongPIN(attemptsLeft: 4))))
    #expect(stage.shows("✗ The PIN is wrong. 4 attempts left"))
    stage.type("4072")
    stage.press(.enter)
    #expect(stage.effects.count == 1)
  }

  @Test(arguments: [
    TokenFailure.biometry(.notRecognized), .biometry(.canceled), .biometry(.alreadySetUp),
    .biometry(.keyMismatch), .network(.connectionLost),
  ])
  func `an addition that fails says why and adds nothing`(failure: TokenFailure) {
    var stage = adding()
    stage.receive(.biometry(.failure(failure)))
    #expect(stage.shows("was added"))
    #expect(stage.effects == [.loadBiometry])
    #expect(stage.shows(String(FailureWords(failure).happened.prefix(30))))
    stage.press(.enter)
    #expect(stage.shows("· Off: the PIN alone unlocks."))
  }

  @Test func `what cannot be used cannot be added, and says why`() {
    var stage = page(.nothing)
    stage.press("1")
    #expect(stage.shows("! No fingerprint reader was found."))
    #expect(!stage.shows("PIN  ○"))
  }

  @Test func `a second provider waits for the removal of the first`() {
    var stage = page(.finger)
    stage.press("2")
    #expect(stage.shows("Remove what is set up first."))
  }

  @Test func `a removal is asked once and tells when it is done`() {
    var stage = page(.finger)
    stage.press("x", .enter)
    #expect(stage.effects.isEmpty)
    stage.press("y")
    #expect(stage.effects == [.removeBiometry])
    stage.press("x")
    #expect(stage.shows("It is being removed."))
    stage.receive(.biometry(.success(.off)))
    #expect(stage.shows("✓ Fingerprint no longer stands in for the PIN."))
    stage.press("x")
    #expect(stage.shows("Nothing is set up."))
  }

  @Test func `a removal that fails says why`() {
    var stage = page(.finger)
    stage.press("x", "y")
    stage.receive(.biometry(.failure(.storage(.full(path: "/state")))))
    #expect(stage.shows("There is no room left to write /state."))
    #expect(stage.shows("✓ On: your fingerprint can stand in for the PIN."))
  }

  @Test func `a removal that is not meant removes nothing`() {
    var stage = page(.finger)
    stage.press("x", .escape, "y")
    #expect(stage.effects.isEmpty)
  }

  @Test func `a lost key is explained and can be removed`() {
    var stage = page(.lost)
    #expect(stage.shows("Its key is gone from this machine."))
    #expect(stage.shows("Nothing else is"))
    stage.press("x", "y")
    #expect(stage.effects == [.removeBiometry])
  }
}
