import PowerAuth
import PowerAuthCrypto
import Testing
import TokenModel

@Suite struct TemporaryKeyVectors {
  struct Case: Decodable, Sendable {
    let scope: String
    let applicationKey: String
    let applicationSecret: String
    let transportKey: Bytes?
    let activationId: String?
    let challenge: Bytes
    let requestJwt: String
    let signerPublicKey: String
    let responseJwt: String
    let temporaryKeyId: String
    let temporaryPublicKey: Bytes
    let responseSignatureValid: Bool

    var request: TemporaryKeyRequest {
      TemporaryKeyRequest(
        applicationKey: applicationKey, activationID: activationId, challenge: challenge.bytes)
    }

    /// The signer stands in for the master key, which only the answer's check concerns.
    func credentials() throws -> ApplicationCredentials {
      try ApplicationCredentials(
        applicationKey: applicationKey, applicationSecret: applicationSecret,
        masterPublicKey: signerPublicKey)
    }

    func eciesScope() throws -> EciesScope {
      guard scope == "ACTIVATION" else { return .application }
      return .activation(
        id: try #require(activationId), transportKey: try #require(transportKey).secret)
    }
  }

  static func cases() throws -> [Case] { try VectorFile.cases("temporaryKey") }

  @Test(arguments: try cases())
  func `the server accepts the request, and ours for the same`(vector: Case) throws {
    let credentials = try vector.credentials()
    let scope = try vector.eciesScope()
    let ours = try vector.request.jwt(credentials, scope)
    for jwt in [vector.requestJwt, ours] {
      let request = try TemporaryKeyRequest(verifying: jwt, credentials, scope)
      #expect(request == vector.request)
    }
  }

  @Test(arguments: try cases())
  func `the client accepts the answer exactly when its signature holds`(vector: Case) throws {
    let signer = try vector.credentials().masterPublicKey
    let key = try? vector.request.accept(vector.responseJwt, signer: signer)
    #expect((key != nil) == vector.responseSignatureValid)
    guard let key else { return }
    #expect(key.id == vector.temporaryKeyId)
    #expect(key.publicKey == (try vector.temporaryPublicKey.publicKey()))
  }
}
