import PowerAuth
import TestSupport
import Testing
import TokenCore
import TokenModel

/// Activations that come from the reference client, and go back to it.
@Suite struct PortabilityTests {
  static let possessionKey = Secret(Array(1...16))

  /// A world whose activation is exported, and another device of the same bank.
  private func exported(
    _ version: ProtocolVersion = .v3_3
  ) async throws -> (TokenWorld, [UInt8], Token, MemoryStore) {
    let world = try TokenWorld(version: version)
    try await world.activate()
    let bytes = try await world.token.exportState(
      pin: world.pin("2580"), possessionKey: Self.possessionKey)
    let store = MemoryStore()
    return (world, bytes, try world.secondToken(on: store), store)
  }

  private func `import`(
    _ bytes: [UInt8], _ token: Token, key: Secret = possessionKey
  ) async throws(TokenFailure) -> LocalActivation {
    try await token.importState(bytes, possessionKey: key, deviceName: "Imported")
  }

  @Test(arguments: ProtocolVersion.allCases)
  func `what was exported goes on on another device, with the same PIN`(
    version: ProtocolVersion
  ) async throws {
    let (world, bytes, other, store) = try await exported(version)
    let local = try await `import`(bytes, other)
    #expect(local.deviceName == "Imported")
    #expect(try await other.localActivation() == local)
    #expect(local.fingerprint == (try await world.token.localActivation())?.fingerprint)
    await world.server.offer([TokenWorld.operation("op-1")])
    let payment = try await other.operation(id: "op-1")
    await #expect(throws: TokenFailure.wrongPIN(attemptsLeft: 4)) {
      try await other.approve(payment, with: .pin(world.pin("0000")))
    }
    try await other.approve(payment, with: .pin(world.pin("2580")))
    #expect(await world.server.decisions == ["authorize op-1"])
    #expect(try store.activation()?.record.knowledge.hash == .sha1)
    #expect(try await other.status().isDeadlocked == false)
  }

  @Test func `an export of an import says the same again`() async throws {
    let (world, bytes, other, _) = try await exported()
    _ = try await `import`(bytes, other)
    let again = try await other.exportState(
      pin: world.pin("2580"), possessionKey: Self.possessionKey)
    let first = try SessionState(parsing: bytes)
    let second = try SessionState(parsing: again)
    #expect(second.format == .version6)
    #expect(second.activationID == first.activationID)
    #expect(second.keys.possession == first.keys.possession)
    #expect(second.keys.transport == first.keys.transport)
    #expect(second.keys.knowledge == first.keys.knowledge)
    #expect(second.wrappedDevicePrivateKey == first.wrappedDevicePrivateKey)
  }

  @Test func `two exports and the store hold one wrap, so that no two of them tell the PIN`()
    async throws
  {
    let (world, bytes, _, _) = try await exported()
    let again = try await world.token.exportState(
      pin: world.pin("2580"), possessionKey: Secret(Array(2...17)))
    let kept = try world.store.activation()?.record.knowledge
    #expect(try SessionState(parsing: bytes).keys.knowledge == kept)
    #expect(try SessionState(parsing: again).keys.knowledge == kept)
    try await world.token.validatePIN(world.pin("2580"))
  }

  @Test func `a wrong PIN costs an attempt and exports nothing`() async throws {
    let world = try TokenWorld()
    try await world.activate()
    let before = try world.store.activation()?.record.knowledge
    await #expect(throws: TokenFailure.wrongPIN(attemptsLeft: 4)) {
      try await world.token.exportState(
        pin: world.pin("0000"), possessionKey: Self.possessionKey)
    }
    #expect(try world.store.activation()?.record.knowledge == before)
  }

  @Test(arguments: [0, 15, 17, 32])
  func `a possession key of another length is refused before anything is signed`(
    count: Int
  ) async throws {
    let world = try TokenWorld()
    try await world.activate()
    let before = await world.server.received.count
    await #expect(throws: TokenFailure.portableState(.damagedKeys)) {
      try await world.token.exportState(
        pin: world.pin("2580"), possessionKey: Secret([UInt8](repeating: 1, count: count)))
    }
    #expect(await world.server.received.count == before)
  }

  @Test func `a possession key of zeros locks nothing`() async throws {
    let world = try TokenWorld()
    try await world.activate()
    await #expect(throws: TokenFailure.portableState(.damagedKeys)) {
      try await world.token.exportState(
        pin: world.pin("2580"), possessionKey: Secret([UInt8](repeating: 0, count: 16)))
    }
  }

  @Test func `the wrong possession key is found out before anything is kept`() async throws {
    let (world, bytes, other, store) = try await exported()
    await #expect(throws: TokenFailure.portableState(.damagedKeys)) {
      try await `import`(bytes, other, key: Secret(Array(2...17)))
    }
    #expect(try store.activation() == nil)
    let foreign = try TokenWorld()
    let elsewhere = try foreign.secondToken(on: store)
    await #expect(throws: TokenFailure.portableState(.damagedKeys)) {
      try await `import`(bytes, elsewhere)
    }
    #expect(try store.activation() == nil)
    #expect(try await world.token.status().attemptsLeft == 5)
  }

  @Test func `an activation that is here is never replaced`() async throws {
    let (world, bytes, _, _) = try await exported()
    let before = try world.store.activation()
    await #expect(throws: TokenFailure.alreadyActivated) { try await `import`(bytes, world.token) }
    #expect(try world.store.activation() == before)
  }

  @Test func `every cut and every addition is refused without asking the server`() async throws {
    let (world, bytes, other, store) = try await exported()
    let before = await world.server.received.count
    for count in bytes.indices {
      await #expect(throws: TokenFailure.self) { try await `import`(Array(bytes[..<count]), other) }
    }
    await #expect(throws: TokenFailure.portableState(.trailingBytes(1))) {
      try await `import`(bytes + [0], other)
    }
    await #expect(throws: TokenFailure.portableState(.notAState)) {
      try await `import`([], other)
    }
    #expect(await world.server.received.count == before)
    #expect(try store.activation() == nil)
  }

  @Test(arguments: [ReferenceServer.Fault.unreachable, .lostAnswer])
  func `without the server nothing is imported`(fault: ReferenceServer.Fault) async throws {
    let (world, bytes, other, store) = try await exported()
    await world.server.breaking { _, path in
      path == "/pa/v3/activation/status" ? fault : nil
    }
    await #expect(throws: TokenFailure.self) { try await `import`(bytes, other) }
    #expect(try store.activation() == nil)
    await world.server.breaking(nil)
    _ = try await `import`(bytes, other)
  }

  @Test func `an activation that the bank removed is not taken over`() async throws {
    let (world, bytes, other, store) = try await exported()
    await world.server.change { $0.state = .removed }
    await #expect(throws: TokenFailure.removed) { try await `import`(bytes, other) }
    #expect(try store.activation() == nil)
  }

  @Test func `an old copy catches up, and one too old is refused`() async throws {
    let (world, bytes, other, store) = try await exported()
    for _ in 0..<3 { try await world.token.validatePIN(world.pin("2580")) }
    _ = try await `import`(bytes, other)
    #expect(
      try store.activation()?.record.counter == world.store.activation()?.record.counter)
    #expect(try store.removeActivation())
    await world.server.change { $0.counter = $0.counter.stepped(by: 30) }
    await #expect(throws: TokenFailure.deadlocked(server: .active)) {
      try await `import`(bytes, other)
    }
    #expect(try store.activation() == nil)
  }

  /// Offsets from the end of a version 6 state without recovery data: flags (4 B), recovery, byte.
  private static func withoutCounterByte(_ bytes: [UInt8], version: UInt8) -> [UInt8] {
    var bytes = bytes
    bytes[4] = version
    // The flag that says the byte is known is bit 10.
    bytes[bytes.count - 4] &= ~4
    switch version {
    case UInt8(ascii: "4"): return bytes.dropLast(2)
    case UInt8(ascii: "5"): return bytes.dropLast(1)
    default: return bytes
    }
  }

  @Test(arguments: [UInt8(ascii: "4"), UInt8(ascii: "5"), UInt8(ascii: "6")], [0, 3, 15])
  func `a state that does not know the counter's byte learns it from the server`(
    version: UInt8, signaturesLost: Int
  ) async throws {
    let (world, bytes, other, store) = try await exported()
    // Signatures of the other client that never arrived: then only one more brings both together.
    if signaturesLost > 0 {
      await world.server.breaking { _, path in
        path == "/pa/v3/signature/validate" ? .unreachable : nil
      }
    }
    for _ in 0..<signaturesLost { try? await world.token.validatePIN(world.pin("2580")) }
    await world.server.breaking(nil)
    let late =
      signaturesLost == 0
      ? bytes : try Self.stateOf(world, bytes)
    _ = try await `import`(Self.withoutCounterByte(late, version: version), other)
    #expect(try await other.status().isDeadlocked == false)
    try await other.validatePIN(world.pin("2580"))
    #expect(try await other.status().isDeadlocked == false)
    #expect(try store.activation()?.record.generation == .v3)
    let server = try #require(await world.server.activations.values.first).counter
    #expect(try store.activation()?.record.counter == server)
  }

  @Test(arguments: [UInt8(ascii: "4"), UInt8(ascii: "5"), UInt8(ascii: "6")])
  func `a copy too old to be followed, without the counter's byte, costs no attempt`(
    version: UInt8
  ) async throws {
    let (world, bytes, other, _) = try await exported()
    await world.server.change { $0.counter = $0.counter.stepped(by: 30) }
    _ = try await `import`(Self.withoutCounterByte(bytes, version: version), other)
    for _ in 0..<2 {
      await #expect(throws: TokenFailure.deadlocked(server: .active)) {
        try await other.validatePIN(world.pin("2580"))
      }
    }
    #expect(try await other.status().attemptsLeft == 5)
  }

  /// The exported state with the counter as it stands now, which an export would bring together.
  private static func stateOf(_ world: TokenWorld, _ bytes: [UInt8]) throws -> [UInt8] {
    let counter = try #require(try world.store.activation()).record.counter
    var bytes = bytes
    // `P A flags`, `P version`, then the length of the chain and its 16 B.
    bytes.replaceSubrange(6..<22, with: counter.data)
    return bytes
  }

  @Test func `a state of protocol 2 is taken over and upgraded`() async throws {
    let world = try await UpgradeTests.legacyWorld()
    let record = try #require(try world.store.activation()).record
    let knowledge = try record.knowledge.portable(pin: world.pin("2580").secret)
    let state = try SessionState(
      record, knowledge: knowledge, possessionUnlockKey: Self.possessionKey)
    #expect(state.format == .version3)
    let store = MemoryStore()
    let other = try world.secondToken(on: store)
    _ = try await `import`(state.bytes, other)
    #expect(try store.activation()?.record.generation == .v2(counter: 7))
    #expect(try await other.status().isUpgradePending == false)
    try await other.validatePIN(world.pin("2580"))
    #expect(try store.activation()?.record.generation == .v3)
  }
}
