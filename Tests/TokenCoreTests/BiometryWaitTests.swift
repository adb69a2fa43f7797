import PowerAuth
import TestSupport
import Testing
import TokenCore
import TokenModel

/// A reader on which nobody lays a finger until it is told so.
private final class PatientReader: BiometryProvider {
  let name = "fingerprint"
  let keyring = MemoryBiometry()
  private let asked = AsyncStream<Void>.makeStream()
  private let finger = AsyncStream<Void>.makeStream()

  func availability() async -> BiometryFault? { nil }

  func store(_ key: Secret, account: String) async throws(BiometryFault) {
    try await keyring.store(key, account: account)
  }

  func unlock(account: String, reason: String) async throws(BiometryFault) -> Secret {
    asked.continuation.yield()
    for await _ in finger.stream {
      return try await keyring.unlock(account: account, reason: reason)
    }
    // The wait of a cancelled task ends without a finger.
    throw .canceled
  }

  func remove(account: String) async throws(BiometryFault) {
    try await keyring.remove(account: account)
  }

  /// Returns once somebody waits for a finger.
  func untilAsked() async { for await _ in asked.stream { return } }

  func layFinger() { finger.continuation.yield() }
}

@Suite struct BiometryWaitTests {
  private static let both = ["possession_knowledge", "possession_biometry"]
  private let reader = PatientReader()

  private func world() async throws -> TokenWorld {
    let world = try TokenWorld(biometry: [reader], sleepMovesTime: false)
    try await world.activate()
    try await world.token.addBiometry(pin: world.rightPIN)
    return world
  }

  @Test func `others sign while somebody looks for a finger`() async throws {
    let world = try await world()
    let payment = try await world.offeredPayment(id: "op-1", variants: Self.both)
    let other = try await world.offeredPayment(id: "op-2", variants: Self.both)
    let approval = Task { try await world.token.approve(payment, with: .biometry) }
    await reader.untilAsked()
    try await world.token.reject(other, reason: .unknown)
    try await world.secondToken().validatePIN(world.rightPIN)
    reader.layFinger()
    try await approval.value
    #expect(await world.server.decisions == ["cancel op-2 UNKNOWN", "authorize op-1"])
  }

  @Test func `a wait for a finger that is cancelled costs nothing`() async throws {
    let world = try await world()
    let payment = try await world.offeredPayment(variants: Self.both)
    let approval = Task { try await world.token.approve(payment, with: .biometry) }
    await reader.untilAsked()
    let received = await world.server.received.count
    approval.cancel()
    await #expect(throws: TokenFailure.biometry(.canceled)) { try await approval.value }
    #expect(await world.server.received.count == received)
    #expect(try await world.token.status().attemptsLeft == 5)
    try await world.token.approve(payment, with: .pin(world.rightPIN))
  }

  @Test func `an activation that is removed during the wait signs nothing`() async throws {
    let world = try await world()
    let payment = try await world.offeredPayment(variants: Self.both)
    let approval = Task { try await world.token.approve(payment, with: .biometry) }
    await reader.untilAsked()
    try await world.secondToken().removeLocally()
    try await world.activate()
    reader.layFinger()
    await #expect(throws: TokenFailure.biometry(.keyLost(provider: "fingerprint"))) {
      try await approval.value
    }
    #expect(await world.server.decisions.isEmpty)
  }
}
