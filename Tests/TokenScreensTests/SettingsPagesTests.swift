import Testing
import TokenModel
import TokenScreens

/// The rows of the settings and the pages behind them.
@Suite struct SettingsPagesTests {
  /// Key, number of the row, what stands on the page, what is asked.
  static let pages: [(Key, Int, String, [Effect])] = [
    ("s", 0, "Signatures", [.fetchStatus]), ("n", 2, "Rename this device", []),
    ("d", 3, "5 Settings", [.fetchDetail(nil)]),
    ("u", 4, "What your bank knows of you", [.fetchUserInfo]), ("p", 5, "Change the PIN", []),
    ("b", 6, "· Off: the PIN alone unlocks.", [.loadBiometry]), ("c", 7, "Recovery codes", []),
    ("t", 9, "With them this device reads", [.loadTokens]), ("w", 10, "Server time", [.checkClock]),
    ("P", 11, "Profiles", [.loadProfiles]), ("a", 12, "Language", []),
    ("X", 15, "Remove this activation", []),
    ("L", 16, "Remove from this device only", []),
  ]

  @Test(arguments: pages.indices)
  func `a row opens by its key, by Enter and by a click`(index: Int) {
    let (key, row, words, effects) = Self.pages[index]
    var stages = [Stage.settings(), .settings(), .settings()]
    stages[0].press(key)
    for _ in 0..<row { stages[1].press(.down) }
    stages[1].press(.enter)
    let label = stages[2].lines[5 + row].dropFirst(4).prefix(14)
    stages[2].click(String(label))
    if row > 0 { stages[2].click(String(label)) }
    for stage in stages {
      #expect(stage.shows(words))
      #expect(stage.effects == effects)
    }
  }

  @Test func `the help names every row that opens`() {
    var stage = Stage.settings()
    stage.press("?")
    var text = stage.text
    stage.press(.pageDown)
    text += stage.text
    for (key, _, _, _) in Self.pages {
      guard case .character(let character) = key else { continue }
      #expect(text.contains("\n  \(character)  "), "\(character)")
    }
  }

  @Test func `a row that only tells is copied, not opened`() {
    var stage = Stage.settings()
    stage.press(.down, .enter)
    #expect(stage.shows("! There is nothing more to it."))
    stage.press("y")
    #expect(stage.effects == [.copy("12345678")])
    stage.press("G", "y")
    #expect(stage.shows("! There is nothing to copy here."))
  }

  @Test func `the status says why it is not known`() {
    var stage = Stage.settings()
    stage.press("s")
    stage.receive(.status(.failure(.network(.connectionLost))))
    #expect(stage.shows("! The connection was lost."))
    stage.receive(.status(.success(.active(failed: 0))))
    #expect(!stage.shows("The connection was lost."))
    stage.press("o")
    #expect(stage.shows("Your bank has noted nothing."))
    stage.press("r")
    #expect(stage.effects == [.fetchStatus])
  }

  @Test func `a blocked activation shows its status in full`() {
    var stage = Stage.operations()
    stage.receive(.status(.success(.standing(.blocked))))
    stage.press("s")
    #expect(stage.shows("✗ blocked"))
    #expect(stage.shows("‹ Blocked"))
  }

  @Test func `a deadlock is explained beside the server's state`() {
    var stage = Stage.settings()
    stage.receive(
      .status(
        .success(
          ActivationStatus(
            state: .active, failedAttempts: 0, maxFailedAttempts: 5, isDeadlocked: true))))
    stage.press("s")
    #expect(stage.shows("✓ active"))
    #expect(stage.shows("✗ out of step: none will be accepted"))
    #expect(stage.shows("The server says “active”, but no signature"))
  }

  @Test func `an upgrade that waits is said in words`() {
    var stage = Stage.settings()
    stage.receive(
      .status(
        .success(
          ActivationStatus(
            state: .active, failedAttempts: 0, maxFailedAttempts: 5, isUpgradePending: true))))
    #expect(stage.shows("✓ active, upgrade pending"))
    stage.press("s")
    #expect(stage.shows("speaks protocol 2"))
  }

