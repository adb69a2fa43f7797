import PowerAuth
import TestSupport
import Testing
import TokenCore
import TokenModel

/// The way of an activation from protocol 2 to 3, and every place where it can stop.
@Suite struct UpgradeTests {
  static let start = "/pa/v3/upgrade/start"
  static let commit = "/pa/v3/upgrade/commit"

  /// An active activation that both sides believe to speak protocol 2.
  static func legacyWorld(
    _ version: ProtocolVersion = .v3_3, store: any ActivationStore = MemoryStore()
  ) async throws -> TokenWorld {
    let world = try TokenWorld(version: version, store: store)
    let id = try await world.activate().activationID
    _ = try store.update(id) { $0.record.generation = .v2(counter: 7) }
    await world.server.change { $0.upgrade = .offered }
    return world
  }

  static func expectUpgraded(
    _ world: TokenWorld, _ token: Token, _ comment: Comment? = nil
  ) async throws {
    let status = try await token.status()
    #expect(status.state == .active, comment)
    #expect(!status.isUpgradePending, comment)
    #expect(!status.isDeadlocked, comment)
    #expect(try world.store.activation()?.record.generation == .v3, comment)
    #expect(await world.server.activations.values.allSatisfy { $0.upgrade == nil }, comment)
    let payment = try await world.offeredPayment()
    try await token.approve(payment, with: .pin(world.pin("2580")))
    #expect(try await token.status().attemptsLeft == 5, comment)
  }

  @Test(arguments: ProtocolVersion.allCases)
  func `the first status leads to protocol 3, and signing goes on there`(
    version: ProtocolVersion
  ) async throws {
    let world = try await Self.legacyWorld(version)
    try await Self.expectUpgraded(world, world.token)
    #expect(await world.server.received.count { $0 == Self.start } == 1)
    #expect(await world.server.received.count { $0 == Self.commit } == 1)
    let request = try #require(await world.server.requests[Self.commit])
    let header = request.headers.first { $0.name == SignatureHeader.name }
    #expect(try SignatureHeader(parsing: header?.value ?? "").factors == .possession)
    #expect(request.body == Array("{}".utf8))
  }

  @Test(arguments: ProtocolVersion.allCases)
  func `who signs first upgrades first`(version: ProtocolVersion) async throws {
    let world = try await Self.legacyWorld(version)
    await world.server.offer([TokenWorld.operation("op-1")])
    let payment = try #require(try await world.token.operations().operations.first)
    try await world.token.approve(payment, with: .pin(world.pin("2580")))
    #expect(try world.store.activation()?.record.generation == .v3)
  }

  /// How many requests an upgrade takes that meets no fault.
  private static func steps() async throws -> Int {
    let world = try await legacyWorld()
    let before = await world.server.received.count
    _ = try await world.token.status()
    return await world.server.received.count - before
  }

  @Test(arguments: FaultTests.kinds.indices)
  func `after a fault at any step the next status finishes`(kind: Int) async throws {
    let (name, fault) = FaultTests.kinds[kind]
    let steps = try await Self.steps()
    #expect(steps >= 6)
    for step in 0..<steps {
      let world = try await Self.legacyWorld()
      await world.server.breaking { number, _ in number == step ? fault : nil }
      _ = try? await world.token.status()
      await world.server.breaking(nil)
      let token = step.isMultiple(of: 2) ? world.token : try world.secondToken()
      try await Self.expectUpgraded(world, token, "\(name) at step \(step)")
    }
  }

  @Test(arguments: 0..<12)
  func `a crash at any write is made good by the next process`(write: Int) async throws {
    let store = MemoryStore()
    let world = try await Self.legacyWorld(store: store)
    let before = store.calls.count
    _ = try? await world.token.status()
    let calls = store.calls.count - before
    // The same once more, with the store broken from its n-th call on.
    let other = MemoryStore()
    let again = try await Self.legacyWorld(store: other)
    other.fail(after: write * calls / 12, with: .full(path: "/state"))
    _ = try? await again.token.status()
    other.fail(after: nil, with: .full(path: "/state"))
    try await Self.expectUpgraded(again, again.secondToken())
  }

