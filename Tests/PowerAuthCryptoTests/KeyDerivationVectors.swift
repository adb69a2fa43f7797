import PowerAuthCrypto
import Testing
import TokenModel

@Suite struct X963KDFVectors {
  struct Case: Decodable, Sendable {
    let secret: Bytes
    let sharedInfo: Bytes
    let length: Int
    let derived: Bytes
  }

  @Test(arguments: try VectorFile.cases("kdfX963") as [Case])
  func `secret and shared info give the derived bytes`(vector: Case) {
    let derived = X963KDF.derive(
      from: Secret(vector.secret.bytes), sharedInfo: vector.sharedInfo.bytes, count: vector.length)
    #expect(derived == Secret(vector.derived.bytes))
  }
}

@Suite struct PBKDF2Vectors {
  struct Case: Decodable, Sendable {
    let password: String
    let salt: Bytes
    let iterations: Int
    let key: Bytes
  }

  @Test(arguments: try VectorFile.cases("passwordKey") as [Case])
  func `the reference client's key comes out of the password`(vector: Case) throws {
    let key = try PBKDF2.derive(
      from: Secret(vector.password.utf8), salt: vector.salt.bytes, iterations: vector.iterations,
      hash: .sha1, count: vector.key.bytes.count)
    #expect(key == Secret(vector.key.bytes))
  }
}

@Suite struct ECDHVectors {
  struct Case: Decodable, Sendable {
    let devicePrivateKey: Bytes
    let devicePublicKey: Bytes
    let devicePublicKeyCompressed: Bytes
    let serverPrivateKey: Bytes
    let serverPublicKey: Bytes
    let sharedSecret: Bytes
  }

  static func cases() throws -> [Case] { try VectorFile.cases("masterSecret") }

  @Test(arguments: try cases())
  func `both sides agree on the shared secret`(vector: Case) throws {
    let device = try PrivateKey(scalar: Secret(vector.devicePrivateKey.bytes))
    let server = try PrivateKey(scalar: Secret(vector.serverPrivateKey.bytes))
    let expected = Secret(vector.sharedSecret.bytes)
    #expect(device.sharedSecret(with: server.publicKey) == expected)
    #expect(server.sharedSecret(with: device.publicKey) == expected)
  }

  @Test(arguments: try cases())
  func `a scalar gives its point, and both forms are the same key`(vector: Case) throws {
    let device = try PrivateKey(scalar: Secret(vector.devicePrivateKey.bytes))
    #expect(device.publicKey.uncompressed == vector.devicePublicKey.bytes)
    #expect(device.publicKey.compressed == vector.devicePublicKeyCompressed.bytes)
    #expect(try PublicKey(vector.devicePublicKeyCompressed.bytes) == device.publicKey)
    #expect(try PublicKey(vector.devicePublicKey.bytes) == device.publicKey)
    #expect(device.scalar == Secret(vector.devicePrivateKey.bytes))
  }
}
