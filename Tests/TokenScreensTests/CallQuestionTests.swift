import Testing
import TokenModel
import TokenScreens

/// The question about a call.
@Suite struct CallQuestionTests {
  private static let operation = UserOperation.make(
    id: "op", title: "Call",
    ui: ["blockApprovalOnCall": true, "preApprovalScreens": [["id": "a", "type": "INFO"]]])

  private static func asked() -> Stage {
    var stage = Stage.guarded(operation)
    stage.press("c")
    return stage
  }

  @Test func `nobody on the phone goes on to the PIN`() {
    var stage = Self.asked()
    #expect(stage.shows("Is somebody on the phone with you"))
    stage.press(.enter, "a")
    #expect(!stage.shows("PIN  "))
    stage.press("n")
    #expect(stage.shows("PIN  ○"))
  }

  @Test func `it is asked each time`() {
    var stage = Self.asked()
    stage.press("n", .escape, "a")
    #expect(stage.shows("Is somebody on the phone with you"))
  }

  @Test func `somebody on the phone ends it, with the way to reject`() {
    var stage = Self.asked()
    stage.press("y", "n")
    #expect(stage.shows("Hang up now, whoever it is."))
    stage.press("x", "1", "y")
    guard case .reject(Self.operation, .unexpectedOperation, let data)? = stage.effects.first else {
      Issue.record("not rejected: \(stage.effects)")
      return
    }
    #expect(data?["preApprovalScreens"]?.array?.count == 1)
  }

  @Test func `after it the operation is as it was`() {
    var stage = Self.asked()
    stage.press("y", .escape)
    #expect(stage.shows("[ a  Approve ]"))
  }
}
