import PowerAuth
import Testing
import TokenModel

@testable import Sandbox

@Suite struct EncryptionTests {
  let bank: TestBank

  init() throws { bank = try TestBank() }

  @Test(arguments: ProtocolVersion.allCases)
  func `an encrypted request that comes again is refused`(version: ProtocolVersion) async throws {
    let device = try await TestDevice.active(bank, version)
    let (body, _) = try await device.tokenRequest()
    #expect(try await send(body, by: device) == "200 ")
    #expect(try await send(body, by: device) == Self.refused)
  }

  @Test(arguments: [(60, "200 "), (61, refused)])
  func `a timestamp may be a minute ahead`(seconds: Int, verdict: String) async throws {
    let device = try await TestDevice.active(bank, .v3_2)
    var encryptor = try EciesEncryptor(
      version: .v3_2, credentials: bank.sandbox.credentials, scope: device.record.scope,
      purpose: .tokenCreate, lastingKey: device.record.serverPublicKey, temporaryKey: nil)
    let request = try encryptor.encrypt(
      Array("{}".utf8), timestamp: bank.milliseconds + Int64(seconds) * 1000)
    #expect(try await send(WireJSON.encode(request), by: device) == verdict)
  }

  @Test func `a temporary key is over after five minutes`() async throws {
    let device = try await TestDevice.active(bank)
    let (late, _) = try await device.tokenRequest()
    bank.clock.advance(seconds: 301)
    #expect(try await send(late, by: device) == Self.refused)
  }

  @Test func `a temporary key of another scope does not serve`() async throws {
    let device = try await TestDevice.active(bank)
    let foreign = try await TestDevice.temporaryKey(
      bank, .v3_3, .application, signer: bank.sandbox.credentials.masterPublicKey)
    var encryptor = try EciesEncryptor(
      version: .v3_3, credentials: bank.sandbox.credentials, scope: device.record.scope,
      purpose: .tokenCreate, lastingKey: device.record.serverPublicKey, temporaryKey: foreign)
    let request = try encryptor.encrypt(Array("{}".utf8), timestamp: bank.milliseconds)
    #expect(try await send(WireJSON.encode(request), by: device) == Self.refused)
  }

  @Test func `temporary keys are given to active and blocked activations only`() async throws {
    let (id, code) = try await bank.register()
    let device = try await TestDevice.activated(bank, code)
    await #expect(throws: Absent.self) { try await device.temporaryKey() }
    await bank.commit(id)
    #expect(try await device.temporaryKey() != nil)
    _ = await bank.cloud("PUT", "registrations/\(id)", ["change": "BLOCK"])
    #expect(try await device.temporaryKey() != nil)
    _ = await bank.cloud("PUT", "registrations/\(id)", ["change": "REMOVE"])
    await #expect(throws: Absent.self) { try await device.temporaryKey() }
  }

  @Test func `a cryptogram without the fields of its version is refused`() async throws {
    let device = try await TestDevice.active(bank)
    let (body, _) = try await device.tokenRequest()
    let json = try JSONValue(parsing: body).setting("temporaryKeyId", to: .null)
    #expect(
      try await send(json.bytes(), by: device)
        == "401 ERR_AUTHENTICATION POWER_AUTH_REQUEST_INVALID")
    #expect(
      try await send(Array("[]".utf8), by: device)
        == "401 ERR_AUTHENTICATION POWER_AUTH_REQUEST_INVALID")
  }

  // MARK: - Support

  private static let refused = "401 ERR_AUTHENTICATION POWER_AUTH_TOKEN_ERROR"

  private func send(_ body: [UInt8], by device: TestDevice) async throws -> String {
    try await device.signed(
      Endpoint.tokenCreate.path, uriID: "/pa/token/create", body, .possession
    ).verdictWithMessage
  }
}
