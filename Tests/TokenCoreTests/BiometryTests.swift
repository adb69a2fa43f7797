import PowerAuth
import TestSupport
import Testing
import TokenCore
import TokenModel

@Suite struct BiometryTests {
  static let authorize = "/api/auth/token/app/operation/authorize"
  static let both = ["possession_knowledge", "possession_biometry"]

  let store = MemoryStore()
  let reader = MemoryBiometry()

  private func world(_ version: ProtocolVersion = .v3_3) async throws -> TokenWorld {
    let world = try TokenWorld(version: version, store: store, biometry: [reader])
    try await world.activate()
    return world
  }

  private func enabledWorld(_ version: ProtocolVersion = .v3_3) async throws -> TokenWorld {
    let world = try await world(version)
    try await world.token.addBiometry(pin: world.rightPIN)
    return world
  }

  @Test(arguments: ProtocolVersion.allCases)
  func `biometry added with the PIN approves and removes in its place`(
    version: ProtocolVersion
  ) async throws {
    let world = try await enabledWorld(version)
    #expect(await world.server.vault.reasons == ["ADD_BIOMETRY"])
    #expect(reader.keys["activation-0"]?.count == 16)
    let payment = try await world.offeredPayment(variants: Self.both)
    try await world.token.approve(payment, with: .biometry)
    #expect(await world.server.decisions == ["authorize op-1"])
    #expect(try await world.signature(of: Self.authorize)?.factors == .possessionBiometry)
    try await world.token.remove(with: .biometry)
    #expect(try await world.token.localActivation() == nil)
    #expect(reader.keys.isEmpty)
  }

