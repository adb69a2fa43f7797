import Testing
import TokenModel
import TokenScreens

/// The second factor, asked for in one place: by PIN, or by biometry where that is set up.
@Suite struct FactorTests {
  static let pin = PIN.digits("4071")
  static let finger = Key.control("f")

  /// The removal's question, which takes both factors.
  static func asked(_ biometry: BiometryState = .finger) -> Stage {
    var stage = Stage.settings(biometry)
    stage.press("X")
    return stage
  }

  /// The finger is being waited for.
  static func waiting() -> Stage {
    var stage = asked()
    stage.press(finger)
    return stage
  }

  static func refused(_ failure: TokenFailure) -> Stage {
    var stage = waiting()
    stage.receive(.removed(.failure(failure)))
    return stage
  }

  @Test func `each page proves the PIN for its own effect`() throws {
    let pin = try #require(Self.pin)
    var stage = Stage.settings()
    stage.press("d")
    #expect(stage.effects == [.fetchDetail(nil)], "what was proven before may be enough")
    stage.receive(.detail(.failure(.noToken(named: "activation_detail"))))
    stage.prove()
    #expect(stage.effects == [.fetchDetail(.pin(pin))])
    stage = .settings()
    stage.prove("X")
    #expect(stage.effects == [.remove(with: .pin(pin))])
    stage = .settings()
    stage.prove("c", "s")
    #expect(stage.effects == [.showRecovery(.pin(pin))])
    stage = .settings()
    stage.prove("b", "1")
    #expect(stage.effects == [.addBiometry(pin: pin, provider: "fingerprint")])
    stage = .settings()
    stage.confirmCard()
    let code = try ActivationCode(Scene.code)
    #expect(stage.effects == [.confirmRecovery(code: code, .pin(pin))])
  }

  @Test func `biometry stands in for the PIN where the bank takes it`() {
    var stage = Self.waiting()
    #expect(stage.effects == [.remove(with: .biometry)])
    stage = .settings(.finger)
    stage.press("d")
    stage.receive(.detail(.failure(.noToken(named: "activation_detail"))))
    stage.press(Self.finger)
    #expect(stage.effects == [.fetchDetail(.biometry)])
    stage = .settings(.session)
    stage.press("n", "!", .enter, Self.finger)
    #expect(stage.effects == [.rename("jane@thinkpad!", .biometry)])
  }

  @Test(arguments: [["c", "s"], ["c", "c"]] as [[Key]])
  func `what servers give for the PIN only offers nothing else`(keys: [Key]) {
    var stage = Stage.settings(.finger)
    for key in keys { stage.press(key) }
    if keys == ["c", "c"] {
      stage.send(.paste(Scene.code))
      stage.press(.enter)
    }
    #expect(stage.shows("PIN  ○"))
    #expect(!stage.shows("^F"))
    stage.press(Self.finger)
    #expect(stage.effects.isEmpty)
  }

  @Test(arguments: [BiometryState.off, .nothing, .lost])
  func `no key, no offer`(biometry: BiometryState) {
    var stage = Self.asked(biometry)
    #expect(!stage.shows("^F"))
    stage.press(Self.finger)
    #expect(stage.effects.isEmpty)
    #expect(stage.shows("PIN  ○"))
  }

  @Test func `the offer is called by what it is`() {
    #expect(Self.asked().shows("[ ^F  Use fingerprint ]"))
    #expect(Self.asked(.session).shows("[ ^F  Use this desktop session ]"))
  }

  @Test func `digits that were typed go with the choice of biometry`() {
    var stage = Self.asked()
    stage.type("40")
    stage.press(Self.finger)
    stage.receive(.removed(.failure(.biometry(.canceled))))
    #expect(stage.shows("PIN  ○ ○ ○ ○"))
  }

  @Test func `a click on the offer takes it`() {
    var stage = Self.asked()
    stage.click("[ ^F")
    #expect(stage.effects == [.remove(with: .biometry)])
  }
}

/// The wait for a finger, and all its ends.
@Suite struct BiometryWaitTests {
  @Test func `the wait says what to do, and counts`() {
    var stage = FactorTests.waiting()
    stage.wait(milliseconds: 300)
    #expect(stage.shows("Touch the fingerprint reader…"))
    stage.wait(milliseconds: 3000)
    #expect(stage.shows("Touch the fingerprint reader… 3 s"))
    #expect(!stage.shows("PIN  ○"))
  }

