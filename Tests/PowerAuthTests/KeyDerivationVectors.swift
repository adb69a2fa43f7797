import PowerAuth
import PowerAuthCrypto
import Testing
import TokenModel

@Suite struct MasterSecretVectors {
  struct Case: Decodable, Sendable {
    let devicePrivateKey: Bytes
    let devicePublicKeyCompressed: Bytes
    let serverPrivateKey: Bytes
    let serverPublicKey: Bytes
    let masterSecret: Bytes
  }

  @Test(arguments: try VectorFile.cases("masterSecret") as [Case])
  func `both sides derive the master secret`(vector: Case) throws {
    let client = KeyDerivation.masterSecret(
      try vector.devicePrivateKey.privateKey(), try vector.serverPublicKey.publicKey())
    let server = KeyDerivation.masterSecret(
      try vector.serverPrivateKey.privateKey(), try vector.devicePublicKeyCompressed.publicKey())
    #expect(client == vector.masterSecret.secret)
    #expect(server == vector.masterSecret.secret)
  }
}

@Suite struct KeyDerivationVectors {
  struct Case: Decodable, Sendable {
    let masterSecret: Bytes
    let signaturePossession: Bytes
    let signatureKnowledge: Bytes
    let signatureBiometry: Bytes
    let transport: Bytes
    let encryptionVault: Bytes
    let transportIv: Bytes
    let transportCtr: Bytes
    let customIndex: String
    let customKey: Bytes
  }

  @Test(arguments: try VectorFile.cases("keyDerivation") as [Case])
  func `every key comes out of the master secret`(vector: Case) throws {
    let keys = try DerivedKeys(masterSecret: vector.masterSecret.secret)
    #expect(keys.possession == vector.signaturePossession.secret)
    #expect(keys.knowledge == vector.signatureKnowledge.secret)
    #expect(keys.biometry == vector.signatureBiometry.secret)
    #expect(keys.transport == vector.transport.secret)
    #expect(keys.vault == vector.encryptionVault.secret)
    let transport = keys.transport
    #expect(
      try KeyDerivation.key(.statusVector, from: transport) == vector.transportIv.secret)
    #expect(
      try KeyDerivation.key(.counterHash, from: transport) == vector.transportCtr.secret)
  }

  @Test(arguments: try VectorFile.cases("keyDerivation") as [Case])
  func `any other index gives a key of its own`(vector: Case) throws {
    let index = KeyIndex(rawValue: try #require(UInt64(vector.customIndex)))
    let key = try KeyDerivation.key(index, from: vector.masterSecret.secret)
    #expect(key == vector.customKey.secret)
  }
}

@Suite struct InternalKeyVectors {
  struct Case: Decodable, Sendable {
    let key: Bytes
    let index: Bytes
    let derived: Bytes
  }

  @Test(arguments: try VectorFile.cases("kdfInternal") as [Case])
  func `the internal derivation gives the derived key`(vector: Case) {
    let derived = KeyDerivation.internalKey(vector.index.bytes, from: vector.key.secret)
    #expect(derived == vector.derived.secret)
  }
}
