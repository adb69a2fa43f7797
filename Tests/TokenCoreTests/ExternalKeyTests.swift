import PowerAuth
import TestSupport
import Testing
import TokenCore
import TokenModel

@Suite struct ExternalKeyTests {
  let store = MemoryStore()
  static let key = Secret(Array(100..<116))

  private func world(_ version: ProtocolVersion = .v3_3) async throws -> TokenWorld {
    let world = try TokenWorld(version: version, store: store, biometry: [MemoryBiometry()])
    try await world.activate()
    return world
  }

  @Test(arguments: ProtocolVersion.allCases)
  func `a key that was added is wanted for PIN and biometry and comes off again`(
    version: ProtocolVersion
  ) async throws {
    let world = try await world(version)
    try await world.token.addBiometry(pin: world.rightPIN)
    let before = try #require(try store.activation()?.record)
    try await world.token.addExternalKey(Self.key)
    #expect(try await world.token.localActivation()?.usesExternalKey == true)
    #expect(await world.approves("op-1", with: .pin(try world.rightPIN)))
    #expect(await world.approves("op-2", with: .biometry))
    let other = try world.secondToken()
    let counters = store.calls.count { $0 == .moveCounter }
    await #expect(throws: TokenFailure.externalKey(.required)) {
      try await other.validatePIN(world.rightPIN)
    }
    #expect(store.calls.count { $0 == .moveCounter } == counters)
    try await world.secondToken(externalKey: Self.key).validatePIN(world.rightPIN)
    try await world.token.removeExternalKey()
    let after = try #require(try store.activation()?.record)
    #expect(after.knowledge == before.knowledge)
    #expect(after.biometry == before.biometry)
    #expect(await world.approves("op-3", with: .biometry))
    try await world.secondToken().validatePIN(world.rightPIN)
  }

  @Test func `possession alone needs no external key`() async throws {
    let world = try await world()
    try await world.token.addExternalKey(Self.key)
    #expect(try await world.secondToken().operations().operations.isEmpty)
  }

  @Test func `a wrong key is told before an attempt is spent or a lock ruined`() async throws {
    let world = try await world()
    try await world.token.addExternalKey(Self.key)
    let before = try store.activation()
    let other = try world.secondToken(externalKey: Secret(Array(1...16)))
    await #expect(throws: TokenFailure.externalKey(.wrongKey)) {
      try await other.validatePIN(world.rightPIN)
    }
    await #expect(throws: TokenFailure.externalKey(.wrongKey)) {
      try await other.removeExternalKey()
    }
    #expect(try store.activation() == before)
    #expect(try await world.token.status().attemptsLeft == 5)
  }

  @Test func `PIN and biometry can be set anew under the external key`() async throws {
    let world = try await world()
    try await world.token.addExternalKey(Self.key)
    try await world.token.changePIN(from: world.rightPIN, to: world.pin("135792"))
    try await world.token.addBiometry(pin: world.pin("135792"))
    #expect(await world.approves("op-1", with: .biometry))
    try await world.token.removeExternalKey()
    try await world.token.validatePIN(world.pin("135792"))
    #expect(await world.approves("op-2", with: .biometry))
  }

  @Test func `an activation made with an external key uses it from the start`() async throws {
    let world = try TokenWorld(store: store, externalKey: Self.key)
    try await world.activate()
    #expect(try store.activation()?.record.usesExternalKey == true)
    try await world.token.validatePIN(world.rightPIN)
    await #expect(throws: TokenFailure.externalKey(.required)) {
      try await world.secondToken().validatePIN(world.rightPIN)
    }
  }

  @Test(arguments: [0, 15, 17, 32])
  func `a key of another length is refused`(count: Int) async throws {
    let world = try await world()
    let key = Secret([UInt8](repeating: 7, count: count))
    await #expect(throws: TokenFailure.externalKey(.wrongLength(count))) {
      try await world.token.addExternalKey(key)
    }
    try await world.token.addExternalKey(Self.key)
    await #expect(throws: TokenFailure.externalKey(.wrongLength(count))) {
      try await world.secondToken(externalKey: key).validatePIN(world.rightPIN)
    }
    try await world.token.validatePIN(world.rightPIN)
  }

  @Test func `what does not fit the activation is refused and changes nothing`() async throws {
    let world = try await world()
    let before = try store.activation()
    await #expect(throws: TokenFailure.externalKey(.notInUse)) {
      try await world.secondToken(externalKey: Self.key).validatePIN(world.rightPIN)
    }
    await #expect(throws: TokenFailure.externalKey(.notInUse)) {
      try await world.token.removeExternalKey()
    }
    #expect(try store.activation()?.record.knowledge == before?.record.knowledge)
    try await world.token.addExternalKey(Self.key)
    await #expect(throws: TokenFailure.externalKey(.alreadyInUse)) {
      try await world.token.addExternalKey(Self.key)
    }
    await #expect(throws: TokenFailure.externalKey(.required)) {
      try await world.secondToken().removeExternalKey()
    }
  }

  @Test func `a key that cannot be read stops only what needs it, and says why`() async throws {
    let world = try await world()
    try await world.token.addExternalKey(Self.key)
    let reason = TokenFailure.externalKey(.wrongLength(3))
    let other = try world.secondToken(missing: reason)
    await #expect(throws: reason) { try await other.validatePIN(world.rightPIN) }
    await #expect(throws: reason) { try await other.removeExternalKey() }
    #expect(try await other.status().attemptsLeft == 5)
    try await other.removeLocally()
    #expect(try store.activation() == nil)
  }

  @Test func `a key that comes while the PIN is changed ruins no lock`() async throws {
    let world = try await world()
    async let change: Void = world.token.changePIN(from: world.rightPIN, to: world.pin("135792"))
    async let lock: Void = world.token.addExternalKey(Self.key)
    _ = try await (change, lock)
    try await world.secondToken(externalKey: Self.key).validatePIN(world.pin("135792"))
  }

  @Test func `a lock that cannot be saved leaves everything as it was`() async throws {
    let world = try await world()
    store.fail(.update, with: .full(path: "/state"))
    await #expect(throws: TokenFailure.storage(.full(path: "/state"))) {
      try await world.token.addExternalKey(Self.key)
    }
    store.fail(.update, with: nil)
    try await world.token.validatePIN(world.rightPIN)
    try await world.token.addExternalKey(Self.key)
    store.fail(.update, with: .full(path: "/state"))
    await #expect(throws: TokenFailure.storage(.full(path: "/state"))) {
      try await world.token.removeExternalKey()
    }
    store.fail(.update, with: nil)
    try await world.token.validatePIN(world.rightPIN)
  }
}
