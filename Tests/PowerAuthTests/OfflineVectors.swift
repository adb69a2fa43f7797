import PowerAuth
import Testing
import TokenModel

@Suite struct OfflineQrDataVectors {
  struct Case: Decodable, Sendable {
    let publicKey: Bytes
    let keyIndicator: String
    let offlineData: String
    let signedPart: String
    let signature: Bytes
    let valid: Bool
  }

  @Test(arguments: try VectorFile.cases("offlineQrData") as [Case])
  func `the code is divided, and its signature holds exactly where it should`(
    vector: Case
  ) throws {
    let data = try OfflineOperation(parsing: vector.offlineData)
    #expect(data.signedBytes == Array(vector.signedPart.utf8))
    #expect(String(data.signer.rawValue) == vector.keyIndicator)
    #expect(data.signature == vector.signature.bytes)
    let key = try vector.publicKey.publicKey()
    #expect(
      ServerSignature.isValid(data.signature, of: data.signedBytes, by: key) == vector.valid)
  }
}

@Suite struct ProximityOtpVectors {
  struct Case: Decodable, Sendable {
    let seed: Bytes
    let unixTime: Int64
    let stepSeconds: Int64
    let otp: String
  }

  @Test(arguments: try VectorFile.cases("proximityOtp") as [Case])
  func `the code of the moment comes out`(vector: Case) {
    let otp = ProximityOTP.compute(
      seed: vector.seed.secret, unixTime: vector.unixTime, step: vector.stepSeconds)
    #expect(otp == vector.otp)
  }
}
