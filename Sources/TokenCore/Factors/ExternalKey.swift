import PowerAuth
import TokenModel

extension Token {
  /// Gives the external key that locks PIN and biometry once more; nil forgets it.
  ///
  /// 16 B, kept in memory only. Throws `externalKey` for another length, and `notInUse` when an
  /// activation is here that uses none.
  public func useExternalKey(_ key: Secret?) throws(TokenFailure) {
    if let key {
      try Self.check(key)
      let activation = try stored { () throws(StorageFault) in try store.activation() }
      guard activation?.record.usesExternalKey != false else { throw .externalKey(.notInUse) }
    }
    externalKey = key
  }

  /// Locks the keys of PIN and biometry once more, under a key of 16 B that the application keeps.
  public func addExternalKey(_ key: Secret) async throws(TokenFailure) {
    try Self.check(key)
    try await alone { (token) async throws(TokenFailure) in
      let activation = try token.requireActivation()
      guard !activation.record.usesExternalKey else { throw .externalKey(.alreadyInUse) }
      try token.relock(activation, isExternal: true) { try ExternalLock.close($0, key) }
      token.externalKey = key
    }
  }

  /// Takes the external lock off again; the key must have been given.
  ///
  /// A wrong key is not noticed, as with a wrong PIN: then adding that same key again is the way back.
  public func removeExternalKey() async throws(TokenFailure) {
    try await alone { (token) async throws(TokenFailure) in
      let activation = try token.requireActivation()
      guard activation.record.usesExternalKey else { throw .externalKey(.notInUse) }
      guard let key = token.externalKey else { throw .externalKey(.required) }
      try token.relock(activation, isExternal: false) { try ExternalLock.open($0, key) }
      token.externalKey = nil
    }
  }

  /// The key that opens this record's locks; nil where none is used. Throws `required`.
  func usedExternalKey(_ record: ActivationRecord) throws(TokenFailure) -> Secret? {
    guard record.usesExternalKey else { return nil }
    guard let externalKey else { throw .externalKey(.required) }
    return externalKey
  }

  private static func check(_ key: Secret) throws(TokenFailure) {
    guard key.count == FactorKeyWrap.size else { throw .externalKey(.wrongLength(key.count)) }
  }

  private func relock(
    _ activation: StoredActivation, isExternal: Bool, _ turn: ([UInt8]) throws -> [UInt8]
  ) throws(TokenFailure) {
    let old = activation.record.knowledge
    let knowledge: KnowledgeWrap
    let biometry: BiometryWrap?
    do {
      knowledge = KnowledgeWrap(
        wrappedKey: try turn(old.wrappedKey), salt: old.salt, iterations: old.iterations,
        hash: old.hash)
      biometry = try activation.record.biometry.map {
        BiometryWrap(wrappedKey: try turn($0.wrappedKey))
      }
    } catch {
      throw damagedKey
    }
    try change(activation.id) {
      $0.record.knowledge = knowledge
      $0.record.biometry = biometry
      $0.record.usesExternalKey = isExternal
    }
  }
}
