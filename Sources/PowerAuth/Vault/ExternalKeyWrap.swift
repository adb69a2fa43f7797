import PowerAuthCrypto
import TokenModel

/// The outer lock that an application may put on knowledge and biometry keys by a key of its own.
///
/// The wrapped key is encrypted once more: AES-128-CBC, zero vector, no padding. Possession and
/// transport keys never are. The key itself is not stored; 8 B of a MAC under it tell a wrong one, so
/// that no attempt is spent and no lock is ruined with the wrong file. Sixteen random bytes cannot be
/// guessed by that, and it says nothing of the PIN. Imported activations have no such value.
public enum ExternalKeyWrap {
  /// Whether the key that the application gave, or did not give, is what this activation wants.
  ///
  /// Only signatures with the PIN or biometry ask for it. Throws `required`, `notInUse`,
  /// `wrongLength`, `wrongKey`.
  public static func check(
    _ key: Secret?, for record: ActivationRecord
  ) throws(ExternalKeyFault) {
    switch (record.usesExternalKey, key) {
    case (true, nil): throw .required
    case (false, .some): throw .notInUse
    case (true, let key?):
      try checkLength(key)
      guard let expected = record.externalKeyCheck else { return }
      guard ConstantTime.equal(checkValue(of: key, for: record.activationID), expected) else {
        throw .wrongKey
      }
    case (false, nil): break
    }
  }

  /// Locks the keys of an activation that has lived without; throws `alreadyInUse`, `wrongLength`.
  public static func add(_ key: Secret, to record: inout ActivationRecord) throws {
    guard !record.usesExternalKey else { throw ExternalKeyFault.alreadyInUse }
    try checkLength(key)
    try change(&record) { try lock($0, by: key) }
    record.externalKeyCheck = checkValue(of: key, for: record.activationID)
  }

  /// Takes the lock off again; throws `notInUse`, `required` without the key, `wrongLength`,
  /// `wrongKey`.
  public static func remove(_ key: Secret?, from record: inout ActivationRecord) throws {
    guard record.usesExternalKey else { throw ExternalKeyFault.notInUse }
    guard let key else { throw ExternalKeyFault.required }
    try check(key, for: record)
    try change(&record) { try unlock($0, by: key) }
    record.externalKeyCheck = nil
  }

  /// 8 B that only this key gives for this activation.
  static func checkValue(of key: Secret, for activationID: String) -> [UInt8] {
    let text = Array("countersign external key \(activationID)".utf8)
    return Array(HMACSHA256.code(of: text, key: key).prefix(8))
  }

  static func checkLength(_ key: Secret) throws(ExternalKeyFault) {
    guard key.count == FactorKeyWrap.size else { throw .wrongLength(key.count) }
  }

  static func lock(_ wrapped: [UInt8], by key: Secret) throws -> [UInt8] {
    try AESCBC.encrypt(wrapped, key: key, padding: .none)
  }

  static func unlock(_ locked: [UInt8], by key: Secret) throws -> [UInt8] {
    try AESCBC.decrypt(locked, key: key, padding: .none).withUnsafeBytes { Array($0) }
  }

  /// Both keys change or neither does.
  private static func change(
    _ record: inout ActivationRecord, by step: ([UInt8]) throws -> [UInt8]
  ) throws {
    let knowledge = KnowledgeWrap(
      wrappedKey: try step(record.knowledge.wrappedKey), salt: record.knowledge.salt,
      iterations: record.knowledge.iterations, hash: record.knowledge.hash)
    record.biometry = try record.biometry.map { BiometryWrap(wrappedKey: try step($0.wrappedKey)) }
    record.knowledge = knowledge
    record.usesExternalKey.toggle()
  }
}
