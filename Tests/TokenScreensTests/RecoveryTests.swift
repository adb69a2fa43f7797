import Testing
import TokenModel
import TokenScreens

/// Recovery codes: shown for a moment, confirmed from a card.
@Suite struct RecoveryTests {
  private func shown() -> Stage {
    var stage = Stage.settings()
    stage.prove("c", "s")
    stage.receive(.recovery(.success(.sample)))
    return stage
  }

  @Test func `code and PUK stand there together`() {
    #expect(shown().shows("V V V V V - V V V V V - V V V V V - V T F V A"))
    #expect(shown().shows("1 2 3 4 5   6 7 8 9 0"))
  }

  @Test func `leaving forgets them`() {
    for key in [Key.enter, .escape, "q", .control("c")] {
      var stage = shown()
      stage.press(key)
      #expect(stage.shows("Confirms a code from a card."))
      #expect(!stage.shows("V V V"))
    }
  }

  @Test func `a suspension and a window too small clear them`() {
    var stage = shown()
    stage.press(.control("z"))
    #expect(stage.effects == [.suspend])
    #expect(stage.shows("The code was cleared from the screen."))
    stage = shown()
    stage.resize(columns: 30, rows: 10)
    stage.resize(columns: 80, rows: 24)
    #expect(!stage.shows("V V V"))
    #expect(stage.shows("Show it again under Recovery"))
  }

  @Test func `codes that come after a suspension are not shown to whoever came back`() {
    var stage = Stage.settings()
    stage.prove("c", "s")
    stage.press(.control("z"))
    stage.receive(.recovery(.success(.sample)))
    #expect(!stage.shows("V V V"))
    #expect(stage.shows("Show it again under Recovery"))
  }

  @Test func `no dump of the state holds them`() {
    var dumped = ""
    dump(shown().state, to: &dumped)
    #expect(!dumped.contains("VVVVV"))
    #expect(!dumped.contains("1234567890"))
  }

  @Test func `a wrong PIN shows nothing and asks again`() {
    var stage = Stage.settings()
    stage.prove("c", "s")
    stage.receive(.recovery(.failure(.wrongPIN(attemptsLeft: 4))))
    #expect(stage.shows("4 attempts left"))
    #expect(stage.shows("PIN  ○"))
  }

  @Test(arguments: [
    TokenFailure.noRecoveryCode, .network(.connectionLost),
    .serverCannot(.vault, ServerRefusal(status: 400, code: "ERR_SECURE_VAULT", message: "")),
  ])
  func `a code that cannot be shown says why`(failure: TokenFailure) {
    var stage = Stage.settings()
    stage.prove("c", "s")
    stage.receive(.recovery(.failure(failure)))
    #expect(stage.shows("The recovery code cannot be shown"))
    #expect(stage.shows(String(FailureWords(failure).happened.prefix(30))))
  }
}

/// A code that came on a card.
@Suite struct RecoveryCardTests {
  private func typing() -> Stage {
    var stage = Stage.settings()
    stage.press("c", "c")
    return stage
  }

  @Test func `a code is forgiven its lower case, dashes and mark`() {
    var stage = typing()
    stage.send(.paste("r:" + Scene.code.lowercased() + "\n"))
    #expect(stage.shows("VVVVV - VVVVV - VVVVV - VTFVA"))
    #expect(stage.shows("✓ The code is well formed: its checksum fits."))
  }

  @Test func `what no code has is not taken, and said`() {
    var stage = typing()
    stage.type("V!")
    #expect(stage.shows("! \u{201C}!\u{201D} never occurs in a code."))
    stage.type("v")
    #expect(stage.shows("· 2 of 20 characters"))
  }

  @Test func `a typing error stops at the code`() {
    var stage = typing()
    stage.type("VVVVVVVVVVVVVVVWTFVA")
    #expect(stage.shows("✗ There is a typing error in it: the checksum does not fit."))
    stage.press(.enter)
    #expect(stage.shows("! The code is not complete and correct yet."))
  }

  @Test func `no PUK is asked for, because none is sent`() {
    var stage = typing()
    stage.send(.paste(Scene.code))
    #expect(stage.shows("Only the code is sent."))
    stage.press(.enter)
    #expect(stage.shows("Confirm a recovery code"))
    #expect(stage.shows("PIN  ○"))
  }

  @Test(arguments: [(false, "✓ The card is confirmed"), (true, "✓ The card was confirmed before")])
  func `a card is confirmed, or was before`(alreadyConfirmed: Bool, words: String) {
    var stage = Stage.settings()
    stage.confirmCard()
    stage.receive(
      .recoveryConfirmed(.success(RecoveryConfirmation(alreadyConfirmed: alreadyConfirmed))))
    #expect(stage.shows(words))
    stage.press(.enter)
    #expect(stage.shows("Shows this activation's code."))
  }

  @Test func `a refused card says so and keeps what was typed`() {
    var stage = Stage.settings()
    stage.confirmCard()
    stage.receive(.recoveryConfirmed(.failure(.recoveryRefused(nextPUK: nil))))
    #expect(stage.shows("The code was not confirmed"))
    #expect(stage.shows("The recovery code was not accepted."))
    stage.press(.enter)
    #expect(stage.shows("VVVVV - VVVVV - VVVVV - VTFVA"))
  }

  @Test func `a suspension clears the code`() {
    var stage = typing()
    stage.send(.paste(Scene.code))
    stage.press(.control("z"))
    #expect(!stage.shows("VVVVV"))
  }
}

/// The pages before an approval, at the smallest window.
@Suite struct NarrowFooterTests {
  @Test(
    arguments: [["type": "WARNING"], ["type": "INFO", "approvalType": "SLIDER"]] as [JSONValue])
  func `reject stands in the footer of a page before the approval`(screen: JSONValue) {
    var stage = Stage.detail(
      .make(id: "op", title: "Pay", ui: ["preApprovalScreen": screen]), columns: 40, rows: 12)
    stage.press("a")
    #expect(stage.lines[11].contains("reject"))
  }

  @Test func `an operation that went away says nothing of a decision`() {
    var stage = Stage.detail(.login)
    stage.receive([])
    stage.receive(.operation(id: "op-login", .failure(.operation(.expired))))
    #expect(stage.shows("✗ The operation has expired."))
    #expect(!stage.shows("Your decision"))
  }
}