  @Test func `who asks for the claims first upgrades first, too`() async throws {
    let world = try await Self.legacyWorld()
    #expect(try await world.token.userInfo().subject == "user-1")
    #expect(try world.store.activation()?.record.generation == .v3)
    let other = try await Self.legacyWorld()
    await other.server.configure { $0.offersUpgrade = false }
    await #expect(throws: TokenFailure.upgradePending) { try await other.token.userInfo() }
  }

  @Test func `a server that offers nothing keeps everything from being signed`() async throws {
    let world = try await Self.legacyWorld()
    await world.server.configure { $0.offersUpgrade = false }
    let status = try await world.token.status()
    #expect(status.isUpgradePending)
    #expect(status.state == .active)
    #expect(!status.isDeadlocked)
    let counter = try world.store.activation()?.record.counter
    await #expect(throws: TokenFailure.upgradePending) {
      try await world.token.validatePIN(world.pin("2580"))
    }
    await #expect(throws: TokenFailure.upgradePending) { try await world.token.operations() }
    #expect(try world.store.activation()?.record.counter == counter)
    #expect(await world.server.received.contains(Self.start) == false)
    #expect(await world.server.received.contains("/pa/v3/signature/validate") == false)
  }

  @Test func `a server that refuses the upgrade is named, and asked again later`() async throws {
    let world = try await Self.legacyWorld()
    let answer = FaultTests.json(
      400, #"{"status":"ERROR","responseObject":{"code":"ERR_UPGRADE"}}"#)
    await world.server.breaking { _, path in path == Self.start ? .intercepted(answer) : nil }
    #expect(try await world.token.status().isUpgradePending)
    await #expect(
      throws: TokenFailure.serverCannot(
        .upgrade, ServerRefusal(status: 400, code: "ERR_UPGRADE", message: ""))
    ) { try await world.token.validatePIN(world.pin("2580")) }
    await world.server.breaking(nil)
    try await Self.expectUpgraded(world, world.token)
  }

  @Test func `commits that never arrive do not lead out of sight`() async throws {
    let world = try await Self.legacyWorld()
    await world.server.breaking { _, path in path == Self.commit ? .unreachable : nil }
    for _ in 0..<30 { #expect(try await world.token.status().isUpgradePending) }
    await world.server.breaking(nil)
    try await Self.expectUpgraded(world, world.token)
  }

  @Test func `a backup from before the upgrade is a deadlock beside the state`() async throws {
    let world = try await Self.legacyWorld()
    await world.server.change { $0.upgrade = nil }
    let status = try await world.token.status()
    #expect(status.isDeadlocked)
    #expect(status.state == .active)
    await #expect(throws: TokenFailure.deadlocked(server: .active)) {
      try await world.token.validatePIN(world.pin("2580"))
    }
  }

  @Test(arguments: [ActivationState.blocked, .pendingCommit, .removed])
  func `an activation that is not active is left as it is`(state: ActivationState) async throws {
    let world = try await Self.legacyWorld()
    await world.server.change { $0.state = state }
    #expect(try await world.token.status().state == state)
    #expect(try world.store.activation()?.record.generation == .v2(counter: 7))
    #expect(await world.server.received.contains(Self.start) == false)
  }

  @Test func `an answer without a counter changes nothing`() async throws {
    let world = try await Self.legacyWorld()
    let forged = FaultTests.json(200, #"{"encryptedData":"AAAA","mac":"AAAA"}"#)
    await world.server.breaking { _, path in path == Self.start ? .replaced(forged) : nil }
    #expect(try await world.token.status().isUpgradePending)
    #expect(try world.store.activation()?.record.generation == .v2(counter: 7))
  }
}
