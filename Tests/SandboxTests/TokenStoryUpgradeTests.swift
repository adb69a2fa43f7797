import PowerAuth
import Testing
import TokenCore
import TokenModel

@testable import Sandbox

/// Activations that come from older protocols and from other clients, against the sandbox.
@Suite struct TokenStoryUpgradeTests {
  static let possessionKey = Secret(1...16)

  let bank: TestBank

  init() throws { bank = try TestBank() }

  /// An active activation that both sides put back to protocol 2.
  private func legacy(
    _ version: ProtocolVersion, counter: UInt64 = 254
  ) async throws -> StoryToken {
    let story = try StoryToken(bank, version)
    let id = try await story.activate()
    _ = try await bank.cloud(
      "PUT", "registrations/\(id)/version",
      ["version": 2, "counter": .number(.init(counter))]
    ).object()
    _ = try story.store.update(id) { $0.record.generation = .v2(counter: counter) }
    return story
  }

  @Test(arguments: ProtocolVersion.allCases)
  func `the first status upgrades, and payments go on`(version: ProtocolVersion) async throws {
    let story = try await legacy(version)
    let status = try await story.token.status()
    #expect(!status.isUpgradePending)
    #expect(!status.isDeadlocked)
    #expect(try story.store.activation()?.record.generation == .v3)
    let id = try await bank.operation()
    try await story.token.approve(story.token.operation(id: id), with: story.factor)
    #expect(try await bank.operationState(id).text("status") == "APPROVED")
    #expect(try await story.token.status().isDeadlocked == false)
  }

  @Test(arguments: ProtocolVersion.allCases, ["/upgrade/start", "/upgrade/commit"])
  func `an answer that is lost is made good by the next process`(
    version: ProtocolVersion, path: String
  ) async throws {
    let story = try await legacy(version)
    bank.sandbox.faults.lostAnswers = [path]
    _ = try? await story.token.status()
    bank.sandbox.faults.lostAnswers = []
    let next = try story.nextProcess()
    #expect(try await next.status().isUpgradePending == false)
    try await next.validatePIN(story.pin)
    #expect(try story.store.activation()?.record.generation == .v3)
    #expect(try await next.status().isDeadlocked == false)
  }

  @Test(arguments: ProtocolVersion.allCases)
  func `an exported activation goes on elsewhere`(version: ProtocolVersion) async throws {
    let story = try StoryToken(bank, version)
    try await story.activate()
    let state = try await story.token.exportState(
      pin: story.pin, possessionKey: Self.possessionKey)
    let other = try StoryToken(bank, version)
    let local = try await other.token.importState(
      state, possessionKey: Self.possessionKey, deviceName: "Imported")
    #expect(local.fingerprint == (try await story.token.localActivation())?.fingerprint)
    let id = try await bank.operation()
    try await other.token.approve(other.token.operation(id: id), with: other.factor)
    #expect(try await bank.operationState(id).text("status") == "APPROVED")
    #expect(try await other.token.userInfo().email == "alice@bank.example")
  }

  @Test func `a state with another possession key, or of another bank, is not kept`() async throws {
    let story = try StoryToken(bank)
    try await story.activate()
    let state = try await story.token.exportState(
      pin: story.pin, possessionKey: Self.possessionKey)
    let other = try StoryToken(bank)
    let stranger = try StoryToken(try TestBank())
    await #expect(throws: TokenFailure.portableState(.damagedKeys)) {
      try await other.token.importState(
        state, possessionKey: Secret(2...17), deviceName: "Imported")
    }
    await #expect(throws: TokenFailure.portableState(.damagedKeys)) {
      try await stranger.token.importState(
        state, possessionKey: Self.possessionKey, deviceName: "Imported")
    }
    #expect(try await other.token.localActivation() == nil)
    #expect(try await stranger.token.localActivation() == nil)
  }
}
