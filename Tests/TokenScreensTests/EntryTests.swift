import Testing
import TokenModel
import TokenScreens

/// The ways into an activation, from the welcome page to the request.
@Suite struct EntryTests {
  @Test func `the welcome offers what the configuration offers, and nothing else`() {
    var stage = Stage(
      StartContext(
        profile: "default", server: "https://a.example", protocolVersion: "3.3", deviceName: "d",
        variants: ActivationVariants(hasRecovery: true)))
    stage.receive(.activation(.success(nil)))
    #expect(stage.shows("Activation code of your bank"))
    #expect(stage.shows("Recovery code and PUK"))
    #expect(!stage.shows("Sign in with"))
    stage.press("s", "c")
    #expect(stage.shows("Welcome"))
  }

  @Test(arguments: [("a", "Activation code"), ("c", "User name"), ("r", "PUK")] as [(Key, String)])
  func `each way has its own key`(key: Key, words: String) {
    var stage = Stage.everyWay()
    stage.press(key)
    #expect(stage.shows(words))
    stage.press(.escape)
    #expect(stage.shows("Welcome"))
  }

  @Test func `a way is chosen by the arrows or a click too`() {
    var stage = Stage.everyWay()
    stage.press(.down, .down, .enter)
    #expect(stage.shows("User name"))
    stage.press(.escape)
    stage.click("Recovery code and PUK")
    #expect(stage.shows("0 of 20 characters"))
  }

  @Test func `credentials reach the bank under the names that it expects`() {
    var stage = Stage.identified()
    stage.press(.enter)
    #expect(stage.shows("This device"))
    #expect(!stage.shows("One-time password"), "it belongs to a code")
    stage.activate()
    #expect(
      stage.request?.credential == .custom(["username": "jane", "password": "pass word"]))
    #expect(stage.request?.deviceName == "jane@thinkpad")
  }

  @Test func `a secret field shows dots, and is emptied when the screen is left for the shell`() {
    var stage = Stage.identified()
    #expect(!stage.shows("pass word"))
    #expect(stage.shows("●●●●●●●●●"))
    stage.press(.control("z"))
    #expect(!stage.shows("●"))
    #expect(stage.shows("jane"))
  }

  @Test func `a field that the bank needs is named`() {
    var stage = Stage.everyWay()
    stage.press("c", .tab, .tab)
    stage.type("7")
    stage.press(.enter)
    #expect(stage.shows("! Your bank needs this."))
    #expect(stage.position(of: "! Your bank needs this.")?.row == 7, "below the first field")
  }

  @Test func `the fields are gone through in a circle`() {
    var stage = Stage.everyWay()
    stage.press("c", .backTab)
    stage.type("7")
    stage.press(.tab)
    stage.type("jane")
    stage.press(.enter)
    stage.type("x")
    stage.press(.enter, .enter)
    stage.activate()
    #expect(
      stage.request?.credential
        == .custom(["username": "jane", "password": "x", "branch": "7"]))
  }

  @Test func `a paste that would be changed unseen is not taken`() {
    var stage = Stage.everyWay()
    stage.press("c", .tab)
    stage.send(.paste("se\u{200B}cret"))
    #expect(stage.shows("hidden characters"))
    #expect(!stage.shows("●"))
    stage.send(.paste("secret\n"))
    #expect(stage.shows("●●●●●●"))
  }

  @Test func `a value that the bank refuses is named by its field`() {
    var stage = Stage.identified()
    stage.press(.enter)
    stage.activate()
    stage.receive(.activated(.failure(.emptyAttribute(name: "password"))))
    stage.press("c")
    #expect(stage.shows("! Your bank did not accept it."))
    stage.type("2")
    #expect(!stage.shows("did not accept"))
    stage.press(.enter, .enter)
    #expect(
      stage.request?.credential == .custom(["username": "jane", "password": "pass word2"]))
  }

  @Test func `a refusal speaks of what was given`() {
    let refusal = AppEvent.activated(.failure(.activationRefused(otpSent: false)))
    var stages = [Stage.identified(), .recovering(), .signingIn()]
    stages[0].press(.enter)
    stages[1].type("0123456789")
    stages[1].press(.enter)
    stages[2].receive(.oidcGranted(.success(.home)))
    let words = ["What you entered is wrong", "its PUK is wrong", "The sign-in is too old"]
    for (index, words) in words.enumerated() {
      stages[index].activate()
      stages[index].receive(refusal)
      #expect(stages[index].shows(words))
      #expect(!stages[index].shows("one-time password"))
    }
  }

  @Test(arguments: [("name", 0), ("one-time password", 1)])
  func `what is longer than the bank takes is said before anything is sent`(
    what: String, field: Int
  ) {
    var stage = ActivationTests.codePage()
    stage.send(.paste(ActivationTests.code))
    stage.press(.enter)
    if field == 1 { stage.press(.enter) }
    stage.press(.control("u"))
    stage.send(.paste(String(repeating: "é", count: 254) + "👩"))
    stage.press(.enter)
    #expect(
      stage.shows("The \(what) is too long: 256 characters, the bank takes 255."))
    stage.press(.backspace, .enter)
    #expect(!stage.shows("too long"))
  }
}

