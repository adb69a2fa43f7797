import PowerAuthCrypto
import TokenModel

/// What a vault key gives access to, while it is at hand; drop it at once, which wipes it.
public struct UnlockedVault: Sendable {
  private let record: ActivationRecord
  private let vaultKey: Secret

  /// The key that the server sent does not open what this device has stored.
  public struct KeyMismatch: Error, Equatable, Sendable {
    /// A mismatch says nothing more.
    public init() {}
  }

  /// Takes what the server answered to `VaultUnlockRequest`; throws `KeyMismatch` for no vault key.
  public init(
    _ response: VaultUnlockResponse, record: ActivationRecord
  ) throws(KeyMismatch) {
    let key = try Self.matching { try response.vaultKey(transportKey: record.transportKey) }
    self.init(vaultKey: key, record: record)
  }

  /// Takes the 16 B vault key itself.
  public init(vaultKey: Secret, record: ActivationRecord) {
    self.vaultKey = vaultKey
    self.record = record
  }

  /// Derives the vault key again from the device's private key and the server's key.
  ///
  /// Throws `KeyMismatch` unless that leads back to this very key.
  public func check() throws(KeyMismatch) { _ = try derivedKeys() }

  /// A key of the application's own: KDF(vault key, index), 16 B.
  public func encryptionKey(index: UInt64) throws -> Secret {
    try KeyDerivation.key(KeyIndex(rawValue: index), from: vaultKey)
  }

  /// The device's private key; throws `KeyMismatch`.
  public func deviceKey() throws(KeyMismatch) -> PrivateKey {
    try Self.matching {
      try DeviceKeyWrap.unwrap(record.wrappedDevicePrivateKey, vaultKey: vaultKey)
    }
  }

  /// The recovery data; nil when the server gave none, throws `KeyMismatch`.
  public func recovery() throws(KeyMismatch) -> RecoveryCodes? {
    guard let wrapped = record.wrappedRecovery else { return nil }
    return try Self.matching { try RecoveryWrap.unwrap(wrapped, vaultKey: vaultKey) }
  }

  /// A new biometry factor, under an unlock key of 16 B that the platform keeps.
  ///
  /// The master secret is derived again from the device's private key and the server's key; unless
  /// it leads back to the very vault key, throws `KeyMismatch`. Throws `ExternalKeyFault` too.
  public func biometry(
    under unlockKey: Secret, externalKey: Secret? = nil
  ) throws -> BiometryWrap {
    try ExternalKeyWrap.check(externalKey, for: record)
    return try BiometryWrap(
      wrapping: try derivedKeys().biometry, under: unlockKey, externalKey: externalKey)
  }

  private func derivedKeys() throws(KeyMismatch) -> DerivedKeys {
    let deviceKey = try deviceKey()
    return try Self.matching {
      let keys = try DerivedKeys(deviceKey, record.serverPublicKey)
      guard deviceKey.publicKey == record.devicePublicKey, keys.vault == vaultKey else {
        throw KeyMismatch()
      }
      return keys
    }
  }

  private static func matching<Result>(
    _ body: () throws -> Result
  ) throws(KeyMismatch) -> Result {
    do { return try body() } catch { throw KeyMismatch() }
  }
}