  @Test func `the state names what is enabled and why others are not to be had`() async throws {
    let desktop = MemoryBiometry(name: "desktop")
    desktop.fail(.availability, with: .unavailable(provider: "desktop", reason: "no keyring"))
    let world = try TokenWorld(biometry: [reader, desktop])
    let providers = [
      BiometryState.Provider(name: "fingerprint"),
      BiometryState.Provider(
        name: "desktop", obstacle: .unavailable(provider: "desktop", reason: "no keyring")),
    ]
    #expect(try await world.token.biometry() == BiometryState(enabled: nil, providers: providers))
    try await world.activate()
    try await world.token.addBiometry(pin: world.rightPIN)
    #expect(
      try await world.token.biometry()
        == BiometryState(enabled: "fingerprint", providers: providers))
  }

  @Test func `without a name the best provider that can be used is taken`() async throws {
    let desktop = MemoryBiometry(name: "desktop")
    reader.fail(.availability, with: .unavailable(provider: "fingerprint", reason: "no reader"))
    let world = try TokenWorld(biometry: [reader, desktop])
    try await world.activate()
    try await world.token.addBiometry(pin: world.rightPIN)
    #expect(try await world.token.biometry().enabled == "desktop")
    #expect(reader.keys.isEmpty)
  }

  @Test func `a finger of somebody else costs an attempt and the fifth blocks`() async throws {
    let world = try await enabledWorld()
    reader.fail(.unlock, with: .notRecognized)
    for left in [4, 3, 2, 1] {
      let payment = try await world.offeredPayment(id: "op-\(left)", variants: Self.both)
      let before = store.calls.count { $0 == .moveCounter }
      await #expect(throws: TokenFailure.biometryRefused(attemptsLeft: left)) {
        try await world.token.approve(payment, with: .biometry)
      }
      #expect(store.calls.count { $0 == .moveCounter } - before == 1)
    }
    let payment = try await world.offeredPayment(id: "last", variants: Self.both)
    await #expect(throws: TokenFailure.blocked) {
      try await world.token.approve(payment, with: .biometry)
    }
  }

  @Test func `a recognised finger gives all attempts back`() async throws {
    let world = try await enabledWorld()
    reader.fail(.unlock, with: .notRecognized)
    #expect(await world.approves("op-1", with: .biometry) == false)
    reader.fail(.unlock, with: nil)
    #expect(await world.approves("op-2", with: .biometry))
    #expect(try await world.token.status().attemptsLeft == 5)
  }

  @Test(arguments: [
    BiometryFault.canceled, .unavailable(provider: "fingerprint", reason: "unplugged"),
    .keyLost(provider: "fingerprint"),
  ])
  func `a cancel or a reader that is gone computes nothing`(fault: BiometryFault) async throws {
    let world = try await enabledWorld()
    let payment = try await world.offeredPayment(variants: Self.both)
    let counters = store.calls.count { $0 == .moveCounter }
    let received = await world.server.received.count
    reader.fail(.unlock, with: fault)
    await #expect(throws: TokenFailure.biometry(fault)) {
      try await world.token.approve(payment, with: .biometry)
    }
    #expect(store.calls.count { $0 == .moveCounter } == counters)
    #expect(await world.server.received.count == received)
  }

  @Test(arguments: [[], [1, 2, 3], [UInt8](repeating: 0, count: 16)] as [[UInt8]])
  func `a key that a keyring cannot have got from us is lost`(key: [UInt8]) async throws {
    let world = try await enabledWorld()
    let payment = try await world.offeredPayment(variants: Self.both)
    let counters = store.calls.count { $0 == .moveCounter }
    reader.tamper { $0["activation-0"] = Secret(key) }
    await #expect(throws: TokenFailure.biometry(.keyLost(provider: "fingerprint"))) {
      try await world.token.approve(payment, with: .biometry)
    }
    #expect(store.calls.count { $0 == .moveCounter } == counters)
  }

  @Test func `a configuration without the provider leaves only the PIN`() async throws {
    let world = try await enabledWorld()
    let payment = try await world.offeredPayment(variants: Self.both)
    let bare = Token(
      profile: world.token.profile, ports: TokenPorts(transport: world.server, store: store),
      logger: TokenWorld.silence)
    await #expect(
      throws: TokenFailure.biometry(
        .unavailable(provider: "fingerprint", reason: "not offered here"))
    ) { try await bare.approve(payment, with: .biometry) }
  }

  @Test func `an operation that wants the PIN takes no biometry and one that wants it no PIN`()
    async throws
  {
    let world = try await enabledWorld()
    let pinOnly = try await world.offeredPayment(
      id: "op-1", variants: ["possession_knowledge"])
    let counters = store.calls.count { $0 == .moveCounter }
    await #expect(
      throws: TokenFailure.approvalClosed(.noUsableFactors(variants: ["possession_knowledge"]))
    ) { try await world.token.approve(pinOnly, with: .biometry) }
    let fingerOnly = try await world.offeredPayment(id: "op-2", variants: ["possession_biometry"])
    await #expect(
      throws: TokenFailure.approvalClosed(.noUsableFactors(variants: ["possession_biometry"]))
    ) { try await world.token.approve(fingerOnly, with: .pin(world.rightPIN)) }
    #expect(store.calls.count { $0 == .moveCounter } == counters)
    try await world.token.approve(fingerOnly, with: .biometry)
    #expect(await world.server.decisions == ["authorize op-2"])
  }

  @Test func `without biometry nothing is asked of a reader and nothing is signed`() async throws {
    let world = try await world()
    let payment = try await world.offeredPayment(variants: Self.both)
    await #expect(throws: TokenFailure.biometry(.notSetUp)) {
      try await world.token.approve(payment, with: .biometry)
    }
    await #expect(throws: TokenFailure.biometry(.notSetUp)) {
      try await world.token.remove(with: .biometry)
    }
    #expect(reader.calls.isEmpty)
  }
}

@Suite struct BiometrySetupTests {
  let store = MemoryStore()
  let reader = MemoryBiometry()

  private func world() async throws -> TokenWorld {
    let world = try TokenWorld(store: store, biometry: [reader], sleepMovesTime: false)
    try await world.activate()
    return world
  }

  /// Neither here nor there is anything left of a setup that failed.
  private func expectNothing() throws {
    let activation = try #require(try store.activation())
    #expect(activation.record.biometry == nil)
    #expect(activation.biometryProvider == nil)
    #expect(reader.keys.isEmpty)
  }

