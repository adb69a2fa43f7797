import PowerAuthCrypto
import TokenModel

/// The knowledge key under a key that PBKDF2 makes from the PIN.
public struct KnowledgeWrap: Sendable, Equatable {
  /// Bytes of a salt.
  public static let saltSize = 16
  /// Rounds for new wraps: the reference client makes 10,000, with SHA-1.
  public static let defaultIterations = 100_000
  /// Fewest UTF-8 bytes of a PIN.
  public static let minimumPINLength = 4

  /// A PIN of fewer bytes than the protocol allows.
  public struct PINTooShort: Error, Equatable, Sendable {
    /// Fewest bytes allowed.
    public let minimum: Int

    /// Fewest bytes allowed.
    public init(minimum: Int) { self.minimum = minimum }
  }

  /// 16 B.
  public let wrappedKey: [UInt8]
  /// 16 B.
  public let salt: [UInt8]
  /// Rounds of PBKDF2.
  public let iterations: Int
  /// The hash below PBKDF2: SHA-256, or SHA-1 in what the reference client has wrapped.
  public let hash: PBKDF2.Hash

  /// What storage holds.
  public init(
    wrappedKey: [UInt8], salt: [UInt8], iterations: Int, hash: PBKDF2.Hash = .sha256
  ) {
    self.wrappedKey = wrappedKey
    self.salt = salt
    self.iterations = iterations
    self.hash = hash
  }

  /// Wraps a 16 B key under the PIN's UTF-8 bytes; every wrap takes a new salt.
  public init(
    wrapping key: Secret, pin: Secret, iterations: Int = defaultIterations,
    salt: [UInt8] = SecureRandom.bytes(saltSize), hash: PBKDF2.Hash = .sha256,
    externalKey: Secret? = nil
  ) throws {
    let unlockKey = try Self.unlockKey(pin, salt: salt, iterations: iterations, hash: hash)
    wrappedKey = try FactorKeyWrap.wrap(key, under: unlockKey, externalKey: externalKey)
    self.salt = salt
    self.iterations = iterations
    self.hash = hash
  }

  /// The knowledge key; a wrong PIN gives a wrong key, never an error.
  public func unwrap(pin: Secret, externalKey: Secret? = nil) throws -> Secret {
    let unlockKey = try Self.unlockKey(pin, salt: salt, iterations: iterations, hash: hash)
    return try FactorKeyWrap.unwrap(wrappedKey, under: unlockKey, externalKey: externalKey)
  }

  /// The same key under another PIN and a new salt; validate the old PIN with the server first.
  public func rewrapped(
    from oldPIN: Secret, to newPIN: Secret, iterations: Int = defaultIterations,
    hash: PBKDF2.Hash = .sha256, externalKey: Secret? = nil
  ) throws -> KnowledgeWrap {
    try KnowledgeWrap(
      wrapping: unwrap(pin: oldPIN, externalKey: externalKey), pin: newPIN,
      iterations: iterations, hash: hash, externalKey: externalKey)
  }

  private static func unlockKey(
    _ pin: Secret, salt: [UInt8], iterations: Int, hash: PBKDF2.Hash
  ) throws -> Secret {
    guard pin.count >= minimumPINLength else { throw PINTooShort(minimum: minimumPINLength) }
    return try PBKDF2.derive(
      from: pin, salt: salt, iterations: iterations, hash: hash, count: FactorKeyWrap.size)
  }
}