/// The recovery code of a lost device.
@Suite struct RecoveryEntryTests {
  @Test(arguments: ["R:" + Scene.code, "r: " + Scene.code.lowercased(), Scene.code])
  func `a recovery code is pasted with its prefix or without`(text: String) {
    var stage = Stage.everyWay()
    stage.press("r")
    stage.send(.paste(text))
    #expect(stage.shows("VVVVV - VVVVV - VVVVV - VTFVA"))
    #expect(stage.shows("its checksum fits"))
  }

  @Test func `a typed prefix is no part of the code`() {
    var stage = Stage.everyWay()
    stage.press("r")
    stage.type("R:VV")
    #expect(stage.shows("VV___ - _____"))
    #expect(stage.shows("2 of 20 characters"))
  }

  @Test func `a recovery code is no activation code`() {
    var stage = ActivationTests.codePage()
    stage.send(.paste("R:" + Scene.code))
    #expect(stage.shows("This is a recovery code"))
    #expect(stage.shows("_____ - _____"))
  }

  @Test func `a PUK is ten digits`() {
    var stage = Stage.recovering()
    stage.type("012345678")
    #expect(stage.shows("9 of 10 digits"))
    stage.press(.enter)
    #expect(stage.shows("A PUK has ten digits."))
    stage.press("x")
    #expect(stage.shows("A PUK has digits only."))
    stage.type("90")
    #expect(stage.shows("A PUK has ten digits; there are no more."))
  }

  @Test func `code and PUK reach the bank`() throws {
    var stage = Stage.recovering()
    stage.send(.paste("01234 56789"))
    #expect(stage.shows("All ten digits are there."))
    stage.press(.enter)
    stage.activate()
    let code = try ActivationCode(Scene.code)
    #expect(stage.request?.credential == .recovery(code: code, puk: "0123456789"))
    #expect(stage.request?.otp == nil)
  }

  @Test func `the code is checked before the PUK is asked for`() {
    var stage = Stage.everyWay()
    stage.press("r", .enter)
    #expect(stage.shows("The code is not complete and correct yet."))
  }

  @Test func `a refusal says which PUK comes next, and asks for that alone`() throws {
    var stage = Stage.recovering()
    stage.type("0123456789")
    stage.press(.enter)
    stage.activate()
    stage.receive(.activated(.failure(.recoveryRefused(nextPUK: 4))))
    #expect(stage.shows("The server wants PUK number 4 of your card."))
    stage.press("r")
    #expect(stage.effects.isEmpty)
    stage.press("c")
    #expect(stage.shows("PUK number 4"))
    #expect(stage.shows("0 of 10 digits"))
    #expect(stage.shows("VVVVV - VVVVV - VVVVV - VTFVA"))
    stage.type("9876543210")
    stage.press(.enter)
    let code = try ActivationCode(Scene.code)
    #expect(stage.request?.credential == .recovery(code: code, puk: "9876543210"))
  }

  @Test func `a suspension forgets the PUK, not the code`() {
    var stage = Stage.recovering()
    stage.type("0123456789")
    stage.press(.control("z"))
    #expect(stage.shows("0 of 10 digits"))
    #expect(stage.shows("VVVVV - VVVVV"))
  }
}
