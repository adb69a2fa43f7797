import PowerAuth
import PowerAuthCrypto
import Testing
import TokenModel

/// One activation as both sides hold it, without an exchange of messages.
struct PairedActivation {
  static let pin = Secret("1234".utf8)
  static let id = "2b6d4e9c-0000-4000-8000-000000000001"
  static let recovery = ActivationRecovery(
    recoveryCode: CodeTests.code, puk: "0123456789")

  var record: ActivationRecord
  /// What the server derives.
  let keys: DerivedKeys
  let deviceKey: PrivateKey
  let serverKey: PrivateKey

  init(
    version: ProtocolVersion = .v3_3, generation: ActivationGeneration = .v3,
    externalKey: Secret? = nil
  ) throws {
    deviceKey = .generate()
    serverKey = .generate()
    keys = try DerivedKeys(serverKey, deviceKey.publicKey)
    record = ActivationRecord(
      activationID: Self.id, version: version, serverPublicKey: serverKey.publicKey,
      devicePublicKey: deviceKey.publicKey, possessionKey: keys.possession,
      transportKey: keys.transport,
      knowledge: try KnowledgeWrap(
        wrapping: keys.knowledge, pin: Self.pin, iterations: 10_000, externalKey: externalKey),
      wrappedDevicePrivateKey: try DeviceKeyWrap.wrap(deviceKey, vaultKey: keys.vault),
      counter: .random(), generation: generation, usesExternalKey: externalKey != nil,
      wrappedRecovery: try RecoveryWrap.wrap(Self.recovery, vaultKey: keys.vault))
  }

  /// As the server answers to a request for the vault key.
  func vault() throws -> UnlockedVault {
    try UnlockedVault(
      VaultUnlockResponse(vaultKey: keys.vault, transportKey: keys.transport), record: record)
  }

  /// Whether the server accepts a signature that these keys make.
  func accepts(_ factorKeys: FactorKeys, _ factors: Factors) throws -> Bool {
    let base = SignedRequestData(
      method: "POST", uriId: "/x", nonce: SecureRandom.bytes(16), body: [],
      applicationSecret: "s")
    func signature(_ keys: FactorKeys) throws -> String {
      try OnlineSignature.compute(
        base: base, keys: keys, factors: factors, counter: record.counter,
        version: record.version)
    }
    return try signature(factorKeys) == signature(keys.factorKeys)
  }
}
