import PowerAuth
import PowerAuthCrypto
import Testing
import TokenModel

@Suite struct SessionStateRecordTests {
  let possessionKey = SessionState.possessionUnlockKey(from: Array("this machine".utf8))

  func exported(_ pair: PairedActivation, externalKey: Secret? = nil) throws -> SessionState {
    let knowledge = try pair.record.knowledge.portable(
      pin: PairedActivation.pin, externalKey: externalKey)
    return try SessionState(
      pair.record, knowledge: knowledge, possessionUnlockKey: possessionKey)
  }

  @Test(arguments: ProtocolVersion.allCases)
  func `an activation that moves out and in again signs as before`(
    version: ProtocolVersion
  ) throws {
    let externalKey = SecureRandom.secret(16)
    for key in [nil, externalKey] {
      var pair = try PairedActivation(version: version, externalKey: key)
      pair.record.counter = pair.record.counter.stepped(by: 300)
      let state = try SessionState(parsing: exported(pair, externalKey: key).bytes)
      #expect(state.format == .version6)
      let record = try state.record(possessionUnlockKey: possessionKey, version: version)
      var expected = pair.record
      expected.knowledge = record.knowledge
      #expect(record == expected)
      #expect(record.knowledge.hash == .sha1)
      #expect(record.knowledge.iterations == KnowledgeWrap.defaultIterations)
      let keys = try record.factorKeys(pin: PairedActivation.pin, externalKey: key)
      #expect(try pair.accepts(keys, .possessionKnowledge))
      let vault = UnlockedVault(vaultKey: pair.keys.vault, record: record)
      #expect(try vault.deviceKey() == pair.deviceKey)
      #expect(try vault.recovery() == PairedActivation.recovery.codes)
    }
  }

  @Test func `an imported PIN lives on in our own wrap after it was changed`() throws {
    let pair = try PairedActivation()
    let imported = try exported(pair).record(
      possessionUnlockKey: possessionKey, version: .v3_3)
    let newPIN = Secret("2468".utf8)
    let wrap = try imported.knowledge.rewrapped(from: PairedActivation.pin, to: newPIN)
    #expect(wrap.hash == .sha256)
    #expect(wrap.iterations == KnowledgeWrap.defaultIterations)
    #expect(try wrap.unwrap(pin: newPIN) == pair.keys.knowledge)
  }

  @Test(arguments: [
    (ActivationGeneration.v2(counter: 522), SessionState.Format.version3), (.upgrading, .version6),
    (.v3, .version6),
  ])
  func `every generation keeps its place`(
    generation: ActivationGeneration, format: SessionState.Format
  ) throws {
    let pair = try PairedActivation(generation: generation)
    let state = try SessionState(parsing: exported(pair).bytes)
    #expect(state.format == format)
    #expect(state.isUpgradePending == (generation == .upgrading))
    let record = try state.record(possessionUnlockKey: possessionKey, version: .v3_3)
    #expect(record.generation == generation)
    if case .v2 = generation {
      #expect(record.counter.byte == UInt8(522 & 0xff))
    } else {
      #expect(record.counter == pair.record.counter)
    }
  }

  @Test func `biometry stays behind, both ways`() throws {
    var pair = try PairedActivation()
    pair.record.biometry = try pair.vault().biometry(under: BiometryWrap.randomUnlockKey())
    #expect(try exported(pair).keys.biometry == nil)
    let foreign = try SessionState(parsing: HandMadeState.version(.version6))
    #expect(foreign.keys.biometry != nil)
    let record = try foreign.record(possessionUnlockKey: possessionKey, version: .v3_3)
    #expect(record.biometry == nil)
  }

  @Test func `a wrong possession key opens wrong keys, without a sign`() throws {
    let pair = try PairedActivation()
    let record = try exported(pair).record(
      possessionUnlockKey: SecureRandom.secret(16), version: .v3_3)
    #expect(record.possessionKey != pair.keys.possession)
    #expect(record.transportKey != pair.keys.transport)
  }

