import PowerAuth
import PowerAuthCrypto
import Testing
import TokenModel

@Suite struct ExternalKeyTests {
  let key = SecureRandom.secret(16)
  let unlockKey = BiometryWrap.randomUnlockKey()

  /// An activation with PIN and biometry that has lived without an external key.
  func pair(externalKey: Secret? = nil) throws -> PairedActivation {
    var pair = try PairedActivation(externalKey: externalKey)
    pair.record.biometry = try pair.vault().biometry(under: unlockKey, externalKey: externalKey)
    return pair
  }

  func keys(_ record: ActivationRecord, _ externalKey: Secret?) throws -> FactorKeys {
    try record.factorKeys(
      pin: PairedActivation.pin, biometryUnlockKey: unlockKey, externalKey: externalKey)
  }

  @Test func `the key is a second layer outside of the first, on two keys alone`() throws {
    let before = try pair().record
    var after = before
    try ExternalKeyWrap.add(key, to: &after)
    #expect(after.usesExternalKey)
    let layer = try AESCBC.encrypt(before.knowledge.wrappedKey, key: key, padding: .none)
    #expect(after.knowledge.wrappedKey == layer)
    #expect(after.knowledge.salt == before.knowledge.salt)
    #expect(after.biometry?.wrappedKey != before.biometry?.wrappedKey)
    #expect(after.possessionKey == before.possessionKey)
    #expect(after.transportKey == before.transportKey)
    try ExternalKeyWrap.remove(key, from: &after)
    #expect(after == before)
  }

  @Test func `what was added to an activation and what it was made with are the same`() throws {
    var added = try pair()
    try ExternalKeyWrap.add(key, to: &added.record)
    for pair in [added, try pair(externalKey: key)] {
      #expect(try pair.accepts(keys(pair.record, key), .possessionKnowledgeBiometry))
      #expect(try pair.accepts(pair.record.factorKeys(), .possession))
    }
  }

  @Test func `where it cannot be told, another key gives other keys and no failure`() throws {
    var pair = try pair(externalKey: key)
    pair.record.externalKeyCheck = nil
    let other = try keys(pair.record, SecureRandom.secret(16))
    #expect(try !pair.accepts(other, .possessionKnowledge))
    #expect(try !pair.accepts(other, .possessionBiometry))
  }

  @Test func `another key takes no lock off`() throws {
    var record = try pair().record
    try ExternalKeyWrap.add(key, to: &record)
    let before = record
    #expect(throws: ExternalKeyFault.wrongKey) { try keys(record, SecureRandom.secret(16)) }
    #expect(throws: ExternalKeyFault.wrongKey) {
      try ExternalKeyWrap.remove(SecureRandom.secret(16), from: &record)
    }
    #expect(record == before)
  }

  @Test func `a new PIN keeps the outer layer`() throws {
    var pair = try pair(externalKey: key)
    let newPIN = Secret("56789".utf8)
    pair.record.knowledge = try pair.record.knowledge.rewrapped(
      from: PairedActivation.pin, to: newPIN, iterations: 10_000, externalKey: key)
    let keys = try pair.record.factorKeys(pin: newPIN, externalKey: key)
    #expect(try pair.accepts(keys, .possessionKnowledge))
  }

  @Test func `a missing, foreign or wrong key is refused by name`() throws {
    let without = try pair().record
    let with = try pair(externalKey: key).record
    #expect(throws: ExternalKeyFault.required) { try keys(with, nil) }
    #expect(throws: ExternalKeyFault.notInUse) { try keys(without, key) }
    #expect(throws: ExternalKeyFault.wrongLength(15)) {
      try keys(with, SecureRandom.secret(15))
    }
    #expect(throws: ExternalKeyFault.required) {
      try pair(externalKey: key).vault().biometry(under: unlockKey)
    }
  }

  @Test func `adding and removing out of order changes nothing`() throws {
    var without = try pair().record
    var with = try pair(externalKey: key).record
    let before = (without, with)
    #expect(throws: ExternalKeyFault.alreadyInUse) { try ExternalKeyWrap.add(key, to: &with) }
    #expect(throws: ExternalKeyFault.wrongLength(17)) {
      try ExternalKeyWrap.add(SecureRandom.secret(17), to: &without)
    }
    #expect(throws: ExternalKeyFault.notInUse) {
      try ExternalKeyWrap.remove(key, from: &without)
    }
    #expect(throws: ExternalKeyFault.required) { try ExternalKeyWrap.remove(nil, from: &with) }
    #expect(throws: ExternalKeyFault.wrongLength(0)) {
      try ExternalKeyWrap.remove(SecureRandom.secret(0), from: &with)
    }
    #expect((without, with) == before)
  }
}
