import PowerAuth
import Testing
import TokenModel

@testable import Sandbox

@Suite struct TokenTests {
  let bank: TestBank

  init() throws { bank = try TestBank() }

  @Test(arguments: ProtocolVersion.allCases)
  func `a token works until it is removed`(version: ProtocolVersion) async throws {
    let device = try await TestDevice.active(bank, version)
    #expect(try await device.withToken("list").verdict == "200")
    let id = try #require(device.token?.id)
    let answer = try await device.signed(
      Endpoint.tokenRemove.path, uriID: "/pa/token/remove",
      Array(#"{"requestObject":{"tokenId":"\#(id)"}}"#.utf8), .possession)
    #expect(answer.json?["responseObject"]?["tokenId"]?.string == id)
    #expect(try await device.withToken("list").verdict == "401 POWERAUTH_AUTH_FAIL")
  }

  @Test(arguments: [
    (-7200, "200"), (-7201, refused), (1800, "200"), (1801, refused),
  ])
  func `a token header is good from two hours old to half an hour ahead`(
    seconds: Int, verdict: String
  ) async throws {
    let device = try await TestDevice.active(bank)
    let token = try await device.createToken()
    let time = bank.milliseconds + Int64(seconds) * 1000
    #expect(await list(TokenHeader(token, version: .v3_3, timestamp: time)) == verdict)
  }

  @Test func `a token header serves once`() async throws {
    let device = try await TestDevice.active(bank)
    let header = TokenHeader(
      try await device.createToken(), version: .v3_3, timestamp: bank.milliseconds)
    #expect(await list(header) == "200")
    #expect(await list(header) == Self.refused)
    bank.clock.advance(seconds: 7199)
    #expect(await list(header) == Self.refused)
  }

  @Test func `a wrong secret and a missing header are refused`() async throws {
    let device = try await TestDevice.active(bank)
    let token = try await device.createToken()
    let forged = AccessToken(id: token.id, secret: Secret(Array(0..<16)))
    #expect(
      await list(TokenHeader(forged, version: .v3_3, timestamp: bank.milliseconds)) == Self.refused)
    let answer = await bank.mobile("/api/auth/token/app/operation/list", Array("{}".utf8))
    #expect(answer.verdictWithMessage == "401 POWERAUTH_AUTH_FAIL Authentication failed")
  }

  @Test func `a token serves only while the activation is active`() async throws {
    let device = try await TestDevice.active(bank)
    #expect(try await device.withToken("list").verdict == "200")
    let path = "registrations/\(device.record.activationID)"
    _ = await bank.cloud("PUT", path, ["change": "BLOCK"])
    #expect(try await device.withToken("list").verdict == Self.refused)
    _ = await bank.cloud("PUT", path, ["change": "UNBLOCK"])
    #expect(try await device.withToken("list").verdict == "200")
  }

  @Test func `removal of somebody else's token changes nothing`() async throws {
    let alice = try await TestDevice.active(bank)
    let bob = try await TestDevice.active(bank, userID: "bob")
    let token = try await alice.createToken()
    alice.token = token
    let answer = try await bob.signed(
      Endpoint.tokenRemove.path, uriID: "/pa/token/remove",
      Array(#"{"requestObject":{"tokenId":"\#(token.id)"}}"#.utf8), .possession)
    #expect(answer.verdict == "200")
    #expect(try await alice.withToken("list").verdict == "200")
  }

  // MARK: - Support

  private static let refused = "401 POWERAUTH_AUTH_FAIL"

  private func list(_ header: TokenHeader) async -> String {
    await bank.mobile(
      "/api/auth/token/app/operation/list", Array("{}".utf8),
      headers: [(TokenHeader.name, header.value)]
    ).verdict
  }
}
