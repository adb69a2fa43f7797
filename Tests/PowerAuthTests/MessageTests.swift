import PowerAuth
import PowerAuthCrypto
import Testing
import TokenModel

@Suite struct MessageTests {
  func text(_ value: some Encodable) throws -> String {
    String(decoding: try WireJSON.encode(value), as: UTF8.self)
  }

  @Test func `bodies have the documented forms`() throws {
    #expect(
      try text(RequestEnvelope(KeystoreMessage(jwt: "a.b")))
        == #"{"requestObject":{"jwt":"a.b"}}"#)
    #expect(
      try text(ResponseEnvelope(ServerStatusResponse(serverTime: 5)))
        == #"{"responseObject":{"serverTime":5},"status":"OK"}"#)
  }

  @Test func `what the endpoints of the whole client exchange has the documented members`() throws {
    #expect(
      try text(VaultUnlockRequest(.signWithDevicePrivateKey))
        == #"{"reason":"SIGN_WITH_DEVICE_PRIVATE_KEY"}"#)
    #expect(
      try text(RecoveryConfirmRequest(RecoveryCode("R:" + CodeTests.code)))
        == #"{"recoveryCode":"AAAAA-AAAAA-AAAAA-AAAAA"}"#)
    #expect(
      try text(RecoveryConfirmResponse(alreadyConfirmed: true)) == #"{"alreadyConfirmed":true}"#)
    #expect(try text(OIDCConfigurationRequest(providerId: "p")) == #"{"providerId":"p"}"#)
    #expect(
      try text(ActivationRenameRequest(activationName: "n")) == #"{"activationName":"n"}"#)
    let detail = ActivationDetailResponse(activationId: "a", activationName: "n")
    #expect(
      try text(ResponseEnvelope(detail))
        == #"{"responseObject":{"activationId":"a","activationName":"n"},"status":"OK"}"#)
    let counter = try SignatureCounter(data: [UInt8](repeating: 0, count: 16))
    #expect(
      try text(UpgradeStartResponse(counter: counter))
        == #"{"ctrData":"AAAAAAAAAAAAAAAAAAAAAA=="}"#)
  }

  @Test func `a provider's configuration is read with and without the hint of PKCE`() throws {
    let configuration = OIDCConfigurationResponse(
      providerId: "p", clientId: "c", scopes: "openid", authorizeUri: "https://p/a",
      redirectUri: "x://r", pkceEnabled: true)
    let read: OIDCConfigurationResponse = try WireJSON.decode(
      from: try WireJSON.encode(configuration))
    #expect(read == configuration)
    let json =
      #"{"providerId":"p","clientId":"c","scopes":"s","authorizeUri":"a","redirectUri":"r"}"#
    let bare: OIDCConfigurationResponse = try WireJSON.decode(from: Array(json.utf8))
    #expect(bare.pkceEnabled == nil)
  }

  @Test func `a new name is one to 255 characters`() throws {
    #expect(throws: DeviceDescription.Empty(field: "name")) {
      try ActivationRenameRequest(activationName: "")
    }
    let longest = String(repeating: "é", count: 255)
    #expect(try ActivationRenameRequest(activationName: longest).activationName == longest)
    #expect(throws: DeviceDescription.TooLong(field: "name", limit: 255)) {
      try ActivationRenameRequest(activationName: longest + "x")
    }
  }

  @Test func `only the word OK is success`() throws {
    let json = #"{"status":"ERROR","responseObject":null,"other":1}"#
    let envelope: ResponseEnvelope<KeystoreMessage> = try WireJSON.decode(from: Array(json.utf8))
    #expect(!envelope.isOK)
    #expect(envelope.responseObject == nil)
    #expect(ResponseEnvelope(KeystoreMessage(jwt: "")).isOK)
  }

  @Test func `a token comes out of its response only with a whole secret`() throws {
    let token = AccessToken(id: "t", secret: SecureRandom.secret(16))
    let plaintext = Secret(try WireJSON.encode(TokenCreateResponse(token)))
    let response: TokenCreateResponse = try WireJSON.decode(from: plaintext)
    #expect(response.token == token)
    let short = Secret(#"{"tokenId":"t","tokenSecret":"AAAA"}"#.utf8)
    let spoiled: TokenCreateResponse = try WireJSON.decode(from: short)
    #expect(spoiled.token == nil)
  }

  @Test func `every computation of the workload runs`() throws {
    let workload = try ProtocolWorkload()
    #expect(try workload.possessionSignature() != workload.possessionSignature())
    #expect(try workload.pinSignature().contains("possession_knowledge"))
    #expect(try workload.pinUnlock().count == 16)
    #expect(try workload.statusDecode() == .inSync)
    #expect(try workload.eciesEncrypt().timestamp == 0)
    let answer = try workload.eciesAnswer()
    #expect(try workload.eciesDecrypt(answer).count == ProtocolWorkload.plaintextSize)
    #expect(try workload.shortestPBKDF2().count == 16)
    #expect(try workload.activation { server in try server() }.fingerprint.count == 8)
    #expect(workload.tokenHeader() != workload.tokenHeader())
  }
}
