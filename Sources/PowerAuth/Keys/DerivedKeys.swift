import PowerAuthCrypto
import TokenModel

/// The five keys that client and server derive from the master secret of an activation.
public struct DerivedKeys: Sendable, Equatable {
  /// 16 B; proves possession of the device.
  public let possession: Secret
  /// 16 B; proves knowledge of the PIN.
  public let knowledge: Secret
  /// 16 B; proves biometry.
  public let biometry: Secret
  /// 16 B; protects what travels.
  public let transport: Secret
  /// 16 B; protects the device's private key, and is never stored.
  public let vault: Secret

  /// Derives from a 16 B master secret; throws `CryptoError.invalidLength` for any other.
  public init(masterSecret: Secret) throws {
    possession = try KeyDerivation.key(.possession, from: masterSecret)
    knowledge = try KeyDerivation.key(.knowledge, from: masterSecret)
    biometry = try KeyDerivation.key(.biometry, from: masterSecret)
    transport = try KeyDerivation.key(.transport, from: masterSecret)
    vault = try KeyDerivation.key(.vault, from: masterSecret)
  }

  /// Derives from one's own key pair and the other side's public key.
  public init(_ own: PrivateKey, _ peer: PublicKey) throws {
    try self.init(masterSecret: KeyDerivation.masterSecret(own, peer))
  }

  /// The keys by which a server checks signatures.
  public var factorKeys: FactorKeys {
    FactorKeys(possession: possession, knowledge: knowledge, biometry: biometry)
  }
}
