import Testing
import TokenModel
import TokenScreens

/// From the welcome to the request that exchanges the keys.
@Suite struct ActivationTests {
  static let code = "VVVVV-VVVVV-VVVVV-VTFVA"

  static func welcome(offering code: ActivationCode? = nil) -> Stage {
    var stage = Stage(
      StartContext(
        profile: "default", server: "https://token.acme.example", protocolVersion: "3.3",
        deviceName: "jane@thinkpad", offeredCode: code, language: Language.current))
    stage.receive(.activation(.success(nil)))
    return stage
  }

  static func codePage() -> Stage {
    var stage = welcome()
    stage.press(.enter)
    return stage
  }

  /// At the first PIN field, without a one-time password.
  static func pinPage() -> Stage {
    var stage = codePage()
    stage.send(.paste(code))
    stage.press(.enter, .enter, .enter)
    return stage
  }

  static func activating(_ pin: String = "4071") -> Stage {
    var stage = pinPage()
    stage.type(pin)
    stage.press(.enter)
    stage.type(pin)
    stage.press(.enter)
    return stage
  }

  @Test func `a device without an activation is welcomed`() {
    #expect(Self.welcome().shows("Welcome"))
  }

  @Test func `files that cannot be read are named, and read again on request`() {
    var stage = Stage()
    stage.receive(.activation(.failure(.storage(.full(path: "/state/default.db")))))
    #expect(stage.shows("no room left to write /state/default.db"))
    stage.press("r")
    #expect(stage.effects == [.loadActivation])
  }

  @Test func `an offered code stands in its field already`() throws {
    var stage = Self.welcome(offering: try ActivationCode(Self.code))
    #expect(stage.shows("A code is ready: \(Self.code)"))
    stage.press(.enter)
    #expect(stage.shows("VVVVV - VVVVV - VVVVV - VTFVA"))
    #expect(stage.shows("✓"))
  }

  @Test(arguments: [
    ("vvvvv", "VVVVV - _____"), ("01", "OI___ - _____"), ("AB-CD EF", "ABCDE - F____"),
  ])
  func `what people type becomes what the code means`(typed: String, shown: String) {
    var stage = Self.codePage()
    stage.type(typed)
    #expect(stage.shows(shown))
  }

  @Test(arguments: ["8", "9", "é", "*"])
  func `a character that no code has is refused with a word`(character: Character) {
    var stage = Self.codePage()
    stage.press("A", .character(character))
    #expect(stage.shows("A____ - _____"))
    #expect(stage.shows("\u{201C}\(character)\u{201D} never occurs in a code."))
  }

  @Test func `a typing error is said at the twentieth character`() {
    var stage = Self.codePage()
    stage.type("VVVVVVVVVVVVVVVWTFV")
    #expect(stage.shows("19 of 20 characters"))
    stage.type("A")
    #expect(stage.shows("the checksum does not fit"))
    stage.press(.enter)
    #expect(stage.shows("The code is not complete and correct yet."))
  }

  @Test func `a pasted code brings its signature along`() throws {
    var stage = Self.codePage()
    stage.send(.paste(" \(Self.code)#MEUCIQ==\n"))
    #expect(stage.shows("Its signature is checked before anything is sent."))
    stage.press(.backspace, "A")
    #expect(stage.shows("its checksum fits"))
    #expect(!stage.shows("signature"), "an edited code is not the one that was signed")
  }

  @Test func `a signature that is none is named`() {
    var stage = Self.codePage()
    stage.send(.paste(Self.code + "#**"))
    #expect(stage.shows("not a signature in Base64"))
  }

  @Test func `a device needs a name`() {
    var stage = Self.codePage()
    stage.send(.paste(Self.code))
    stage.press(.enter, .control("u"), .enter)
    #expect(stage.shows("This device needs a name."))
  }

