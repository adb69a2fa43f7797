import PowerAuth
import PowerAuthCrypto
import Testing
import TokenModel

@Suite struct EciesVectors {
  struct Case: Decodable, Sendable {
    let version: ProtocolVersion
    let sharedInfo1: String
    let scope: String
    let serverPrivateKey: Bytes
    let serverPublicKey: Bytes
    let ephemeralPrivateKey: Bytes
    let ephemeralPublicKeyCompressed: Bool
    let applicationKey: String
    let applicationSecret: String
    let transportKey: Bytes?
    let activationId: String?
    let plaintext: Bytes
    let request: EciesRequest
    let header: String
    let responsePlaintext: Bytes
    let response: EciesResponse

    func context() throws -> EciesContext {
      try EciesContext(
        version: version, applicationKey: applicationKey, applicationSecret: applicationSecret,
        scope: try eciesScope(), purpose: EciesPurpose(rawValue: sharedInfo1),
        temporaryKeyID: request.temporaryKeyId)
    }

    func encryptor() throws -> EciesEncryptor {
      EciesEncryptor(
        try context(), serverKey: try serverPublicKey.publicKey(),
        ephemeralKey: try ephemeralPrivateKey.privateKey(),
        pointFormat: ephemeralPublicKeyCompressed ? .compressed : .uncompressed)
    }

    func decryptor() throws -> EciesDecryptor {
      EciesDecryptor(try context(), privateKey: try serverPrivateKey.privateKey())
    }

    /// The request's nonce and time, and anything where the version has none.
    var requestNonce: [UInt8] { request.nonce.flatMap(Base64.decode) ?? [1] }
    var responseNonce: [UInt8] { response.nonce.flatMap(Base64.decode) ?? [1] }

    private func eciesScope() throws -> EciesScope {
      switch scope {
      case "APPLICATION": return .application
      case "ACTIVATION":
        return .activation(
          id: try #require(activationId), transportKey: try #require(transportKey).secret)
      default: throw UnknownScope()
      }
    }

    struct UnknownScope: Error {}
  }

  static func cases() throws -> [Case] { try VectorFile.cases("ecies") }

  @Test(arguments: try cases())
  func `the client encrypts the request`(vector: Case) throws {
    var encryptor = try vector.encryptor()
    let request = try encryptor.encrypt(
      vector.plaintext.bytes, timestamp: vector.request.timestamp ?? 1,
      nonce: vector.requestNonce)
    #expect(request == vector.request)
  }

  @Test(arguments: try cases())
  func `the server decrypts the request and encrypts the response`(vector: Case) throws {
    var decryptor = try vector.decryptor()
    #expect(try decryptor.decrypt(vector.request) == vector.plaintext.secret)
    let response = try decryptor.encrypt(
      vector.responsePlaintext.bytes, timestamp: vector.response.timestamp ?? 1,
      nonce: vector.responseNonce)
    #expect(response == vector.response)
  }

  @Test(arguments: try cases())
  func `the client decrypts the response`(vector: Case) throws {
    var encryptor = try vector.encryptor()
    _ = try encryptor.encrypt(
      vector.plaintext.bytes, timestamp: vector.request.timestamp ?? 1,
      nonce: vector.requestNonce)
    #expect(try encryptor.decrypt(vector.response) == vector.responsePlaintext.secret)
  }

  @Test(arguments: try cases())
  func `the header is read, and written with the same fields`(vector: Case) throws {
    let header = try vector.context().header
    #expect(try EncryptionHeader(parsing: vector.header) == header)
    #expect(try EncryptionHeader(parsing: header.value) == header)
  }
}
