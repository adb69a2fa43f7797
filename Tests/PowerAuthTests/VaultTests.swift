import PowerAuth
import PowerAuthCrypto
import Testing
import TokenModel

@Suite struct KnowledgeWrapTests {
  let key = SecureRandom.secret(16)
  let pin = Secret("1234".utf8)

  func wrap() throws -> KnowledgeWrap {
    try KnowledgeWrap(wrapping: key, pin: pin, iterations: PBKDF2.minimumIterations)
  }

  @Test func `the right PIN unlocks, a wrong one gives another key and no error`() throws {
    let wrap = try wrap()
    #expect(wrap.wrappedKey.count == 16)
    #expect(try wrap.unwrap(pin: pin) == key)
    let other = try wrap.unwrap(pin: Secret("1235".utf8))
    #expect(other != key)
    #expect(other.count == 16)
  }

  @Test func `a new PIN takes a new salt and keeps the key`() throws {
    let old = try wrap()
    let newPIN = Secret("žluťoučký".utf8)
    let new = try old.rewrapped(from: pin, to: newPIN)
    #expect(new.salt != old.salt)
    #expect(try new.unwrap(pin: newPIN) == key)
    #expect(try new.unwrap(pin: pin) != key)
  }

  @Test(arguments: ["", "123"])
  func `a PIN of fewer than four bytes is refused`(short: String) {
    #expect(throws: KnowledgeWrap.PINTooShort(minimum: 4)) {
      try KnowledgeWrap(wrapping: key, pin: Secret(short.utf8))
    }
  }

  @Test func `too few rounds are refused`() {
    #expect(throws: CryptoError.tooFewIterations(9_999)) {
      try KnowledgeWrap(wrapping: key, pin: pin, iterations: 9_999)
    }
  }

  @Test func `an unlock key of zeros is refused both ways`() {
    let zero = Secret([UInt8](repeating: 0, count: 16))
    #expect(throws: FactorKeyWrap.ZeroUnlockKey()) { try FactorKeyWrap.wrap(key, under: zero) }
    #expect(throws: FactorKeyWrap.ZeroUnlockKey()) {
      try FactorKeyWrap.unwrap(SecureRandom.bytes(16), under: zero)
    }
  }
}

@Suite struct DeviceKeyWrapTests {
  let vaultKey = SecureRandom.secret(16)

  func wrapped(_ integer: [UInt8]) throws -> [UInt8] {
    try AESCBC.encrypt(integer, key: vaultKey, padding: .pkcs7)
  }

  @Test func `we write 32 bytes`() throws {
    let key = PrivateKey.generate()
    let wrapped = try DeviceKeyWrap.wrap(key, vaultKey: vaultKey)
    #expect(wrapped.count == 48)
    #expect(try AESCBC.decrypt(wrapped, key: vaultKey, padding: .pkcs7) == key.scalar)
  }

  @Test(arguments: [
    [1], [0, 1], [UInt8](repeating: 0, count: 40) + [1], [0x7f] + [UInt8](repeating: 1, count: 30),
    [0x00, 0xfe] + [UInt8](repeating: 1, count: 31),
  ])
  func `integers of any length are read`(integer: [UInt8]) throws {
    let key = try DeviceKeyWrap.unwrap(wrapped(integer), vaultKey: vaultKey)
    let digits = integer.drop { $0 == 0 }
    let padded = [UInt8](repeating: 0, count: 32 - digits.count) + digits
    #expect(key.scalar == Secret(padded))
  }

  @Test(arguments: [
    [], [0], [UInt8](repeating: 0, count: 32), [UInt8](repeating: 0xff, count: 32),
    [UInt8](repeating: 1, count: 33),
  ])
  func `zero and what is not below the order are refused`(integer: [UInt8]) throws {
    let wrapped = try wrapped(integer)
    #expect(throws: CryptoError.invalidPrivateKey) {
      try DeviceKeyWrap.unwrap(wrapped, vaultKey: vaultKey)
    }
  }
}

@Suite struct VaultUnlockTests {
  @Test(arguments: ["ADD_BIOMETRY", "abc", "a.b-c_9", String(repeating: "x", count: 255)])
  func `a reason of allowed characters is taken`(reason: String) {
    #expect(VaultUnlockRequest(reason: reason)?.reason == reason)
  }

  @Test(arguments: ["", "ab", "a b c", "é___", "a/b/c", String(repeating: "x", count: 256)])
  func `a reason that the server would refuse is not`(reason: String) {
    #expect(VaultUnlockRequest(reason: reason) == nil)
  }

  @Test(arguments: [0, 15, 17, 32])
  func `a vault key of another size is refused`(size: Int) throws {
    let transportKey = SecureRandom.secret(16)
    let response = try VaultUnlockResponse(
      vaultKey: SecureRandom.secret(size), transportKey: transportKey)
    #expect(throws: CryptoError.invalidLength(expected: 16, actual: size)) {
      try response.vaultKey(transportKey: transportKey)
    }
  }

  @Test func `recovery data opens under its vault key`() throws {
    let recovery = ActivationRecovery(recoveryCode: "AAAAA-AAAAA-AAAAA-AAAAA", puk: "0123456789")
    let vaultKey = SecureRandom.secret(16)
    let wrapped = try RecoveryWrap.wrap(recovery, vaultKey: vaultKey)
    #expect(try RecoveryWrap.unwrap(wrapped, vaultKey: vaultKey) == recovery.codes)
    #expect(throws: CryptoError.notAuthentic) {
      try RecoveryWrap.unwrap(Array(wrapped.prefix(16)), vaultKey: vaultKey)
    }
  }
}
