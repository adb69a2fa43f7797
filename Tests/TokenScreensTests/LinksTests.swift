import FoundationEssentials
import Testing
import TokenModel
import TokenScreens

/// Where links and codes lead.
@Suite struct LinksTests {
  private static func link(_ id: String, _ otp: String? = nil) -> String {
    "mtoken://operation?oid=\(id)" + (otp.map { "&potp=\($0)" } ?? "")
  }

  private static let pin = PIN.digits("4071").map { SecondFactor.pin($0) }

  @Test func `an operation of the list opens at once`() {
    let stage = Scene.link(Self.link("op-login"))
    #expect(stage.shows("Login Approval"))
    #expect(stage.effects == [.digest(operationID: "op-login", data: "A2")])
    #expect(!stage.shows("code of your bank's page"))
  }

  @Test func `another one is claimed, and joins the list`() {
    var stage = Scene.link(Self.link("op-scan"))
    #expect(stage.effects == [.claimOperation(id: "op-scan")])
    stage.receive(
      .claimed(id: "op-scan", .success(Scene.atTheCounter), at: stage.now.serverTime))
    #expect(stage.shows("Sign in at the counter"))
    stage.press("q")
    #expect(stage.shows("Sign in at the counter") && stage.shows("Login Approval"))
  }

  @Test func `a link can be pasted on the list itself`() {
    var stage = Stage.operations()
    stage.send(.paste(Self.link("op-login")))
    #expect(stage.shows("Sign in to Internet banking"))
    stage = Stage.operations()
    stage.send(.paste("good morning"))
    #expect(stage.shows("This is no code and no link of your bank."))
    #expect(stage.shows("Login Approval"))
  }

  @Test(arguments: [
    ("javascript:alert(1)", "This link names no operation."),
    ("https://b\u{430}nk.example/", "This link names no operation."),
    ("https://bank.example/", "This link names no operation."),
    ("good morning", "This is no code and no link of your bank."),
  ])
  func `a text that leads nowhere is told the true reason`(text: String, words: String) {
    var stage = Scene.link(text)
    #expect(stage.shows(words))
    stage.press(.backspace)
    #expect(!stage.shows(words))
    stage.send(.paste(text))
    #expect(stage.shows(words))
  }

  @Test func `a filter takes what is pasted into it`() {
    var stage = Stage.operations()
    stage.press("/")
    stage.send(.paste(Self.link("op-login")))
    #expect(stage.shows("No operation contains that."))
  }

  @Test(arguments: [
    (TokenFailure.operation(.notAvailable), "There is no such operation for you."),
    (.operation(.alreadyFinished), "The operation was decided already."),
    (.operation(.expired), "The operation has expired."),
    (.network(.connectionLost), "connection was lost"),
  ])
  func `an operation that does not open says why, and can be asked for again`(
    failure: TokenFailure, words: String
  ) {
    var stage = Scene.link(Self.link("op-scan"))
    stage.receive(.claimed(id: "op-scan", .failure(failure), at: stage.now.serverTime))
    #expect(stage.shows(words))
    stage.press("r")
    #expect(stage.effects == [.claimOperation(id: "op-scan")])
    stage.receive(.claimed(id: "op-scan", .failure(failure), at: stage.now.serverTime))
    stage.press(.enter)
    #expect(stage.shows("Login Approval"))
  }

  @Test func `an answer that nobody waits for any more opens nothing`() {
    var stage = Scene.link(Self.link("op-scan"))
    stage.press("q")
    stage.receive(
      .claimed(id: "op-scan", .success(Scene.atTheCounter), at: stage.now.serverTime))
    #expect(stage.shows("Login Approval"))
  }

  @Test func `a blocked device is told when a link is followed`() {
    var stage = Scene.link(Self.link("op-scan"))
    stage.receive(.claimed(id: "op-scan", .failure(.blocked), at: stage.now.serverTime))
    #expect(stage.shows("blocked"))
  }

