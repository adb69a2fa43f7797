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
    #expect(try workload.eciesRoundTrip().count == ProtocolWorkload.plaintextSize)
    #expect(workload.tokenHeader() != workload.tokenHeader())
  }
}
