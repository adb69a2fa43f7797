import PowerAuth
import TokenModel

extension Token {
  /// Locks the keys of PIN and biometry once more, under a key of 16 B that the application keeps.
  public func addExternalKey(_ key: Secret) async throws(TokenFailure) {
    try await alone { (token) async throws(TokenFailure) in
      try token.relock { try ExternalKeyWrap.add(key, to: &$0) }
      token.externalKey = key
    }
  }

  /// Takes the external lock off again; the key must have been given.
  ///
  /// Throws `externalKey(.wrongKey)` for another one; of an imported activation that is not known, and
  /// adding that same key again is the way back.
  public func removeExternalKey() async throws(TokenFailure) {
    try await alone { (token) async throws(TokenFailure) in
      let key = token.externalKey
      try token.relock { try ExternalKeyWrap.remove(key, from: &$0) }
      token.externalKey = nil
    }
  }

  /// Throws `externalKey` unless the key that was given, or not given, is what the record wants.
  func checkExternalKey(of record: ActivationRecord) throws(TokenFailure) {
    do throws(ExternalKeyFault) {
      try ExternalKeyWrap.check(externalKey, for: record)
    } catch {
      throw failure(ofUnlocking: error)
    }
  }

  private func relock(
    _ step: (inout ActivationRecord) throws -> Void
  ) throws(TokenFailure) {
    let activation = try requireActivation()
    var record = activation.record
    do { try step(&record) } catch { throw failure(ofUnlocking: error) }
    let relocked = record
    try change(activation.id) {
      $0.record.knowledge = relocked.knowledge
      $0.record.biometry = relocked.biometry
      $0.record.usesExternalKey = relocked.usesExternalKey
      $0.record.externalKeyCheck = relocked.externalKeyCheck
    }
  }

  /// What became of an attempt to open or close the lock of a factor key.
  func failure(ofUnlocking error: any Error) -> TokenFailure {
    switch error {
    case let failure as TokenFailure: failure
    // Who could not read the key knows better than we why it is missing.
    case ExternalKeyFault.required: missingExternalKey ?? .externalKey(.required)
    case let fault as ExternalKeyFault: .externalKey(fault)
    case let fault as BiometryFault: .biometry(fault)
    // What is left are stored keys of a wrong length, which no use of ours can have left.
    default: .storage(.damaged(path: store.location, reason: "a stored key is unusable"))
    }
  }
}