  @Test func `the activation carries code, name and PIN, and no password that nobody gave`() throws
  {
    let stage = Self.activating()
    let pin = try #require(PIN.digits("4071"))
    #expect(
      stage.effects == [
        .activate(
          ActivationRequest(
            code: try ActivationCode(Self.code), deviceName: "jane@thinkpad", pin: pin))
      ])
  }

  @Test func `a one-time password goes along when there is one`() throws {
    var stage = Self.codePage()
    stage.send(.paste(Self.code))
    stage.press(.enter, .enter)
    #expect(stage.shows("This is not the PIN: that comes next."))
    stage.type("77-88")
    stage.press(.enter)
    stage.type("4071")
    stage.press(.enter)
    stage.type("4071")
    stage.press(.enter)
    guard case .activate(let request)? = stage.effects.first else {
      Issue.record("nothing is activated")
      return
    }
    #expect(request.otp == "77-88")
  }

  @Test(arguments: [Key.tab, .backTab, .up, .down])
  func `the PIN fields are changed as all fields are`(key: Key) {
    var stage = Self.pinPage()
    stage.type("4072")
    stage.send(.key(key))
    stage.type("4071")
    #expect(stage.lines.count { $0.contains("● ● ● ●") } == 2)
    stage.send(.key(key))
    stage.press(.backspace)
    stage.type("1")
    stage.press(.enter, .enter)
    #expect(stage.effects.count == 1)
  }

  @Test func `the second PIN alone is not enough`() {
    var stage = Self.pinPage()
    stage.press(.tab)
    stage.type("4071")
    stage.press(.enter)
    #expect(stage.effects.isEmpty)
    #expect(stage.shows("A PIN has at least 4 digits."))
  }

  @Test func `two different PINs are asked for again`() {
    var stage = Self.pinPage()
    stage.type("4071")
    stage.press(.enter)
    stage.type("4072")
    stage.press(.enter)
    #expect(stage.effects.isEmpty)
    #expect(stage.shows("The two differ. Choose the PIN again."))
    #expect(!stage.shows("●"))
  }

  @Test func `a PIN has at least four digits, and letters make it a passphrase`() {
    var stage = Self.pinPage()
    stage.type("407")
    stage.press(.enter)
    #expect(stage.shows("A PIN has at least 4 digits."))
    stage.press("x")
    #expect(stage.shows("Not only digits: this is taken as a passphrase."))
  }

  @Test func `a weak PIN is named and may be kept`() {
    var stage = Self.pinPage()
    stage.type("1234")
    stage.press(.enter)
    #expect(stage.shows("Easy to guess: many people choose it. You may keep it."))
    stage.type("1234")
    stage.press(.enter)
    #expect(stage.effects.count == 1)
  }

  @Test func `nobody leaves while the keys are exchanged`() {
    var stage = Self.activating()
    stage.press(.escape)
    #expect(stage.shows("The bank has not answered yet."))
    stage.press(.control("c"))
    #expect(stage.effects.isEmpty)
  }

  @Test func `a refusal names a missing password and an old code as causes`() {
    var stage = Self.activating()
    stage.receive(.activated(.failure(.activationRefused(otpSent: false))))
    #expect(stage.shows("one-time password"))
    #expect(stage.shows("expired"))
    stage.press("c")
    #expect(stage.shows("VVVVV - VVVVV - VVVVV - VTFVA"))
  }

  @Test func `after a wrong one-time password only that is typed again`() throws {
    var stage = Self.activating()
    stage.receive(.activated(.failure(.activationRefused(otpSent: true))))
    stage.press("r")
    #expect(stage.effects.isEmpty, "each try counts at the bank")
    stage.press("o")
    stage.type("7788")
    stage.press(.enter)
    let pin = try #require(PIN.digits("4071"))
    #expect(
      stage.effects == [
        .activate(
          ActivationRequest(
            code: try ActivationCode(Self.code), deviceName: "jane@thinkpad", otp: "7788", pin: pin
          ))
      ])
    stage.receive(.activated(.failure(.activationRefused(otpSent: true))))
    stage.press("o")
    #expect(stage.shows("7788"))
    stage.press(.escape)
    #expect(stage.shows("The server refused the activation."))
  }

  @Test func `another code goes out with all else that was typed`() throws {
    var stage = Self.activating()
    stage.receive(.activated(.failure(.activationRefused(otpSent: false))))
    stage.press("c")
    stage.send(.paste("AAAAA-AAAAA-AAAAA-AAAAA"))
    stage.press(.enter)
    #expect(stage.request?.credential == .code(try ActivationCode("AAAAA-AAAAA-AAAAA-AAAAA")))
    #expect(stage.request?.deviceName == "jane@thinkpad")
  }

  @Test func `a mended try that was cleared asks for the password and the PIN again`() {
    var stage = Self.activating()
    stage.receive(.activated(.failure(.activationRefused(otpSent: true))))
    stage.press("o")
    stage.type("1122")
    stage.press(.control("z"))
    stage.type("7788")
    stage.press(.enter)
    #expect(stage.effects.isEmpty)
    #expect(stage.shows("The PIN was cleared. Choose it again."))
    for _ in 0..<2 {
      stage.type("4071")
      stage.press(.enter)
    }
    #expect(stage.request?.otp == "7788")
  }

  @Test func `the same is sent once more after trouble on the way`() {
    var stage = Self.activating()
    let request = stage.effects
    stage.receive(.activated(.failure(.network(.connectionLost))))
    stage.press("r")
    #expect(stage.effects == request)
    stage.press("r")
    #expect(stage.effects.isEmpty, "one request at a time")
  }

  @Test func `a suspension forgets the PIN of the failed try`() {
    var stage = Self.activating()
    stage.receive(.activated(.failure(.network(.connectionLost))))
    stage.press(.control("z"))
    #expect(stage.effects == [.suspend])
    stage.press("r")
    #expect(stage.effects.isEmpty)
    #expect(stage.shows("The PIN was cleared"))
  }
}
