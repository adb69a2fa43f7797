import PowerAuth
import Testing
import TokenModel

@testable import Sandbox

/// What a device learns of itself and its person, and a new name.
@Suite struct NamingTests {
  let bank: TestBank

  init() throws { bank = try TestBank() }

  @Test(arguments: ProtocolVersion.allCases)
  func `a token of two factors shows the activation's detail`(version: ProtocolVersion)
    async throws
  {
    let device = try await TestDevice.active(bank, version)
    let token = try await device.createToken(.possessionKnowledge)
    let detail: ResponseEnvelope<ActivationDetailResponse> = try await device.exchange(
      .activationDetail, token: token
    ).open()
    #expect(detail.responseObject?.activationId == device.record.activationID)
    #expect(detail.responseObject?.activationName == "Test")
  }

  @Test func `a token of possession alone, none and a stale one show nothing`() async throws {
    let device = try await TestDevice.active(bank)
    let refused = "401 ERR_AUTHENTICATION POWER_AUTH_SIGNATURE_INVALID"
    let weak = try await device.createToken()
    #expect(
      try await device.exchange(.activationDetail, token: weak).verdictWithMessage == refused)
    #expect(try await device.exchange(.activationDetail).verdictWithMessage == refused)
    let strong = try await device.createToken(.possessionKnowledge)
    let id = device.record.activationID
    _ = await bank.cloud("PUT", "registrations/\(id)", ["change": "BLOCK"])
    #expect(
      try await device.exchange(.activationDetail, token: strong).verdictWithMessage == refused)
  }

  @Test func `a token with a cryptogram that does not open is answered by nothing`()
    async throws
  {
    let device = try await TestDevice.active(bank)
    let token = try await device.createToken(.possessionKnowledge)
    let header = TokenHeader(token, version: .v3_3, timestamp: bank.milliseconds)
    let answer = await bank.mobile(
      Endpoint.activationDetail.path, WireJSON.emptyObject,
      headers: [(TokenHeader.name, header.value)])
    #expect(answer == .empty)
  }

  @Test(arguments: ProtocolVersion.allCases, [Factors.possessionKnowledge, .possessionBiometry])
  func `a new name is signed before its encryption`(
    version: ProtocolVersion, factors: Factors
  ) async throws {
    let device = try await TestDevice.active(bank, version)
    try await device.addBiometry()
    let answer: ResponseEnvelope<ActivationDetailResponse> = try await device.rename(
      "Kuchyň", factors
    ).open()
    #expect(answer.isOK)
    #expect(answer.responseObject?.activationName == "Kuchyň")
    let state = try await bank.registration(device.record.activationID)
    #expect(try state.text("name") == "Kuchyň")
  }

  @Test func `a signature over the cryptogram, or of possession alone, does not rename`()
    async throws
  {
    let device = try await TestDevice.active(bank)
    let refused = "401 ERR_AUTHENTICATION POWER_AUTH_SIGNATURE_INVALID"
    #expect(try await device.rename("New", .possession).verdictWithMessage == refused)
    let plain = try WireJSON.encode(ActivationRenameRequest(activationName: "New"))
    let late = try await device.exchange(.activationRename, plain, .possessionKnowledge)
    #expect(late.verdictWithMessage == refused)
    #expect(try await device.status().failedAttempts == 1)
    #expect(try await bank.registration(device.record.activationID).text("name") == "Test")
  }

  @Test(arguments: [
    #"{"activationName":" "}"#, #"{"activationName":""}"#, "{}", "[]",
    #"{"activationName":"\#(String(repeating: "a", count: 256))"}"#,
  ])
  func `a name that servers do not take is refused`(plaintext: String) async throws {
    let device = try await TestDevice.active(bank)
    let answer = try await device.exchange(
      .activationRename, Array(plaintext.utf8), .possessionKnowledge, order: .signFirst)
    #expect(answer.verdict == "400 ERR_ACTIVATION")
  }

  @Test func `a released server refuses every new name, but the signature counts`()
    async throws
  {
    let device = try await TestDevice.active(bank)
    bank.sandbox.faults.refusesRename = true
    #expect(
      try await device.rename("New").verdictWithMessage
        == "400 ERR_ACTIVATION POWER_AUTH_ACTIVATION_INVALID")
    #expect(try await device.status().counterByte == device.record.counter.byte)
    #expect(try await bank.registration(device.record.activationID).text("name") == "Test")
  }

  // MARK: - User info

  @Test(arguments: ProtocolVersion.allCases)
  func `a device reads its person's claims`(version: ProtocolVersion) async throws {
    let device = try await TestDevice.active(bank, version)
    let claims: JSONValue = try await device.exchange(.userInfo).open()
    #expect(claims["sub"] == "alice")
    #expect(claims["name"] == "Alice Archer")
    #expect(claims["iat"]?.int == bank.milliseconds / 1000)
    _ = await bank.cloud("PUT", "users/alice", ["claims": ["nickname": "Al", "sub": "forged"]])
    let changed: JSONValue = try await device.exchange(.userInfo).open()
    #expect(changed["nickname"] == "Al")
    #expect(changed["sub"] == "alice")
    #expect(changed["name"] == nil)
  }

  @Test func `of an unknown person there is the name of the account only`() async throws {
    let device = try await TestDevice.active(bank, userID: "zoe")
    let claims: JSONValue = try await device.exchange(.userInfo).open()
    #expect(claims.object?.keys.sorted() == ["iat", "jti", "sub"])
    #expect(await bank.cloud("GET", "users/zoe").verdict == "400 ERROR_USER_NOT_FOUND")
  }

  @Test func `user info wants exactly an empty object of an active device`() async throws {
    let device = try await TestDevice.active(bank)
    let refused = "400 ERR_ENCRYPTION POWER_AUTH_ENCRYPTION_FAILED"
    for plaintext in [#"{"a":1}"#, "[]", "text"] {
      let answer = try await device.exchange(.userInfo, Array(plaintext.utf8))
      #expect(answer.verdictWithMessage == refused)
    }
    #expect(
      await bank.mobile(Endpoint.userInfo.path, WireJSON.emptyObject).verdictWithMessage
        == refused)
    let id = device.record.activationID
    _ = await bank.cloud("PUT", "registrations/\(id)", ["change": "BLOCK"])
    #expect(try await device.exchange(.userInfo).verdictWithMessage == refused)
  }
}