  @Test func `a wrong PIN costs an attempt and sets nothing up`() async throws {
    let world = try await world()
    await #expect(throws: TokenFailure.wrongPIN(attemptsLeft: 4)) {
      try await world.token.addBiometry(pin: world.wrongPIN)
    }
    try expectNothing()
    #expect(!reader.calls.contains(.store))
    try await world.token.addBiometry(pin: world.rightPIN)
    #expect(await world.approves("op-1", with: .biometry))
  }

  @Test func `a second setup is refused before anything is asked`() async throws {
    let world = try await world()
    try await world.token.addBiometry(pin: world.rightPIN)
    let received = await world.server.received.count
    await #expect(throws: TokenFailure.biometry(.alreadySetUp)) {
      try await world.token.addBiometry(pin: world.rightPIN)
    }
    #expect(await world.server.received.count == received)
    #expect(await world.approves("op-1", with: .biometry))
  }

  @Test func `an unknown provider is refused before anything is asked`() async throws {
    let world = try await world()
    await #expect(
      throws: TokenFailure.biometry(.unavailable(provider: "iris", reason: "not offered here"))
    ) { try await world.token.addBiometry(pin: world.rightPIN, provider: "iris") }
    #expect(await world.server.vault.reasons.isEmpty)
  }

  @Test func `a record that cannot be saved takes the key back from the provider`() async throws {
    let world = try await world()
    store.fail(.update, with: .full(path: "/state"))
    await #expect(throws: TokenFailure.storage(.full(path: "/state"))) {
      try await world.token.addBiometry(pin: world.rightPIN)
    }
    try expectNothing()
    #expect(reader.calls.suffix(2) == [.store, .remove])
  }

  @Test func `a provider that cannot keep the key leaves the record as it was`() async throws {
    let world = try await world()
    reader.fail(.store, with: .canceled)
    await #expect(throws: TokenFailure.biometry(.canceled)) {
      try await world.token.addBiometry(pin: world.rightPIN)
    }
    try expectNothing()
  }

  @Test(arguments: ProtocolVersion.allCases)
  func `a vault key that does not fit sets nothing up`(version: ProtocolVersion) async throws {
    let world = try TokenWorld(version: version, store: store, biometry: [reader])
    try await world.activate()
    await world.server.changeVault { $0.foreignKey = Secret(Array(1...16)) }
    await #expect(throws: TokenFailure.biometry(.keyMismatch)) {
      try await world.token.addBiometry(pin: world.rightPIN)
    }
    try expectNothing()
    #expect(try await world.token.status().attemptsLeft == 5)
  }

  @Test func `two processes that set up at once leave one key that works`() async throws {
    let world = try await world()
    let second = try world.secondToken()
    let pin = try world.rightPIN
    async let one: Void? = try? world.token.addBiometry(pin: pin)
    async let two: Void? = try? second.addBiometry(pin: pin)
    let done = await [one != nil, two != nil]
    #expect(done.count { $0 } == 1)
    #expect(reader.keys.count == 1)
    #expect(await world.approves("op-1", with: .biometry))
  }

  @Test func `removing is local and may be repeated`() async throws {
    let world = try await world()
    try await world.token.addBiometry(pin: world.rightPIN)
    let received = await world.server.received.count
    try await world.token.removeBiometry()
    try await world.token.removeBiometry()
    #expect(await world.server.received.count == received)
    try expectNothing()
    #expect(await world.approves("op-1", with: .biometry) == false)
    #expect(await world.approves("op-2", with: .pin(try world.rightPIN)))
    try await world.token.addBiometry(pin: world.rightPIN)
    #expect(await world.approves("op-3", with: .biometry))
  }

  @Test func `an activation that cannot be opened is removed with the key at its provider`()
    async throws
  {
    let world = try await world()
    try await world.token.addBiometry(pin: world.rightPIN)
    store.fail(.activation, with: .damaged(path: "/state", reason: "test"))
    try await world.token.removeLocally()
    #expect(reader.keys.isEmpty)
    store.fail(.activation, with: nil)
    #expect(try store.activation() == nil)
  }

  @Test func `a provider that does not forget stops no removal`() async throws {
    let world = try await world()
    try await world.token.addBiometry(pin: world.rightPIN)
    reader.fail(.remove, with: .unavailable(provider: "fingerprint", reason: "locked"))
    try await world.token.removeBiometry()
    #expect(try store.activation()?.record.biometry == nil)
    try await world.token.removeLocally()
    #expect(try store.activation() == nil)
  }
}
