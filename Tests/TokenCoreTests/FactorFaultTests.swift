import PowerAuth
import Synchronization
import TestSupport
import Testing
import TokenCore
import TokenModel

/// Whatever the person may do with factors, vault and recovery.
enum FactorUse: String, CaseIterable, CustomTestStringConvertible {
  case changePIN, addBiometry, removeBiometry, addExternalKey, removeExternalKey
  case encryptionKey, recoveryCodes, confirmRecovery, authorization

  var testDescription: String { rawValue }

  /// What the token must have been given.
  var neededKey: Secret? { self == .removeExternalKey ? ExternalKeyTests.key : nil }

  func run(on token: Token, _ world: TokenWorld) async throws {
    let factor = SecondFactor.pin(try world.rightPIN)
    switch self {
    case .changePIN: try await token.changePIN(from: world.rightPIN, to: world.pin("135792"))
    case .addBiometry: try await token.addBiometry(pin: world.rightPIN)
    case .removeBiometry: try await token.removeBiometry()
    case .addExternalKey: try await token.addExternalKey(ExternalKeyTests.key)
    case .removeExternalKey: try await token.removeExternalKey()
    case .encryptionKey: _ = try await token.encryptionKey(index: 1, with: factor)
    case .recoveryCodes: _ = try await token.recoveryCodes(with: factor)
    case .confirmRecovery:
      _ = try await token.confirmRecovery(
        code: ActivationCode(RecoveryTests.code), with: factor)
    case .authorization:
      _ = try await token.authorization(
        method: "POST", uriID: "/mobile/login", body: [], factors: .possessionKnowledge,
        with: factor)
    }
  }
}

/// A fault at step N of each use, for every N: nothing is half stored and everything goes on working.
@Suite struct FactorFaultTests {
  private struct Bench {
    let store = MemoryStore()
    let reader = MemoryBiometry()
    let world: TokenWorld
    private let start: StoredActivation
    private let startKeys: [String: Secret]

    init(for use: FactorUse) async throws {
      world = try TokenWorld(store: store, biometry: [reader])
      await world.server.configure {
        $0.newRecovery = ActivationRecovery(recoveryCode: RecoveryTests.code, puk: "1234567890")
      }
      try await world.activate()
      if use != .addBiometry { try await world.token.addBiometry(pin: world.rightPIN) }
      if use == .removeExternalKey { try await world.token.addExternalKey(ExternalKeyTests.key) }
      start = try #require(try store.activation())
      startKeys = reader.keys
    }

    /// Everything but the counters as it was at the start.
    func rewind() throws {
      let (start, startKeys) = (start, startKeys)
      _ = try store.update(start.id) {
        $0.record.knowledge = start.record.knowledge
        $0.record.biometry = start.record.biometry
        $0.record.usesExternalKey = start.record.usesExternalKey
        $0.biometryProvider = start.biometryProvider
      }
      reader.tamper { $0 = startKeys }
    }

    /// A process of its own finds a state that is whole, and can go on with every factor.
    func expectWhole(_ use: FactorUse, _ step: Int) async throws {
      let label: Comment = "\(use) at step \(step)"
      let activation = try #require(try store.activation())
      let isSetUp = activation.record.biometry != nil
      #expect((activation.biometryProvider != nil) == isSetUp, label)
      let token = try world.secondToken(
        externalKey: activation.record.usesExternalKey ? ExternalKeyTests.key : nil)
      if isSetUp {
        let header = try await token.authorization(
          method: "POST", uriID: "/x", body: [], factors: .possessionBiometry, with: .biometry)
        let isAccepted = try await world.server.accepts(
          header.value, method: "POST", uriID: "/x", body: [])
        #expect(isAccepted, label)
      }
      let old: Void? = try? await token.validatePIN(world.rightPIN)
      if old == nil { try await token.validatePIN(world.pin("135792")) }
      #expect(old != nil || use == .changePIN, label)
      let status = try await token.status()
      #expect(!status.isDeadlocked && status.attemptsLeft == 5, label)
    }
  }

  static let networkFaults: [(name: String, fault: ReferenceServer.Fault)] = [
    ("unreachable", .unreachable), ("lost answer", .lostAnswer),
    ("wrong shape", .replaced(FaultTests.json(200, "{}"))),
  ]

  @Test(arguments: FactorUse.allCases, networkFaults.indices)
  func `after a network fault at any step everything goes on working`(
    use: FactorUse, kind: Int
  ) async throws {
    let fault = Self.networkFaults[kind].fault
    let bench = try await Bench(for: use)
    for step in 0..<20 {
      try bench.rewind()
      let token = try bench.world.secondToken(externalKey: use.neededKey)
      let isMet = Mutex(false)
      await bench.world.server.breaking { number, _ in
        guard number == step else { return nil }
        isMet.withLock { $0 = true }
        return fault
      }
      _ = try? await use.run(on: token, bench.world)
      await bench.world.server.breaking(nil)
      try await bench.expectWhole(use, step)
      guard isMet.withLock({ $0 }) else { return }
    }
    Issue.record("no step was free of the fault")
  }

  @Test(arguments: FactorUse.allCases, [1, 100_000])
  func `after a store that fails at any call everything goes on working`(
    use: FactorUse, length: Int
  ) async throws {
    let bench = try await Bench(for: use)
    for step in 0..<60 {
      try bench.rewind()
      let token = try bench.world.secondToken(externalKey: use.neededKey)
      bench.store.fail(step..<step + length)
      let isThrough = (try? await use.run(on: token, bench.world)) != nil
      bench.store.fail(0..<0)
      // A crash leaves no process behind that could hold the lock.
      bench.store.lockFromOutside(false)
      try await bench.expectWhole(use, step)
      if isThrough { return }
    }
    Issue.record("no step was free of the fault")
  }

  @Test(arguments: MemoryBiometry.Call.allCases)
  func `a provider that fails while it is set up leaves nothing behind`(
    call: MemoryBiometry.Call
  ) async throws {
    let bench = try await Bench(for: .addBiometry)
    bench.reader.fail(call, with: .unavailable(provider: "fingerprint", reason: "unplugged"))
    let isThrough: Void? = try? await bench.world.token.addBiometry(pin: bench.world.rightPIN)
    bench.reader.fail(call, with: nil)
    #expect((isThrough != nil) == (call == .unlock || call == .remove))
    #expect(bench.reader.keys.isEmpty == (isThrough == nil))
    try await bench.expectWhole(.addBiometry, 0)
  }
}
