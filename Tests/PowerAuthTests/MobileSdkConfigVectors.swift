import PowerAuth
import Testing

@Suite struct MobileSdkConfigVectors {
  struct Case: Decodable, Sendable {
    let config: String
    let valid: Bool
    let kind: String
    let applicationKey: String
    let applicationSecret: String
    let masterPublicKey: String
  }

  @Test(arguments: try VectorFile.cases("mobileSdkConfig") as [Case])
  func `a configuration is read exactly when it is valid`(vector: Case) throws {
    guard vector.valid else {
      #expect(throws: ConfigurationFault.self, "\(vector.kind)") {
        try ApplicationCredentials(sdkConfiguration: vector.config)
      }
      return
    }
    let credentials = try ApplicationCredentials(sdkConfiguration: vector.config)
    let parts = try ApplicationCredentials(
      applicationKey: vector.applicationKey, applicationSecret: vector.applicationSecret,
      masterPublicKey: vector.masterPublicKey)
    #expect(credentials == parts)
    #expect(parts.sdkConfiguration == vector.config)
  }
}
