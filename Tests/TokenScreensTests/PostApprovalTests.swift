import Testing
import TokenModel
import TokenScreens

/// What the bank shows after an approval.
@Suite struct PostApprovalTests {
  private static func redirected(
    _ address: String, countdown: JSONValue = 5, schemes: [String] = []
  ) -> Stage {
    let context = StartContext(
      profile: "default", server: "https://token.acme.example", protocolVersion: "3.3",
      deviceName: "here", redirectSchemes: schemes)
    var stage = Stage(context)
    stage.receive(.activation(.success(Stage.activation)))
    stage.receive(.status(.success(.active(failed: 0))))
    stage.receive([
      .followed(by: UserOperation.redirect(.string(address), countdown: countdown))
    ])
    stage.press(.enter, "a")
    stage.type("4071")
    stage.press(.enter)
    stage.receive(.decided(operationID: "op-followed", .success(.init())))
    stage.press(.enter)
    return stage
  }

  @Test func `it comes after the result, and then the list`() {
    var stage = Stage.followed(by: UserOperation.review)
    #expect(stage.shows("After your approval"))
    #expect(stage.shows("1 250.00 EUR") || stage.shows("1\u{A0}250.00\u{A0}EUR"))
    stage.press(.enter)
    #expect(stage.shows("Nothing waits for you."))
  }

  @Test func `a page that nobody can read is one quiet line`() {
    let stage = Stage.followed(by: ["type": "REVIEW", "heading": "H", "payload": 7])
    #expect(!stage.shows("After your approval"))
    #expect(stage.shows("Nothing waits for you."))
  }

  @Test func `the result says that a page could not be read`() {
    var stage = Stage.detail(.followed(by: ["type": "REVIEW", "payload": 7]))
    stage.press("a")
    stage.type("4071")
    stage.press(.enter)
    stage.receive(.decided(operationID: "op-followed", .success(.init())))
    #expect(stage.shows("The payment is on its way."))
    #expect(stage.shows("Your bank's page for after the approval could not be read."))
  }

  @Test func `a rejection has nothing after it`() {
    var stage = Stage.detail(.followed(by: UserOperation.review))
    stage.press("x", "1", "y")
    stage.receive(.decided(operationID: "op-followed", .success(.init())))
    #expect(!stage.shows("Your bank has something to show after this."))
    stage.press(.enter)
    #expect(stage.shows("Nothing waits for you."))
  }

  @Test func `the countdown opens nothing, it only lights the way`() {
    var stage = Self.redirected("https://shop.example/paid")
    #expect(stage.effects == [.encodeQR("https://shop.example/paid")])
    #expect(stage.shows("The way is ready in 5 seconds; nothing opens by itself."))
    #expect(stage.nextRedraw == 1000)
    stage.wait(milliseconds: 4500)
    #expect(stage.shows("in 1 second;"))
    stage.wait(milliseconds: 600)
    stage.paint()
    #expect(stage.effects.isEmpty)
    #expect(stage.shows("→ The way is ready: o opens it."))
    #expect(stage.nextRedraw == nil)
    stage.press("o")
    #expect(stage.effects == [.openAddress("https://shop.example/paid")])
  }

  @Test(
    arguments: [
      ("acmebank://paid", ["acmebank"], true), ("ACMEBANK://paid", ["acmebank"], true),
      ("acmebank://paid", [], false), ("http://shop.example/", ["acmebank"], false),
      ("https://user@shop.example/", [], false), ("https://shop.example/ x", [], false),
      ("//shop.example", [], false), ("https:\\\\shop.example", [], false),
      ("javascript:alert(1)", [], false),
    ] as [(String, [String], Bool)])
  func `https and the schemes of the configuration are opened, and no other`(
    address: String, schemes: [String], isOpen: Bool
  ) {
    var stage = Self.redirected(address, countdown: 0, schemes: schemes)
    #expect(stage.shows("This address is not opened here") == !isOpen)
    #expect(stage.shows("o open ") == isOpen)
    stage.press("o")
    #expect(stage.effects == (isOpen ? [.openAddress(address)] : []))
  }

  @Test func `what is never opened has no key for it`() {
    let stage = Self.redirected("javascript:alert(1)")
    #expect(stage.lines.last?.contains("open") == false)
    #expect(Self.redirected("https://shop.example/").lines.last?.contains("o open") == true)
  }

  @Test func `no address is opened before all of it stood on the terminal`() {
    let address = "https://shop.example/" + String(repeating: "paid/", count: 60)
    var stage = Stage.followed(by: UserOperation.redirect(.string(address)), columns: 40, rows: 12)
    stage.press("o")
    #expect(stage.effects.isEmpty)
    #expect(stage.shows("Read the whole address first."))
    stage.press(.end)
    stage.press("o")
    #expect(stage.effects.isEmpty, "a jump leaves lines unread")
    stage.press(.home)
    stage.readOn()
    stage.press("o")
    #expect(stage.effects == [.openAddress(address)])
  }

  @Test func `a key that was typed before the page was painted opens nothing`() {
    var stage = Stage.detail(.followed(by: UserOperation.redirect("https://shop.example/")))
    stage.press("a")
    stage.type("4071")
    stage.press(.enter)
    stage.receive(.decided(operationID: "op-followed", .success(.init())))
    stage.wait(milliseconds: 500)
    stage.apply(.input(.key(.enter), at: stage.now))
    stage.apply(.input(.key("o"), at: stage.now))
    #expect(stage.effects.isEmpty)
    stage.paint()
    stage.press("o")
    #expect(stage.effects == [.openAddress("https://shop.example/")])
  }

  @Test func `the address is copied on request, unless it is a strange one`() {
    var stage = Self.redirected("https://shop.example/paid")
    stage.press("y")
    #expect(stage.effects == [.copy("https://shop.example/paid")])
    stage = Self.redirected("https://shop.example/\n")
    stage.press("y")
    #expect(stage.effects.isEmpty)
  }

  @Test func `a code for another address is not shown`() {
    var stage = Self.redirected("https://shop.example/paid")
    let matrix = ModuleMatrix(width: 2, modules: [true, true, true, true])
    stage.receive(.qrEncoded(text: "https://other.example/", matrix))
    #expect(!stage.shows("For a camera:"))
    stage.receive(.qrEncoded(text: "https://shop.example/paid", matrix))
    #expect(stage.shows("For a camera:"))
    #expect(stage.shows("██"))
  }

  @Test func `anything else is a tidy tree`() {
    let stage = Stage.followed(
      by: ["type": "CONFETTI", "payload": ["points": 120, "levels": [["name": "Gold"]]]])
    #expect(stage.shows("points"))
    #expect(stage.shows("Gold"))
  }
}
