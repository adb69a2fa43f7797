import PowerAuth
import TestSupport
import Testing
import TokenCore
import TokenModel

/// What the first status does, however far the two counters are apart (look-ahead 20).
@Suite struct ForcedSyncTests {
  static let validate = "/pa/v3/signature/validate"

  private func world(_ version: ProtocolVersion, clientAhead: Int) async throws -> TokenWorld {
    let store = MemoryStore()
    let world = try TokenWorld(version: version, store: store)
    try await world.activate()
    let counter = try #require(try store.activation()).record.counter
    if clientAhead >= 0 {
      store.restore(counter.stepped(by: clientAhead))
    } else {
      await world.server.change { $0.counter = $0.counter.stepped(by: -clientAhead) }
    }
    return world
  }

  @Test(arguments: -21...24)
  func `at each distance the status does what is needed and no more`(ahead: Int) async throws {
    let world = try await world(.v3_3, clientAhead: ahead)
    let status = try await world.token.status()
    let isLost = ahead > 20 || ahead <= -20
    let isForced = (11...20).contains(ahead)
    #expect(status.state == .active)
    #expect(status.isDeadlocked == isLost)
    #expect(await world.server.received.count { $0 == Self.validate } == (isForced ? 1 : 0))
    let local = try #require(try world.store.activation()).record.counter
    let server = try #require(await world.server.activations.values.first).counter
    // Half open: at 20 the server looks no further than 19.
    if isForced, ahead < 20 { #expect(local == server) }
    if ahead <= 0, !isLost { #expect(local == server) }
  }

  @Test(arguments: ProtocolVersion.allCases, [11, 19])
  func `after a forced synchronisation the next status has nothing to do`(
    version: ProtocolVersion, ahead: Int
  ) async throws {
    let world = try await world(version, clientAhead: ahead)
    _ = try await world.token.status()
    #expect(try await world.token.status().isDeadlocked == false)
    #expect(await world.server.received.count { $0 == Self.validate } == 1)
    let request = try #require(await world.server.requests[Self.validate])
    #expect(
      try JSONValue(parsing: request.body)
        == ["requestObject": ["reason": "COUNTER_SYNCHRONIZATION"]])
  }

  @Test func `the custom object stands beside the state, whatever it holds`() async throws {
    let world = try TokenWorld()
    try await world.activate()
    #expect(try await world.token.status().customObject == nil)
    let object: JSONValue = ["note": "Dobrý den", "limits": [1, 2]]
    await world.server.change { $0.customObject = object }
    #expect(try await world.token.status().customObject == object)
  }
}
