import Testing
import TokenModel

@testable import TokenScreens

/// A rejection with its reason.
@Suite struct RejectionTests {
  @Test(
    arguments: [
      ("1", RejectionReason.unexpectedOperation), ("2", .incorrectData), ("3", .unknown),
    ] as [(String, RejectionReason)])
  func `a preset reason and a yes reject`(key: String, reason: RejectionReason) {
    var stage = Stage.detail(.login)
    stage.press("x")
    stage.type(key)
    #expect(stage.effects.isEmpty)
    stage.press(.enter)
    #expect(stage.effects.isEmpty, "enter rejects nothing")
    stage.press("y")
    #expect(stage.effects == [.reject(.login, reason: reason, mobileTokenData: nil)])
  }

  @Test func `own words become the reason`() {
    var stage = Stage.detail(.login)
    stage.press("x", .up, .end, .enter)
    stage.press(.enter)
    #expect(stage.shows("Write a reason first."))
    stage.type("Was not me, qy")
    stage.press(.enter, "y")
    #expect(
      stage.effects == [.reject(.login, reason: .other("Was not me, qy"), mobileTokenData: nil)])
  }

  @Test func `a reason is as long as the bank takes it, and nothing is cut off unsaid`() {
    var stage = Scene.longReason(80, 24)
    #expect(stage.shows("0 characters left"))
    stage.type("x")
    #expect(stage.shows("That would be 256 characters, and your bank takes 255 at most."))
    stage.press(.backspace, .backspace)
    stage.type("\u{1F600}")
    #expect(stage.shows("0 characters left"), "counted as the servers do")
    stage.press(.backspace)
    stage.send(.paste("too long"))
    #expect(stage.shows("That would be 261 characters"))
    #expect(stage.shows("2 characters left"))
    stage.press(.enter, "y")
    let reason = String(Scene.longReason.dropLast(2))
    #expect(
      stage.effects == [.reject(.payment, reason: .other(reason), mobileTokenData: nil)])
  }

  @Test func `a paste that is too long is left out as a whole`() {
    var stage = Stage.detail(.login)
    stage.press("x", "4")
    stage.send(.paste(String(repeating: "word ", count: 104)))
    #expect(stage.shows("255 characters left"))
    stage.press(.enter)
    #expect(stage.shows("Write a reason first."))
  }

  @Test func `all of a long reason can be read before the yes, in a small window`() {
    var stage = Scene.longReason(40, 12)
    stage.press(.enter)
    #expect(stage.shows("Reason: The payee"))
    #expect(!stage.shows("A rejection cannot be taken back."))
    var seen = ""
    for _ in 0..<12 {
      seen += stage.text
      stage.press(.down)
    }
    #expect(seen.contains("more"))
    #expect(stage.shows("A rejection cannot be taken back."))
    #expect(stage.shows("[ y  Reject ]"))
    stage.send(.mouse(Mouse(.wheelUp, at: Position(column: 1, row: 5))))
    #expect(!stage.shows("A rejection cannot be taken back."))
  }

  @Test func `the reason can be changed before the yes`() {
    var stage = Stage.detail(.login)
    stage.press("x", "1", .escape, "2")
    #expect(stage.shows("Reason: Something in it is wrong"))
    stage.press("q", "q")
    #expect(stage.shows("[ a  Approve ]"))
  }

  @Test func `keys typed before the last question was painted do not reject`() {
    var stage = Stage.detail(.login)
    stage.press("x")
    stage.wait(milliseconds: 500)
    stage.apply(.input(.key("1"), at: stage.now))
    stage.apply(.input(.key("y"), at: stage.now))
    #expect(stage.effects.isEmpty)
  }

  @Test func `a rejection is told with its reason`() {
    var stage = Stage.detail(.login)
    stage.press("x", "2", "y")
    stage.receive(.decided(operationID: "op-login", .success(.init())))
    #expect(stage.shows("✓ Rejected"))
    #expect(stage.shows("Something in it is wrong"))
    #expect(stage.shows("this device alone"))
  }

  @Test func `the list's reject key opens the operation and the reasons`() {
    var stage = Stage.operations([.login])
    stage.press("x")
    #expect(stage.shows("I did not ask for this"))
    stage.press("q")
    #expect(stage.shows("[ a  Approve ]"))
  }

  @Test func `a page before the approval is a reason of its own, and only there`() {
    let usual = RejectionScreen.State(.login)
    #expect(usual.presets == [.unexpectedOperation, .incorrectData, .unknown])
    let warned = RejectionScreen.State(.login, reason: .preApproval)
    #expect(warned.presets.first == .preApproval)
  }
}
