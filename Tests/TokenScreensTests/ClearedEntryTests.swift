import Testing
import TokenModel
import TokenScreens

/// What proves the right to activate, and a suspension in the middle of it.
@Suite struct ClearedEntryTests {
  /// At the name of the device, with each credential that is a secret.
  private static let ways: [(name: String, page: String, stage: @Sendable () -> Stage)] = [
    (
      "custom", "User name",
      {
        var stage = Stage.identified()
        stage.press(.enter)
        return stage
      }
    ),
    (
      "recovery", "0 of 10 digits",
      {
        var stage = Stage.recovering()
        stage.type("0123456789")
        stage.press(.enter)
        return stage
      }
    ),
    (
      "sign-in", "The sign-in was cancelled.",
      {
        var stage = Stage.signingIn()
        stage.receive(.oidcGranted(.success(.home)))
        return stage
      }
    ),
  ]

  private static func holdsSecret(_ stage: Stage) -> Bool {
    var dumped = ""
    dump(stage.state, to: &dumped)
    return ["pass word", "0123456789", OIDCGrant.home.code, "dBjftJeZ4CVP"]
      .contains(where: dumped.contains)
  }

  @Test(arguments: ways.indices, ["name", "PIN", "failure"])
  func `a suspension at any later step leads back to what it cleared`(way: Int, step: String) {
    var stage = Self.ways[way].stage()
    #expect(Self.holdsSecret(stage))
    switch step {
    case "name": break
    case "PIN": stage.press(.enter)
    default:
      stage.activate()
      stage.receive(.activated(.failure(.network(.connectionLost))))
    }
    stage.press(.control("z"))
    #expect(stage.effects == [.suspend])
    #expect(!Self.holdsSecret(stage))
    #expect(stage.shows(Self.ways[way].page), "it leads back to where it is asked for")
    #expect(stage.request == nil)
  }

  @Test(arguments: ways.indices)
  func `a request under way is not given up by a suspension`(way: Int) {
    var stage = Self.ways[way].stage()
    stage.activate()
    stage.press(.control("z"))
    #expect(stage.effects == [.suspend])
    stage.receive(.activated(.success(NewActivation(local: Stage.activation))))
    #expect(!Self.holdsSecret(stage))
  }

  @Test func `a one-time password is asked for again where it was, and the code stays`() {
    var stage = ActivationTests.codePage()
    stage.send(.paste(ActivationTests.code))
    stage.press(.enter, .enter)
    stage.type("otp-4711")
    stage.press(.enter)
    stage.press(.control("z"))
    var dumped = ""
    dump(stage.state, to: &dumped)
    #expect(!dumped.contains("otp-4711"))
    #expect(stage.shows("One-time password"))
  }
}