  @Test func `an external key in use is said`() {
    #expect(
      Stage.settings().lines.contains { $0.contains("External key") && $0.contains("not set") })
    var stage = Stage()
    stage.receive(
      .activation(
        .success(
          LocalActivation(
            activationID: "f8a1", fingerprint: "12345678", deviceName: "d", usesExternalKey: true)))
    )
    stage.press(.settingsTab)
    #expect(stage.lines.contains { $0.contains("External key") && $0.contains("✓ in use") })
  }

  @Test(arguments: [
    AppEvent.userInfo(.failure(.blocked)), .tokens(.failure(.blocked)), .clock(.failure(.blocked)),
    .detail(.failure(.blocked)), .recovery(.failure(.blocked)), .renamed(.failure(.blocked)),
    .recoveryConfirmed(.failure(.blocked)), .biometry(.failure(.blocked)),
    .pinChanged(.failure(.blocked)),
  ])
  func `whatever was asked, a blocked activation leads to the page that says so`(event: AppEvent) {
    var stage = Stage.settings()
    stage.receive(event)
    #expect(stage.shows("The bank has blocked this device."))
    #expect(stage.effects.contains(.stopPolling))
  }
}

/// A new name for this device.
@Suite struct RenamingTests {
  private func renaming() -> Stage {
    var stage = Stage.settings()
    stage.press("n")
    stage.type("!")
    stage.prove(.enter)
    return stage
  }

  @Test func `a new name is proven, sent and shown`() throws {
    let pin = try #require(PIN.digits("4071"))
    var stage = renaming()
    #expect(stage.effects == [.rename("jane@thinkpad!", .pin(pin))])
    stage.receive(
      .renamed(
        .success(
          LocalActivation(
            activationID: "f8a1", fingerprint: "12345678", deviceName: "jane@thinkpad!"))))
    #expect(stage.shows("✓ This device is now called jane@thinkpad!."))
    #expect(stage.lines.contains { $0.contains("Device name") && $0.contains("jane@thinkpad!") })
  }

  @Test func `the old name, or none, goes nowhere`() {
    var stage = Stage.settings()
    stage.press("n", .enter)
    #expect(stage.shows("! It is called that already."))
    stage.press(.control("u"), .enter)
    #expect(stage.shows("! This device needs a name."))
  }

  @Test func `a name has an end`() {
    var stage = Stage.settings()
    stage.press("n", .control("u"))
    stage.send(.paste(String(repeating: "n", count: 300)))
    #expect(stage.shows("255 of 255"))
    stage.type("x")
    #expect(stage.shows("255 of 255"))
    stage.press(.control("u"))
    stage.send(.paste(String(repeating: "😀", count: 128)))
    stage.press(.enter)
    #expect(stage.shows("! The name has 256 characters; your bank takes 255."))
  }

  @Test func `a server that gives names itself is no disaster`() {
    var stage = renaming()
    stage.receive(
      .renamed(
        .failure(
          .serverCannot(.rename, ServerRefusal(status: 400, code: "ERR_ACTIVATION", message: "")))))
    #expect(stage.shows("The name was not changed"))
    #expect(stage.shows("all else works as before"))
    stage.press(.enter)
    #expect(stage.shows("Rename this device"))
  }
}

/// Pages that ask and then show.
@Suite struct AnswerPageTests {
  @Test func `what the bank remembers of this device is a tidy list`() {
    var stage = Stage.settings()
    stage.press("d")
    stage.receive(.detail(.success(Scene.detail)))
    for words in ["jane@thinkpad", "Platform        linux", "channel       branch"] {
      #expect(stage.shows(words))
    }
  }

  @Test func `a bank that tells nothing is quoted so`() {
    var stage = Stage.settings()
    stage.press("d")
    stage.receive(.detail(.success(ActivationDetail([:]))))
    #expect(stage.shows("Your bank told nothing about it."))
    stage.press("q", "u")
    stage.receive(.userInfo(.success(UserInfo(nil))))
    #expect(stage.shows("Your bank tells nothing about you here."))
  }