  @Test func `a code of a link goes with the approval`() throws {
    var stage = Scene.link(Scene.visitLink)
    let came = stage.now.serverTime
    // The server's clock turns out to be an hour ahead.
    stage.wait(milliseconds: 500)
    stage.receive(.claimed(id: "op-visit", .success(Scene.visit), at: came))
    #expect(stage.shows("✓ The code of your bank's page is here."))
    #expect(!stage.shows("97531864"))
    stage.readOn()
    stage.press("a")
    stage.type("4071")
    stage.press(.enter)
    let check = ProximityCheck(
      otp: Secret("97531864".utf8), origin: .deepLink, received: came)
    #expect(
      stage.effects == [
        .approve(
          Scene.visit, with: Self.pin, evidence: ApprovalEvidence(proximity: check))
      ])
  }

  @Test(arguments: ["97531864", "9753 1864\r\n", codeToken])
  func `a code is typed or pasted on the page of its operation`(text: String) {
    var stage = Stage.detail(Scene.visit)
    stage.press("p")
    let came = stage.now.serverTime.addingTimeInterval(0.2)
    stage.send(.paste(text))
    #expect(stage.shows("✓ The code of your bank's page is here."))
    stage.press("a")
    stage.type("4071")
    stage.press(.enter)
    let check = ProximityCheck(otp: Secret("97531864".utf8), origin: .qrCode, received: came)
    #expect(
      stage.effects == [
        .approve(
          Scene.visit, with: Self.pin, evidence: ApprovalEvidence(proximity: check))
      ])
  }

  private static let codeToken =
    "eyJhbGciOiJub25lIn0.eyJvaWQiOiJvcC12aXNpdCIsInBvdHAiOiI5NzUzMTg2NCJ9."

  @Test(arguments: [
    (link("op-login", "1234"), "The code belongs to another operation."),
    (link("op-scan"), "This names the operation, and carries no code."),
    ("good morning", "This is neither a link to an operation nor the code of one."),
  ])
  func `a code that does not help is refused with the reason`(text: String, words: String) {
    var stage = Stage.detail(Scene.atTheCounter)
    stage.press("p")
    stage.send(.paste(text))
    #expect(stage.shows(words))
    stage.press(.escape)
    #expect(!stage.shows("✓ The code of your bank's page is here."))
  }

  @Test func `typed digits are taken by enter, and nothing by nothing`() {
    var stage = Stage.detail(Scene.atTheCounter)
    stage.press("p", .enter)
    #expect(stage.shows("Type or paste the code first."))
    stage.type("97531864")
    stage.press(.enter)
    #expect(stage.shows("✓ The code of your bank's page is here."))
  }

  @Test(arguments: [true, false])
  func `a code goes when the user goes`(isSuspended: Bool) {
    var stage = Stage.detail(Scene.visit)
    stage.press("p")
    stage.send(.paste(Scene.visitLink))
    stage.press("a")
    #expect(stage.shows("PIN"))
    if isSuspended {
      stage.press(.control("z"))
      #expect(!stage.shows("PIN  "), "what would send the code is closed")
      #expect(!stage.shows("The code of your bank's page is here."))
    } else {
      stage.press(.escape, "q", .enter)
      #expect(stage.shows("Confirm your visit"))
      #expect(!stage.shows("The code of your bank's page is here."))
    }
  }

  @Test func `a half typed code goes with a suspension`() {
    var stage = Stage.detail(Scene.atTheCounter)
    stage.press("p")
    stage.type("9753")
    stage.press(.control("z"))
    #expect(!stage.shows("9753"))
  }

  @Test func `a link of the open operation brings its code, and of another one nothing`() {
    var stage = Stage.detail(Scene.atTheCounter)
    stage.press("p")
    stage.send(.paste(Self.link("op-login", "1")))
    #expect(stage.shows("another operation"))
  }

  @Test(arguments: [
    (Scene.code, "This device is activated already."),
    ("R:" + Scene.code, "This is a recovery code"),
  ])
  func `codes of an activation are explained to an active device`(text: String, words: String) {
    let stage = Scene.link(text)
    #expect(stage.shows(words))
    #expect(stage.shows("Login Approval"))
  }

  @Test func `an offline text leads to its page, and is read there`() {
    let text = "op\nPay\nPlease\nA1\nB\nAAAAAAAAAAAAAAAAAAAAAA==\n0" + "AAAA"
    let stage = Scene.link(text)
    #expect(stage.effects == [.readOffline(text)])
    #expect(stage.shows("Approve without a network"))
  }
}

/// What the program was started for.
@Suite struct StartLinkTests {
  private static func stage(_ text: String) -> Stage {
    Stage(
      StartContext(
        profile: "default", server: "https://token.acme.example", protocolVersion: "3.3",
        deviceName: "jane@thinkpad", offeredLink: ScannedText(text)))
  }

  @Test func `an active device opens the operation of the link`() throws {
    var stage = Self.stage(Scene.codeLink)
    stage.receive(.activation(.success(Stage.activation)))
    #expect(stage.effects.contains(.claimOperation(id: "op-scan")))
    stage.receive(.status(.success(.active(failed: 0))))
    stage.receive(
      .claimed(id: "op-scan", .success(Scene.atTheCounter), at: stage.now.serverTime))
    #expect(stage.shows("Sign in at the counter"))
    #expect(stage.shows("✓ The code of your bank's page is here."))
  }

  @Test func `a new device takes the activation code of the link`() {
    var stage = Self.stage(Scene.code)
    stage.receive(.activation(.success(nil)))
    #expect(stage.shows("its checksum fits"))
  }

  @Test func `a new device takes the recovery code of the link`() {
    var stage = Self.stage("R:" + Scene.code)
    stage.receive(.activation(.success(nil)))
    #expect(stage.shows("This is a recovery code, and your bank offers no activation with one."))
  }

  @Test func `a new device says that it has to be activated first`() {
    var stage = Self.stage(Scene.codeLink)
    stage.receive(.activation(.success(nil)))
    #expect(stage.shows("Welcome"))
    #expect(stage.shows("Activate this device first"))
  }

  @Test func `a link is followed once`() {
    var stage = Self.stage(Scene.codeLink)
    stage.receive(.activation(.success(Stage.activation)))
    stage.press("q")
    stage.receive(.activation(.success(Stage.activation)))
    #expect(!stage.effects.contains(.claimOperation(id: "op-scan")))
  }
}