  @Test(arguments: [0, 15, 17, 32])
  func `a possession key of another length, or of zeros, is refused`(count: Int) throws {
    let state = try exported(PairedActivation())
    for key in [SecureRandom.secret(count), Secret([UInt8](repeating: 0, count: 16))] {
      #expect(throws: PortableStateFault.damagedKeys) {
        try state.record(possessionUnlockKey: key, version: .v3_3)
      }
    }
  }

  @Test func `our own knowledge wrap is not written into a state`() throws {
    let pair = try PairedActivation()
    #expect(!pair.record.knowledge.isPortable)
    #expect(throws: SessionState.ForeignKnowledgeWrap()) {
      try SessionState(
        pair.record, knowledge: pair.record.knowledge, possessionUnlockKey: possessionKey)
    }
  }

  @Test func `recovery data in the form of our first version stays behind`() throws {
    var pair = try PairedActivation()
    pair.record.wrappedRecovery = SecureRandom.bytes(80)
    #expect(try exported(pair).wrappedRecovery == nil)
  }

  @Test func `the possession key of the reference client is half a digest`() {
    let digest = SHA256.hash(Array("device".utf8))
    let key = SessionState.possessionUnlockKey(from: Array("device".utf8))
    #expect(key == Secret(digest.prefix(16)))
  }
}

/// States from the reference client's own tests: one activation, as three of its versions wrote it.
@Suite struct ReferenceStateVectors {
  static let states: [(format: SessionState.Format, text: String)] = [
    (
      .version3,
      "UEECUDMAAAAAAAACChtGVUxMLUJVVC1GQUtFLUFDVElWQVRJT04tSUQAACcQEFxD134A7jgrfXqjmzRS"
        + "NEoQ+WilNdYscLQ/pbrYJqh9bhDqVVY8lLy2ZvMAtpwZwGrtEGAsKs9Rh8mZL1u+aQ3kdsgQKe2HE5aM"
        + "UP+3mc0Zgzo1XSEC+N8Q8lTW59BH/5x6H+eahxi9n7A4ajzLgtaC3tTJhD8AMA3jUBawHBE2zowK9ThJ"
        + "L4kCPJPfzZVEcZhh6v1+IrQybj5WeD2HhFLwEJr1nHvmSQAAAAA="
    ),
    (
      .version4,
      "UEECUDQQcXKzF7KLEfVzcb6F7dQ2jhtGVUxMLUJVVC1GQUtFLUFDVElWQVRJT04tSUQAACcQEFxD134A"
        + "7jgrfXqjmzRSNEoQ+WilNdYscLQ/pbrYJqh9bhDqVVY8lLy2ZvMAtpwZwGrtEGAsKs9Rh8mZL1u+aQ3k"
        + "dsgQKe2HE5aMUP+3mc0Zgzo1XSEC+N8Q8lTW59BH/5x6H+eahxi9n7A4ajzLgtaC3tTJhD8AMA3jUBaw"
        + "HBE2zowK9ThJL4kCPJPfzZVEcZhh6v1+IrQybj5WeD2HhFLwEJr1nHvmSQAAAAA="
    ),
    (
      .version5,
      "UEECUDUQcXKzF7KLEfVzcb6F7dQ2jhtGVUxMLUJVVC1GQUtFLUFDVElWQVRJT04tSUQAACcQEFxD134A"
        + "7jgrfXqjmzRSNEoQ+WilNdYscLQ/pbrYJqh9bhDqVVY8lLy2ZvMAtpwZwGrtEGAsKs9Rh8mZL1u+aQ3k"
        + "dsgQKe2HE5aMUP+3mc0Zgzo1XSEC+N8Q8lTW59BH/5x6H+eahxi9n7A4ajzLgtaC3tTJhD8AMA3jUBaw"
        + "HBE2zowK9ThJL4kCPJPfzZVEcZhh6v1+IrQybj5WeD2HhFLwEJr1nHvmSQAAAAAA"
    ),
  ]

  @Test(arguments: states)
  func `a state of the reference client is read and written again`(
    format: SessionState.Format, text: String
  ) throws {
    let bytes = try #require(Base64.decode(text))
    let state = try SessionState(parsing: bytes)
    #expect(state.format == format)
    #expect(state.activationID == "FULL-BUT-FAKE-ACTIVATION-ID")
    #expect(!state.isUpgradePending)
    #expect(state.wrappedRecovery == nil)
    #expect(state.keys.biometry != nil)
    if format == .version3 {
      #expect(state.counter == .number(522))
      #expect(state.bytes == bytes + [0, 0])
    } else {
      #expect(state.bytes == bytes)
    }
  }

  /// Early clients lost the device's public key, without which there is no fingerprint.
  @Test(arguments: states)
  func `a state without the device's key makes no activation`(
    format: SessionState.Format, text: String
  ) throws {
    let state = try SessionState(parsing: #require(Base64.decode(text)))
    #expect(state.devicePublicKey == nil)
    #expect(throws: PortableStateFault.damagedKeys) {
      try state.record(possessionUnlockKey: SecureRandom.secret(16), version: .v3_3)
    }
  }
}
