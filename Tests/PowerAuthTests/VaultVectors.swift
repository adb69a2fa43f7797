import PowerAuth
import PowerAuthCrypto
import Testing
import TokenModel

@Suite struct VaultVectors {
  struct Case: Decodable, Sendable {
    let masterSecret: Bytes
    let transportKey: Bytes
    let encryptedVaultEncryptionKey: String
    let vaultEncryptionKey: Bytes
    let devicePrivateKey: Bytes
    let encryptedDevicePrivateKey: Bytes
  }

  static func cases() throws -> [Case] { try VectorFile.cases("vault") }

  @Test(arguments: try cases())
  func `the vault key travels under the transport key`(vector: Case) throws {
    let keys = try DerivedKeys(masterSecret: vector.masterSecret.secret)
    #expect(keys.transport == vector.transportKey.secret)
    #expect(keys.vault == vector.vaultEncryptionKey.secret)
    let response = try VaultUnlockResponse(vaultKey: keys.vault, transportKey: keys.transport)
    #expect(response.encryptedVaultEncryptionKey == vector.encryptedVaultEncryptionKey)
    #expect(try response.vaultKey(transportKey: keys.transport) == keys.vault)
  }

  /// Compared after decryption: implementations write the integer with different lengths.
  @Test(arguments: try cases())
  func `the vault key unlocks the device's private key`(vector: Case) throws {
    let vaultKey = vector.vaultEncryptionKey.secret
    let key = try vector.devicePrivateKey.privateKey()
    let unwrapped = try DeviceKeyWrap.unwrap(
      vector.encryptedDevicePrivateKey.bytes, vaultKey: vaultKey)
    #expect(unwrapped.scalar == key.scalar)
    let wrapped = try DeviceKeyWrap.wrap(key, vaultKey: vaultKey)
    #expect(try DeviceKeyWrap.unwrap(wrapped, vaultKey: vaultKey).scalar == key.scalar)
  }
}