  @Test func `claims stand in rows, and hostile ones stay inside`() {
    var stage = Stage.settings()
    stage.press("u")
    stage.receive(
      .userInfo(.success(UserInfo(["name": "Jane\u{1B}[2J", "email": "j@acme.example"]))))
    #expect(stage.shows("│ Name            Jane␛[2J"))
    #expect(stage.shows("j@acme.example (not verified)"))
  }

  @Test func `a question is asked once at a time`() {
    var stage = Stage.settings()
    stage.press("u", "r")
    #expect(stage.effects.isEmpty)
    stage.wait(milliseconds: 2500)
    #expect(stage.shows("Asking your bank… 2 s"))
    stage.receive(.userInfo(.failure(.network(.connectionLost))))
    #expect(stage.shows("✗ The connection was lost."))
    stage.press("r")
    #expect(stage.effects == [.fetchUserInfo])
  }

  @Test func `what was known stays while it is asked again`() {
    var stage = Stage.settings()
    stage.press("u")
    stage.receive(.userInfo(.success(UserInfo(Scene.claims))))
    stage.press("r")
    #expect(stage.shows("Jane Doe"))
  }

  @Test(
    arguments: [
      (0, "in step"), (500, "under a second behind"), (-3000, "3 seconds ahead"),
      (150_000, "2 minutes behind"), (-7_300_000, "2 hours ahead"), (259_200_000, "3 days behind"),
    ] as [(Int64, String)])
  func `the clock is compared in words`(milliseconds: Int64, words: String) {
    var stage = Stage.settings()
    stage.press("w")
    stage.receive(
      .clock(
        .success(ClockReport(adjustmentMilliseconds: milliseconds, roundTripMilliseconds: 38))))
    #expect(stage.shows("This clock      \(words)"))
    stage.press("q")
    #expect(stage.lines.contains { $0.contains("Server time") && $0.contains(words) })
  }

  @Test func `a clock that cannot be compared says why`() {
    var stage = Stage.settings()
    stage.press("w")
    stage.receive(.clock(.failure(.network(.timeOut(seconds: 20)))))
    #expect(stage.shows("The server did not answer within 20 seconds."))
    stage.press("r")
    #expect(stage.effects == [.checkClock])
  }
}

/// The list of tokens.
@Suite struct TokenListTests {
  private func listed() -> Stage {
    var stage = Stage.settings()
    stage.press("t")
    stage.receive(.tokens(.success(Scene.tokens)))
    return stage
  }

  @Test func `a token shows its name, its factors and the beginning of its number`() {
    for words in ["possession_universal", "this device and the PIN", "d41d8cd9"] {
      #expect(listed().shows(words))
    }
    #expect(!listed().shows("d41d8cd9-8f00"))
  }

  @Test func `a removal is asked once and names the token`() {
    var stage = listed()
    stage.press(.down, "x")
    #expect(stage.shows("Remove the token activation detail"))
    stage.press("y")
    #expect(stage.effects == [.removeToken(name: "activation detail")])
    stage.press("x")
    #expect(stage.shows("A token is being removed."))
    stage.receive(.tokens(.success([Scene.tokens[0]])))
    #expect(stage.shows("✓ The token activation detail is removed."))
    #expect(!stage.shows("d41d8cd9"))
  }

  @Test func `a removal that fails leaves the list`() {
    var stage = listed()
    stage.press("x", "y")
    stage.receive(.tokens(.failure(.network(.connectionLost))))
    #expect(stage.shows("✗ The connection was lost."))
    #expect(stage.shows("d41d8cd9"))
    stage.press("r")
    #expect(stage.effects == [.loadTokens])
  }

  @Test func `an empty list has nothing to remove`() {
    var stage = Stage.settings()
    stage.press("t")
    stage.receive(.tokens(.success([])))
    #expect(stage.shows("This device holds none now."))
    stage.press("x")
    #expect(stage.shows("! There is no token."))
  }
}
