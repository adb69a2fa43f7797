import PowerAuth
import PowerAuthCrypto
import Testing
import TokenModel

/// What the reference client's C++ core 1.9.2 made of a state that we had exported.
///
/// It had signed with the PIN, added biometry, signed with that, and serialized its state again, all
/// under an external key. Binary is Base64.
enum ReferenceSession {
  static let devicePrivateKey = "1km/MI1kUsykcBcAQ01lfjjJ1oopcJzjYvL7vspi0cA="
  static let serverPrivateKey = "l8lReaWqWVkWRLYUrQdckvvFY4728SfcfRlvDDcTqUg="
  static let biometryUnlockKey = "39sCBanCkQ+sdo0M0DrSBQ=="
  static let externalKey = "Ir1jI2KC8mSWyeQmpfDE3g=="
  static let applicationSecret = "fIRTiyYJU2vCprR5njr3jA=="
  static let state =
    "UEECUDYQ+YYmMHjsG4uJuw0LgIUYGARpZC0xAAAnEBCwoIkUSYiBOqyHUcBGMnT4EPWEbHczvKqkc0TW"
    + "bvib5igQ9xAz0EqLYNKFHQBXP7osCRDiXGvH+bICjGycy5IBtdaZEEDYdNz522O2BcE7UgjDm6YhAy22"
    + "exlHTqfuwwxKjDj4OYAznRr8+Gizfa/eCRS4gR/GIQIJzeZtL58kc076STeLjYQto7n47VEsXONwxKgh"
    + "0loW+DC6AZQG9jORjhk8NSi8tzoE8cIBJWxpjMyheAAVp5GLerElH+jtpm3YNrLuK/hxx+0AAAQCMCC8"
    + "0f2gBv18WgfCt4BrwQYq0lbvoAW3QV2HqKDZAlP2bKJ4WCAhChuYuZMgOA0SIE8="
  static let signature = "SuovBKcPzaZwtJsBIHex9GHcKoTPTgaGBhkFC3rAZqo="
  static let nonce = "7j85f6Tyjy3ip5L1C9zpWA=="
  static let biometrySignature = "xWAeF1mCjR2jECYKkSf9UyGvmm0tL4RPS/0KgBfK9B8="
  static let biometryNonce = "bW+/BzxevyBUIqP19ElkNA=="
  static let deviceSignature =
    "7Al1UuqCwsAWIr/f5XBjLoyPA0/FoVObxhmFrozqe7pgmnTiQkPyp58XjatMmhW8wITRrG8UhVMDvOA/"
    + "9pCbcw=="
  static let encryptionKey = "Itw0qN+f/rWBKHG7gK/DHg=="
  static let firstCounter = "R8ZSmZmBAh1WTgSnllOdLQ=="
  static let encryptedVaultKey = "0qobUBRQYx6oZRNqYzc6jZGdKAgh9T72gUuDFTS4GQE="
  static let firstByte: UInt8 = 77
  static let pin = Secret("1234".utf8)
  static let possessionUnlockKey = SessionState.possessionUnlockKey(from: [1, 2, 3])

  static func secret(_ text: String) throws -> Secret { Secret(try bytes(text)) }

  static func bytes(_ text: String) throws -> [UInt8] { try #require(Base64.decode(text)) }
}

@Suite struct ReferenceSessionVectors {
  typealias Session = ReferenceSession

  func keys() throws -> (device: PrivateKey, shared: DerivedKeys) {
    let device = try PrivateKey(scalar: Session.secret(Session.devicePrivateKey))
    let server = try PrivateKey(scalar: Session.secret(Session.serverPrivateKey))
    return (device, try DerivedKeys(server, device.publicKey))
  }

  func state() throws -> SessionState {
    try SessionState(parsing: Session.bytes(Session.state))
  }

  @Test func `the state is written again byte for byte`() throws {
    #expect(try state().bytes == Session.bytes(Session.state))
  }

  @Test func `every key and the recovery data come out of the state`() throws {
    let (device, shared) = try keys()
    let state = try state()
    #expect(state.usesExternalKey)
    let externalKey = try Session.secret(Session.externalKey)
    let record = try state.record(
      possessionUnlockKey: Session.possessionUnlockKey, version: .v3_3)
    #expect(record.possessionKey == shared.possession)
    #expect(record.transportKey == shared.transport)
    #expect(
      try record.knowledge.unwrap(pin: Session.pin, externalKey: externalKey)
        == shared.knowledge)
    #expect(
      try state.keys.biometry?.unwrap(
        under: Session.secret(Session.biometryUnlockKey), externalKey: externalKey)
        == shared.biometry)
    #expect(record.devicePublicKey == device.publicKey)
    let vault = UnlockedVault(vaultKey: shared.vault, record: record)
    #expect(try vault.recovery() == PairedActivation.recovery.codes)
    #expect(try vault.deviceKey() == device)
  }

  @Test func `the counter had moved once for each signature`() throws {
    let first = try SignatureCounter(
      data: Session.bytes(Session.firstCounter), byte: Session.firstByte)
    let record = try state().record(
      possessionUnlockKey: Session.possessionUnlockKey, version: .v3_3)
    #expect(record.counter == first.stepped(by: 2))
  }

  @Test(arguments: [
    (Factors.possessionKnowledge, 0, Session.nonce, Session.signature),
    (.possessionBiometry, 1, Session.biometryNonce, Session.biometrySignature),
  ])
  func `its signatures are ours`(
    factors: Factors, steps: Int, nonce: String, signature: String
  ) throws {
    let base = SignedRequestData(
      method: "POST", uriId: "/x", nonce: try Session.bytes(nonce), body: Array("body".utf8),
      applicationSecret: Session.applicationSecret)
    let counter = try SignatureCounter(
      data: Session.bytes(Session.firstCounter), byte: Session.firstByte)
    let computed = try OnlineSignature.compute(
      base: base, keys: keys().shared.factorKeys, factors: factors,
      counter: counter.stepped(by: steps), version: .v3_3)
    #expect(computed == signature)
  }

  @Test func `it opened our vault answer, signed with the device key and derived a key`() throws {
    let (device, shared) = try keys()
    let answer = try VaultUnlockResponse(vaultKey: shared.vault, transportKey: shared.transport)
    #expect(answer.encryptedVaultEncryptionKey == Session.encryptedVaultKey)
    #expect(
      try DeviceSignature.isValid(
        Session.bytes(Session.deviceSignature), of: Array("data".utf8), by: device.publicKey,
        encoding: .raw))
    let record = try state().record(
      possessionUnlockKey: Session.possessionUnlockKey, version: .v3_3)
    let vault = try UnlockedVault(answer, record: record)
    #expect(try vault.encryptionKey(index: 1_977) == Session.secret(Session.encryptionKey))
  }
}
