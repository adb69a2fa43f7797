import Testing
import TokenModel
import TokenScreens

/// The fingerprint, and where the activation stands.
@Suite struct WaitingTests {
  private func waiting() -> Stage {
    var stage = ActivationTests.activating()
    stage.receive(.activated(.success(NewActivation(local: Stage.activation))))
    return stage
  }

  private static let pending = AppEvent.status(.success(.standing(.pendingCommit)))

  @Test func `another fingerprint is an attack until the bank says otherwise`() {
    var stage = Scene.activating(80, 24)
    stage.receive(.activated(.success(NewActivation(local: Stage.activation))))
    stage.press("X")
    #expect(stage.shows("Do not confirm this device at your bank. Call your bank now."))
    stage.type("remove")
    stage.press(.enter)
    #expect(stage.effects == [.removeLocally])
  }

  @Test func `the fingerprint is shown and the status asked for`() {
    let stage = waiting()
    #expect(stage.effects == [.fetchStatus])
    #expect(stage.shows("1234 5678"))
  }

  @Test func `questions come every two seconds at first, every five later`() {
    var stage = waiting()
    var pauses: [Effect] = []
    for _ in 0..<8 {
      stage.receive(Self.pending)
      pauses += stage.effects
    }
    let expected = [2000, 2500, 3000, 3500, 4000, 4500, 5000, 5000]
    #expect(pauses == expected.map { .fetchStatusLater(milliseconds: Int64($0)) })
  }

  @Test func `asking at once starts no second series of questions`() {
    var stage = waiting()
    stage.receive(Self.pending)
    stage.press("r")
    #expect(stage.effects == [.fetchStatus])
    stage.receive(Self.pending)
    #expect(stage.effects.isEmpty)
    stage.receive(Self.pending)
    #expect(stage.effects.count == 1)
  }

  @Test func `the bank's confirmation moves on by itself`() {
    var stage = waiting()
    stage.receive(.status(.success(.active(failed: 0))))
    #expect(stage.effects == [.startPolling, .loadBiometry])
    #expect(stage.shows("1 Operations"))
  }

  @Test func `a question without an answer is asked again`() {
    var stage = waiting()
    stage.receive(.status(.failure(.network(.connectionLost))))
    #expect(stage.effects == [.fetchStatusLater(milliseconds: 2000)])
    #expect(stage.shows("The connection was lost. We keep asking."))
  }

  @Test func `the series goes on while the help is open`() {
    var stage = waiting()
    stage.press("?")
    stage.receive(Self.pending)
    #expect(stage.effects == [.fetchStatusLater(milliseconds: 2000)])
  }

  @Test func `a removal before the confirmation is said`() {
    var stage = waiting()
    stage.receive(.status(.success(.standing(.removed))))
    #expect(stage.shows("The bank has removed this activation."))
  }

  @Test func `different digits lead to the removal`() {
    var stage = waiting()
    stage.press("X")
    stage.type("remove")
    stage.press(.enter)
    #expect(stage.effects == [.removeLocally])
  }

  @Test func `a start before the confirmation waits too`() {
    var stage = Stage()
    stage.receive(.activation(.success(Stage.activation)))
    #expect(stage.effects == [.fetchStatus, .startPolling, .loadBiometry])
    stage.receive(Self.pending)
    #expect(stage.effects == [.stopPolling, .fetchStatusLater(milliseconds: 2000)])
    #expect(stage.shows("Compare the fingerprint"))
  }

  @Test func `a lifted block is noticed`() {
    var stage = Stage.operations()
    stage.receive(.status(.success(.standing(.blocked))))
    #expect(stage.effects == [.stopPolling, .fetchStatusLater(milliseconds: 10_000)])
    stage.receive(.status(.success(.standing(.blocked))))
    #expect(stage.effects == [.fetchStatusLater(milliseconds: 10_000)])
    stage.receive(.status(.success(.active(failed: 0))))
    #expect(stage.effects == [.startPolling, .loadBiometry])
    #expect(stage.shows("This device is active."))
  }

  @Test(arguments: [
    (TokenFailure.blocked, "The bank has blocked this device."),
    (.removed, "The bank has removed this activation."),
    (.deadlocked(server: .active), "lost step"),
    (.waitingForCommit, "Compare the fingerprint"),
    (.noActivation, "Welcome"),
  ])
  func `a failure of the whole activation has its page`(failure: TokenFailure, words: String) {
    var stage = Stage.operations()
    stage.receive(.polling(.failed(failure, retryInSeconds: 7)))
    #expect(stage.shows(words))
    #expect(stage.effects.contains(.stopPolling))
  }
}
