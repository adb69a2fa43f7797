import PowerAuthCrypto
import TokenModel

/// Everything of an activation that survives the process; storage puts its own encryption around it.
public struct ActivationRecord: Sendable, Equatable {
  /// Identifier by which the server knows the activation, a UUID text.
  public let activationID: String
  /// The version in which the activation was made.
  public let version: ProtocolVersion
  /// The server's key for this activation alone.
  public let serverPublicKey: PublicKey
  /// The device's key for this activation alone.
  public let devicePublicKey: PublicKey
  /// 16 B.
  public let possessionKey: Secret
  /// 16 B.
  public let transportKey: Secret
  /// The knowledge key under the PIN.
  public var knowledge: KnowledgeWrap
  /// The biometry key under the platform's key; nil when the factor is not set up.
  public var biometry: BiometryWrap?
  /// The device's private key under the vault key.
  public let wrappedDevicePrivateKey: [UInt8]
  /// The counter of the next signature; means nothing before an upgrade from protocol 2 has begun.
  public var counter: SignatureCounter
  /// Whether an upgrade from protocol 2 is still to be made or finished.
  public var generation: ActivationGeneration
  /// Whether knowledge and biometry keys are locked once more, by a key that the application gives.
  public var usesExternalKey: Bool
  /// 8 B that tell a wrong external key, see `ExternalKeyWrap`; nil when they are not known.
  public var externalKeyCheck: [UInt8]?
  /// Recovery data under the vault key, see `RecoveryWrap`; nil when the server gave none.
  public var wrappedRecovery: [UInt8]?

  /// What storage holds.
  public init(
    activationID: String, version: ProtocolVersion, serverPublicKey: PublicKey,
    devicePublicKey: PublicKey, possessionKey: Secret, transportKey: Secret,
    knowledge: KnowledgeWrap, biometry: BiometryWrap? = nil, wrappedDevicePrivateKey: [UInt8],
    counter: SignatureCounter, generation: ActivationGeneration = .v3,
    usesExternalKey: Bool = false, externalKeyCheck: [UInt8]? = nil,
    wrappedRecovery: [UInt8]? = nil
  ) {
    self.activationID = activationID
    self.version = version
    self.serverPublicKey = serverPublicKey
    self.devicePublicKey = devicePublicKey
    self.possessionKey = possessionKey
    self.transportKey = transportKey
    self.knowledge = knowledge
    self.biometry = biometry
    self.wrappedDevicePrivateKey = wrappedDevicePrivateKey
    self.counter = counter
    self.generation = generation
    self.usesExternalKey = usesExternalKey
    self.externalKeyCheck = externalKeyCheck
    self.wrappedRecovery = wrappedRecovery
  }

  /// Eight digits that the person compares with the bank's page.
  public var fingerprint: String {
    switch generation {
    case .v3, .upgrading:
      Fingerprint.compute(
        deviceKey: devicePublicKey, serverKey: serverPublicKey, activationID: activationID)
    case .v2:
      Fingerprint.computeV2(deviceKey: devicePublicKey)
    }
  }

  /// The scope of what is encrypted for this activation.
  public var scope: EciesScope { .activation(id: activationID, transportKey: transportKey) }

  /// The keys that sign with possession alone, or with PIN or biometry too; wrong ones go unnoticed.
  ///
  /// Throws `BiometryFault.notSetUp`, and `ExternalKeyFault` when a second factor is asked for and
  /// the external key is missing or foreign.
  public func factorKeys(
    pin: Secret? = nil, biometryUnlockKey: Secret? = nil, externalKey: Secret? = nil
  ) throws -> FactorKeys {
    if pin != nil || biometryUnlockKey != nil {
      try ExternalKeyWrap.check(externalKey, for: self)
    }
    return FactorKeys(
      possession: possessionKey,
      knowledge: try pin.map { try knowledge.unwrap(pin: $0, externalKey: externalKey) },
      biometry: try biometryUnlockKey.map { unlockKey in
        guard let biometry else { throw BiometryFault.notSetUp }
        return try biometry.unwrap(under: unlockKey, externalKey: externalKey)
      })
  }
}
