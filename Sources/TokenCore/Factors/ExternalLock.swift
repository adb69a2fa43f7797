import PowerAuth
import TokenModel

/// The second lock around a wrapped factor key, where the application gives a key of its own.
///
/// 16 B → 16 B without any check value, like the lock below it.
enum ExternalLock {
  static func close(_ wrapped: [UInt8], _ key: Secret) throws -> [UInt8] {
    try FactorKeyWrap.wrap(Secret(wrapped), under: key)
  }

  static func open(_ wrapped: [UInt8], _ key: Secret) throws -> [UInt8] {
    try FactorKeyWrap.unwrap(wrapped, under: key).withUnsafeBytes { Array($0) }
  }
}

extension KnowledgeWrap {
  /// The same without the outer lock; nil where there is none.
  private func opened(_ externalKey: Secret?) throws -> KnowledgeWrap {
    guard let externalKey else { return self }
    return KnowledgeWrap(
      wrappedKey: try ExternalLock.open(wrappedKey, externalKey), salt: salt,
      iterations: iterations, hash: hash)
  }

  /// The knowledge key; a wrong PIN or external key gives a wrong key, never an error.
  func unwrap(pin: Secret, externalKey: Secret?) throws -> Secret {
    try opened(externalKey).unwrap(pin: pin)
  }

  /// The same key under another PIN and a new salt, with the outer lock as before.
  func rewrapped(
    from old: Secret, to new: Secret, externalKey: Secret?
  ) throws -> KnowledgeWrap {
    let wrap = try opened(externalKey).rewrapped(from: old, to: new)
    guard let externalKey else { return wrap }
    return KnowledgeWrap(
      wrappedKey: try ExternalLock.close(wrap.wrappedKey, externalKey), salt: wrap.salt,
      iterations: wrap.iterations, hash: wrap.hash)
  }
}

extension BiometryWrap {
  /// Locks a 16 B key under the provider's one, and under the external one where it is used.
  init(wrapping key: Secret, under unlockKey: Secret, externalKey: Secret?) throws {
    let wrapped = try FactorKeyWrap.wrap(key, under: unlockKey)
    self.init(
      wrappedKey: try externalKey.map { try ExternalLock.close(wrapped, $0) } ?? wrapped)
  }

  /// The biometry key; a wrong unlock key is not noticed.
  func unwrap(_ unlockKey: Secret, externalKey: Secret?) throws -> Secret {
    let wrapped = try externalKey.map { try ExternalLock.open(wrappedKey, $0) } ?? wrappedKey
    return try FactorKeyWrap.unwrap(wrapped, under: unlockKey)
  }
}