  @Test func `who wants to leave is told how`() {
    var stage = FactorTests.waiting()
    stage.press("q")
    #expect(stage.effects.isEmpty)
    #expect(stage.shows("! Esc ends the wait, and nothing is lost."))
  }

  @Test func `a wait is cancelled once, and the PIN comes back`() {
    var stage = FactorTests.waiting()
    stage.press(.escape)
    #expect(stage.effects == [.cancelBiometry])
    #expect(stage.shows("Cancelling…"))
    stage.press(.escape, "q", .control("c"))
    #expect(stage.effects.isEmpty)
    #expect(stage.shows("The bank has not answered yet."))
    stage.receive(.removed(.failure(.biometry(.canceled))))
    #expect(stage.shows("· Cancelled. No attempt is used up."))
    #expect(stage.shows("PIN  ○"))
    #expect(stage.effects.isEmpty)
  }

  @Test func `a request that never left is no more than cancelled`() {
    var stage = FactorTests.waiting()
    stage.press(.escape)
    stage.receive(.removed(.failure(.network(.canceled))))
    #expect(stage.shows("· Cancelled. No attempt is used up."))
  }

  @Test func `a request that may have left is found out`() {
    var stage = FactorTests.waiting()
    stage.press(.escape)
    stage.receive(.removed(.failure(.outcomeUnknown(.canceled))))
    #expect(stage.shows("We do not know yet whether the server got it."))
    #expect(stage.effects == [.fetchStatus])
  }

  @Test func `a finger that was faster than the cancelling counts`() {
    var stage = FactorTests.waiting()
    stage.press(.escape)
    stage.receive(.removed(.success(.init())))
    #expect(stage.shows("Welcome"))
  }

  @Test(
    arguments: [
      (
        TokenFailure.biometryRefused(attemptsLeft: 3),
        "✗ The finger was not recognised. 3 attempts left", []
      ),
      (.biometryRefused(attemptsLeft: nil), "could not be asked", [.fetchStatus]),
      (.signatureRefused(attemptsLeft: 2), "2 attempts left", []),
      (.biometry(.notRecognized), "One attempt is used up.", [.fetchStatus]),
      (
        .biometry(.unavailable(provider: "fingerprint", reason: "no reader")),
        "! Fingerprint cannot be used now: no reader. Your PIN works", [.loadBiometry]
      ),
      (
        .biometry(.keyLost(provider: "fingerprint")),
        "! The key that your fingerprint kept is gone.", [.loadBiometry]
      ),
      (.biometry(.keyMismatch), "is not this activation's", [.loadBiometry]),
      (.biometry(.notSetUp), "! Your fingerprint is not set up here any more.", [.loadBiometry]),
    ] as [(TokenFailure, String, [Effect])])
  func `whatever ends the wait leads back to the PIN, with its reason`(
    failure: TokenFailure, words: String, effects: [Effect]
  ) {
    let stage = FactorTests.refused(failure)
    #expect(stage.effects == effects)
    #expect(stage.shows(words))
    #expect(stage.shows("PIN  ○"))
  }

  @Test func `how many attempts an unknown finger left is said when the bank has told`() {
    var stage = FactorTests.refused(.biometry(.notRecognized))
    #expect(!stage.shows("left."))
    stage.receive(.status(.success(.active(failed: 2))))
    #expect(stage.shows("attempts left."))
  }

  @Test func `a lost key is not offered again`() {
    var stage = FactorTests.refused(.biometry(.keyLost(provider: "fingerprint")))
    #expect(!stage.shows("^F"))
    // Looking whether the reader is ready does not tell that its key is gone.
    stage.receive(.biometry(.success(.finger)))
    #expect(!stage.shows("^F"))
    stage.press(.escape, "b")
    #expect(stage.shows("Its key is gone from this machine."))
    stage.press("x", "y")
    stage.receive(.biometry(.success(.off)))
    stage.receive(.biometry(.success(.finger)))
    #expect(stage.shows("✓ On: your fingerprint can stand in for the PIN."))
  }

  @Test func `the reply goes with the first digit`() {
    var stage = FactorTests.refused(.biometryRefused(attemptsLeft: 3))
    stage.type("4")
    #expect(!stage.shows("not recognised"))
    #expect(stage.shows("attempts left."))
  }

