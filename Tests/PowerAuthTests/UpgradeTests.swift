import PowerAuth
import PowerAuthCrypto
import Testing
import TokenModel

@Suite struct UpgradeTests {
  static func status(
    _ state: ActivationState = .active, current: UInt8 = 2, upgrade: UInt8 = 3,
    counter: SignatureCounter? = nil, transportKey: Secret? = nil
  ) throws -> StatusBlob {
    StatusBlob(
      state: state, currentVersion: current, upgradeVersion: upgrade,
      counterByte: counter?.byte ?? 10, failedAttempts: 0, maxFailedAttempts: 5, lookAhead: 20,
      counterHash: try counter?.hash(transportKey: #require(transportKey))
        ?? [UInt8](repeating: 0, count: 16))
  }

  @Test(arguments: [
    (ActivationGeneration.v3, UInt8(3), UInt8(3), ProtocolUpgrade.Step.none),
    (.v3, 3, 4, .none), (.v2(counter: 5), 2, 2, .none), (.v2(counter: 5), 2, 3, .start),
    (.v2(counter: 5), 2, 4, .start), (.upgrading, 2, 3, .commit), (.upgrading, 3, 3, .finish),
  ])
  func `every pair of generation and server leads to one step`(
    generation: ActivationGeneration, current: UInt8, upgrade: UInt8,
    step: ProtocolUpgrade.Step
  ) throws {
    let server = try Self.status(current: current, upgrade: upgrade)
    #expect(try ProtocolUpgrade.next(generation, server: server) == step)
  }

  @Test(arguments: ActivationState.allCases.filter { $0 != .active })
  func `an activation that is not active is left alone`(state: ActivationState) throws {
    for generation in [ActivationGeneration.v2(counter: 0), .upgrading, .v3] {
      let server = try Self.status(state)
      #expect(try ProtocolUpgrade.next(generation, server: server) == .none)
    }
  }

  @Test(arguments: [(ActivationGeneration.v3, UInt8(2)), (.v2(counter: 1), 3)])
  func `versions that cannot meet are named`(generation: ActivationGeneration, current: UInt8) {
    #expect(throws: ProtocolUpgrade.Fault.versionsDoNotMeet) {
      try ProtocolUpgrade.next(generation, server: Self.status(current: current))
    }
  }

  @Test(arguments: ["", "?", Base64.encode([UInt8](repeating: 1, count: 15))])
  func `an answer without a counter changes nothing`(text: String) throws {
    let answer: UpgradeStartResponse = try WireJSON.decode(
      from: Array(#"{"ctrData":"\#(text)"}"#.utf8))
    var record = try PairedActivation(generation: .v2(counter: 7)).record
    let before = record
    #expect(throws: ProtocolUpgrade.Fault.invalidAnswer) {
      try ProtocolUpgrade.apply(answer, server: Self.status(), to: &record)
    }
    #expect(record == before)
  }

  @Test func `steps out of order are refused`() throws {
    let answer = UpgradeStartResponse(counter: .random())
    var record = try PairedActivation().record
    for generation in [ActivationGeneration.v3, .upgrading] {
      record.generation = generation
      #expect(throws: ProtocolUpgrade.Fault.outOfOrder) {
        try ProtocolUpgrade.apply(answer, server: Self.status(), to: &record)
      }
    }
    for generation in [ActivationGeneration.v3, .v2(counter: 1)] {
      record.generation = generation
      #expect(throws: ProtocolUpgrade.Fault.outOfOrder) { try ProtocolUpgrade.finish(&record) }
    }
  }

  @Test func `a server gives one chain however often it is asked, and commits after it alone`()
    throws
  {
    var server = ServerUpgrade.offered
    #expect(throws: ServerUpgrade.Refused()) { try server.commit() }
    let first = try server.start(legacyCounter: 300)
    #expect(try server.start(legacyCounter: 300) == first)
    #expect(server.currentVersion == 2)
    try server.commit()
    #expect(server.currentVersion == 3)
    #expect(throws: ServerUpgrade.Refused()) { try server.start(legacyCounter: 300) }
    #expect(throws: ServerUpgrade.Refused()) { try server.commit() }
  }

  /// The client may lose its memory of a step, and the server's answer, at any place.
  @Test(arguments: 0..<6)
  func `an upgrade that stops anywhere is finished by the next status`(lost: Int) throws {
    var pair = try PairedActivation(generation: .v2(counter: 700))
    #expect(pair.record.fingerprint.count == 8)
    let legacyFingerprint = pair.record.fingerprint
    var server = ServerUpgrade.offered
    var serverCounter: SignatureCounter?
    var exchanges = 0
    func isLost() -> Bool {
      exchanges += 1
      return exchanges == lost
    }
    for _ in 0..<3 {
      let status = try Self.status(
        current: server.currentVersion,
        counter: serverCounter ?? SignatureCounter(data: pair.record.counter.data, byte: 0xbc),
        transportKey: pair.keys.transport)
      switch try ProtocolUpgrade.next(pair.record.generation, server: status) {
      case .none: break
      case .start:
        let answer = try server.start(legacyCounter: 700)
        if case .started(let counter) = server { serverCounter = serverCounter ?? counter }
        if isLost() { continue }
        try ProtocolUpgrade.apply(answer, server: status, to: &pair.record)
        if isLost() { continue }
        fallthrough
      case .commit:
        let signed = pair.record.counter
        pair.record.counter = signed.stepped()
        if isLost() { continue }
        let distance = try #require(
          (0..<20).first { serverCounter?.stepped(by: $0).data == signed.data })
        serverCounter = serverCounter?.stepped(by: distance + 1)
        try server.commit()
        if isLost() { continue }
        fallthrough
      case .finish: try ProtocolUpgrade.finish(&pair.record)
      }
    }
    #expect(pair.record.generation == .v3)
    #expect(server == .committed)
    #expect(pair.record.counter == serverCounter)
    #expect(pair.record.fingerprint != legacyFingerprint)
    let status = try Self.status(
      current: 3, counter: serverCounter, transportKey: pair.keys.transport)
    #expect(
      try CounterReconciliation.decide(
        local: pair.record.counter, server: status, transportKey: pair.keys.transport)
        == .inSync)
  }

  @Test func `counters of protocol 2 are not compared`() throws {
    let pair = try PairedActivation(generation: .v2(counter: 1))
    let decision = try CounterReconciliation.decide(
      local: pair.record.counter, server: Self.status(), transportKey: pair.keys.transport)
    #expect(decision == .inSync)
  }

  @Test func `an unknown counter byte is taken from a server that is not behind`() throws {
    let pair = try PairedActivation()
    let local = try SignatureCounter(data: pair.record.counter.data)
    for distance in [0, 3, 19] {
      let ahead = try SignatureCounter(data: local.stepped(by: distance).data, byte: 77)
      let server = try Self.status(
        current: 3, counter: ahead, transportKey: pair.keys.transport)
      #expect(
        try CounterReconciliation.adopted(
          local: local, server: server, transportKey: pair.keys.transport) == ahead)
    }
    let behind = try Self.status(
      current: 3, counter: local, transportKey: pair.keys.transport)
    #expect(
      try CounterReconciliation.adopted(
        local: local.stepped(), server: behind, transportKey: pair.keys.transport) == nil)
  }
}
