import PowerAuth
import Testing
import TokenModel

@Suite struct ActivationCodeVectors {
  struct Case: Decodable, Sendable {
    let code: String
    let valid: Bool
    let kind: String
  }

  @Test(arguments: try VectorFile.cases("activationCode") as [Case])
  func `a code is accepted exactly when it is valid`(vector: Case) {
    let code = try? ActivationCode(vector.code)
    #expect((code != nil) == vector.valid, "\(vector.kind)")
    #expect(code == nil || code?.text == vector.code)
  }
}

@Suite struct ActivationCodeSignatureVectors {
  struct Case: Decodable, Sendable {
    let masterPublicKey: Bytes
    let activationCode: String
    let activationSignature: Bytes
    let qrCode: String
    let valid: Bool
  }

  @Test(arguments: try VectorFile.cases("activationCodeSignature") as [Case])
  func `the signature behind a code holds exactly where it should`(vector: Case) throws {
    let code = try ActivationCode(vector.qrCode)
    #expect(code.text == vector.activationCode)
    #expect(code.signature == vector.activationSignature.bytes)
    let masterKey = try vector.masterPublicKey.publicKey()
    #expect(ActivationCodeSignature.isValid(code, by: masterKey) == vector.valid)
  }
}

@Suite struct FingerprintVectors {
  struct Case: Decodable, Sendable {
    let devicePublicKey: Bytes
    let serverPublicKey: Bytes
    let activationId: String
    let fingerprint: String
  }

  @Test(arguments: try VectorFile.cases("fingerprint") as [Case])
  func `both keys and the activation give eight digits`(vector: Case) throws {
    let fingerprint = Fingerprint.compute(
      deviceKey: try vector.devicePublicKey.publicKey(),
      serverKey: try vector.serverPublicKey.publicKey(), activationID: vector.activationId)
    #expect(fingerprint == vector.fingerprint)
  }
}

@Suite struct RecoveryCodeVectors {
  struct Case: Decodable, Sendable {
    let recoveryCode: String
    let qrCode: String
    let puks: [String]
  }

  @Test(arguments: try VectorFile.cases("recoveryCode") as [Case])
  func `code and PUKs are accepted in both forms`(vector: Case) throws {
    let code = try RecoveryCode(vector.recoveryCode)
    #expect(code.text == vector.recoveryCode)
    #expect(code.qrText == vector.qrCode)
    #expect(try RecoveryCode(vector.qrCode) == code)
    #expect(vector.puks.allSatisfy(RecoveryCode.isPUK))
  }
}
