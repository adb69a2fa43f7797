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
