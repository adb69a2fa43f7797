import PowerAuth
import PowerAuthCrypto
import Testing
import TokenModel

@Suite struct UnlockedVaultTests {
  @Test(arguments: ProtocolVersion.allCases)
  func `a biometry factor signs as the server expects`(version: ProtocolVersion) throws {
    var pair = try PairedActivation(version: version)
    let unlockKey = BiometryWrap.randomUnlockKey()
    pair.record.biometry = try pair.vault().biometry(under: unlockKey)
    let keys = try pair.record.factorKeys(biometryUnlockKey: unlockKey)
    #expect(try pair.accepts(keys, .possessionBiometry))
    #expect(pair.record.biometry?.wrappedKey.count == 16)
  }

  @Test func `another unlock key signs, and the server does not accept`() throws {
    var pair = try PairedActivation()
    pair.record.biometry = try pair.vault().biometry(under: BiometryWrap.randomUnlockKey())
    let keys = try pair.record.factorKeys(biometryUnlockKey: BiometryWrap.randomUnlockKey())
    #expect(try !pair.accepts(keys, .possessionBiometry))
  }

  @Test func `biometry that was never set up cannot sign`() throws {
    let pair = try PairedActivation()
    #expect(throws: BiometryFault.notSetUp) {
      try pair.record.factorKeys(biometryUnlockKey: BiometryWrap.randomUnlockKey())
    }
  }

  @Test func `an unlock key of zeros makes no biometry factor`() throws {
    let zero = Secret([UInt8](repeating: 0, count: 16))
    let vault = try PairedActivation().vault()
    #expect(throws: FactorKeyWrap.ZeroUnlockKey()) { try vault.biometry(under: zero) }
  }

  @Test func `device key, recovery data and derived keys come out of the vault`() throws {
    let pair = try PairedActivation()
    let vault = try pair.vault()
    #expect(try vault.deviceKey() == pair.deviceKey)
    let codes = try #require(try vault.recovery()?.reveal())
    #expect(codes.code == CodeTests.code)
    #expect(codes.puk == "0123456789")
    let expected = try KeyDerivation.key(KeyIndex(rawValue: 1_977), from: pair.keys.vault)
    #expect(try vault.encryptionKey(index: 1_977) == expected)
    #expect(try vault.encryptionKey(index: .max) != expected)
  }

  @Test func `a vault key of another activation opens nothing`() throws {
    let pair = try PairedActivation()
    let vault = UnlockedVault(vaultKey: SecureRandom.secret(16), record: pair.record)
    #expect(throws: UnlockedVault.KeyMismatch()) { try vault.deviceKey() }
    #expect(throws: UnlockedVault.KeyMismatch()) { try vault.recovery() }
    #expect(throws: UnlockedVault.KeyMismatch()) {
      try vault.biometry(under: BiometryWrap.randomUnlockKey())
    }
  }

  /// The device key opens, and yet the way from it does not lead back to this vault key.
  @Test func `a device key that leads to another vault key makes no biometry factor`() throws {
    let pair = try PairedActivation()
    let stranger = SecureRandom.secret(16)
    let record = ActivationRecord(
      activationID: "a", version: .v3_3, serverPublicKey: pair.record.serverPublicKey,
      devicePublicKey: pair.record.devicePublicKey, possessionKey: pair.keys.possession,
      transportKey: pair.keys.transport, knowledge: pair.record.knowledge,
      wrappedDevicePrivateKey: try DeviceKeyWrap.wrap(pair.deviceKey, vaultKey: stranger),
      counter: pair.record.counter)
    let vault = UnlockedVault(vaultKey: stranger, record: record)
    #expect(try vault.deviceKey() == pair.deviceKey)
    #expect(throws: UnlockedVault.KeyMismatch()) {
      try vault.biometry(under: BiometryWrap.randomUnlockKey())
    }
  }

  @Test(arguments: ["", "AAAA", "?", Base64.encode([UInt8](repeating: 7, count: 32))])
  func `an answer without a vault key is a mismatch`(text: String) throws {
    let json = #"{"encryptedVaultEncryptionKey":"\#(text)"}"#
    let answer: VaultUnlockResponse = try WireJSON.decode(from: Array(json.utf8))
    let record = try PairedActivation().record
    #expect(throws: UnlockedVault.KeyMismatch()) { try UnlockedVault(answer, record: record) }
  }
}

@Suite struct RecoveryWrapTests {
  let vaultKey = SecureRandom.secret(16)

  @Test func `the form is that of the reference client`() throws {
    let wrapped = try RecoveryWrap.wrap(PairedActivation.recovery, vaultKey: vaultKey)
    let plaintext = try AESCBC.decrypt(wrapped, key: vaultKey, padding: .pkcs7)
    let expected = "R1\u{17}AAAAA-AAAAA-AAAAA-AAAAA\u{0A}0123456789"
    #expect(plaintext == Secret(expected.utf8))
  }

  @Test func `what our first version stored is still read`() throws {
    let iv = SecureRandom.bytes(16)
    let json = try WireJSON.encode(PairedActivation.recovery)
    let stored = iv + (try AESCBC.encrypt(json, key: vaultKey, iv: iv, padding: .pkcs7))
    #expect(stored.count == 80)
    #expect(try RecoveryWrap.unwrap(stored, vaultKey: vaultKey) == PairedActivation.recovery.codes)
  }

  @Test(arguments: [
    "R2\u{17}AAAAA-AAAAA-AAAAA-AAAAA\u{0A}0123456789",
    "R1\u{17}AAAAA-AAAAA-AAAAA-AAAAQ\u{0A}0123456789",
    "R1\u{17}AAAAA-AAAAA-AAAAA-AAAAA\u{09}012345678",
    "R1\u{17}AAAAA-AAAAA-AAAAA-AAAAA\u{0A}0123456789x",
    "R1\u{17}AAAAA-AAAAA-AAAAA-AAAAA\u{0B}0123456789",
  ])
  func `other recovery data is refused`(plaintext: String) throws {
    let wrapped = try AESCBC.encrypt(Array(plaintext.utf8), key: vaultKey, padding: .pkcs7)
    #expect(throws: CryptoError.notAuthentic) {
      try RecoveryWrap.unwrap(wrapped, vaultKey: vaultKey)
    }
  }
}