  @Test func `the attempt that blocks leads to the page that says so`() {
    let stage = FactorTests.refused(.blocked)
    #expect(stage.shows("The bank has blocked this device."))
  }

  @Test func `what is no matter of the factor is a page of its own`() {
    var stage = FactorTests.refused(.network(.connectionLost))
    #expect(stage.shows("The activation was not removed"))
    #expect(stage.effects == [.fetchStatus])
    stage.press(.enter)
    #expect(stage.shows("Server time"))
  }
}

/// Approvals by biometry.
@Suite struct BiometricApprovalTests {
  private static let either = UserOperation.make(
    id: "op-either", title: "Sign in",
    signature: [
      "type": "2FA", "variants": ["possession_knowledge", "possession_biometry"],
    ])

  private func detail(_ operation: UserOperation, _ biometry: BiometryState) -> Stage {
    var stage = Stage.operations([operation])
    stage.receive(.biometry(.success(biometry)))
    stage.press(.enter)
    stage.readOn()
    return stage
  }

  @Test func `an operation that takes both is approved by a finger`() {
    var stage = detail(Self.either, .finger)
    stage.press("a", FactorTests.finger)
    #expect(stage.effects == [.approve(Self.either, with: .biometry, evidence: .init())])
    stage.wait(milliseconds: 200)
    #expect(stage.shows("Touch the fingerprint reader…"))
    stage.receive(.decided(operationID: "op-either", .success(.init())))
    #expect(stage.shows("this device and your fingerprint"))
  }

  @Test func `an operation that takes the PIN only offers no finger`() {
    var stage = detail(.login, .finger)
    stage.press("a")
    #expect(!stage.shows("^F"))
    stage.press(FactorTests.finger)
    #expect(stage.effects.isEmpty)
  }

  @Test func `a cancelled finger leaves the operation as it was`() {
    var stage = detail(Self.either, .finger)
    stage.press("a", FactorTests.finger, .escape)
    #expect(stage.effects == [.cancelBiometry])
    stage.receive(.decided(operationID: "op-either", .failure(.biometry(.canceled))))
    stage.type("4071")
    stage.press(.enter)
    #expect(
      stage.effects == [
        .approve(Self.either, with: FactorTests.pin.map { .pin($0) }, evidence: .init())
      ])
  }

  @Test func `a wrong finger shows in the attempts`() {
    var stage = detail(Self.either, .finger)
    stage.press("a", FactorTests.finger)
    stage.receive(.decided(operationID: "op-either", .failure(.biometryRefused(attemptsLeft: 1))))
    #expect(stage.shows("1 attempt left. If it fails,"))
    stage.press(.escape, "q", .settingsTab)
    #expect(stage.shows("1 of 5 left"))
  }

  @Test func `biometry alone takes no PIN`() {
    var stage = detail(.fingerOnly, .finger)
    stage.press("a")
    #expect(stage.shows("Your bank takes biometry for this, and no PIN."))
    stage.type("4071")
    stage.press(.enter)
    #expect(stage.effects.isEmpty)
    #expect(!stage.shows("●"))
    stage.press(FactorTests.finger)
    #expect(stage.effects == [.approve(.fingerOnly, with: .biometry, evidence: .init())])
    stage.receive(
      .decided(
        operationID: "op-finger",
        .failure(.biometry(.unavailable(provider: "fingerprint", reason: "no reader")))))
    #expect(stage.shows("cannot be used now"))
    #expect(!stage.shows("Your PIN works"))
  }

  @Test func `biometry alone is closed while none is set up, and opens when it is`() {
    var stage = detail(.fingerOnly, .off)
    #expect(stage.shows("Approve: closed"))
    stage.press("a")
    #expect(stage.shows("! Your bank takes biometry for this operation, and none is set up here."))
    stage.receive(.biometry(.success(.finger)))
    stage.readOn()
    #expect(!stage.shows("closed"))
    stage.press("a")
    #expect(stage.shows("Use fingerprint"))
  }

  @Test func `three factors at once are more than this token has`() {
    let operation = UserOperation.make(
      id: "op", title: "All",
      signature: ["type": "2FA", "variants": ["possession_knowledge_biometry"]])
    #expect(detail(operation, .finger).shows("Approve: closed"))
  }
}
