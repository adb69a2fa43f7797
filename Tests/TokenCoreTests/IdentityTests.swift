import PowerAuth
import TestSupport
import Testing
import TokenCore
import TokenModel

/// Who is behind an activation, and what it is called.
@Suite struct IdentityTests {
  static let info = "/pa/v3/user/info"
  static let detail = "/pa/v3/activation/detail"
  static let rename = "/pa/v3/activation/rename"

  private func active(
    _ version: ProtocolVersion = .v3_3, serverAhead: Int64 = 0
  ) async throws -> TokenWorld {
    let world = try TokenWorld(version: version, serverAhead: serverAhead)
    try await world.activate()
    return world
  }

  @Test(arguments: ProtocolVersion.allCases, [0, 86_400_000, -86_400_000] as [Int64])
  func `the bank tells who one is, encrypted and unsigned`(
    version: ProtocolVersion, ahead: Int64
  ) async throws {
    let world = try await active(version, serverAhead: ahead)
    let info = try await world.token.userInfo()
    #expect(info.subject == "user-1")
    #expect(info.givenName == "Jana")
    #expect(info.email == nil)
    let request = try #require(await world.server.requests[Self.info])
    #expect(request.headers.contains { $0.name == EncryptionHeader.name })
    #expect(!request.headers.contains { $0.name == SignatureHeader.name })
    #expect(try await world.token.status().isDeadlocked == false)
  }

  @Test func `a bank without that service is said to lack it`() async throws {
    let world = try await active()
    await world.server.configure { $0.userInfo = nil }
    await #expect(
      throws: TokenFailure.serverCannot(
        .userInfo, ServerRefusal(status: 400, code: "ERR_USER_INFO", message: ""))
    ) { try await world.token.userInfo() }
  }

  @Test func `a removed activation is named as the reason`() async throws {
    let world = try await active()
    await world.server.configure { $0.userInfo = nil }
    await world.server.change { $0.state = .removed }
    await #expect(throws: TokenFailure.removed) { try await world.token.userInfo() }
  }

  @Test(arguments: [
    (ProtocolVersion.v3_3, "ERR_TEMPORARY_KEY", 2), (.v3_3, "ERR_ENCRYPTION", 2),
    (.v3_2, "ERR_ENCRYPTION", 2), (.v3_1, "ERR_ENCRYPTION", 1), (.v3_0, "ERR_ENCRYPTION", 1),
  ])
  func `what was not opened is sent once more where something may have grown old`(
    version: ProtocolVersion, code: String, tries: Int
  ) async throws {
    let world = try await active(version)
    let answer = FaultTests.json(400, #"{"status":"ERROR","responseObject":{"code":"\#(code)"}}"#)
    let counter = RequestCounter()
    await world.server.breaking { _, path in
      guard path == Self.info else { return nil }
      counter.count()
      return .intercepted(answer)
    }
    await #expect(
      throws: TokenFailure.refused(ServerRefusal(status: 400, code: code, message: ""))
    ) { try await world.token.userInfo() }
    #expect(counter.value == tries)
    await world.server.breaking(nil)
    _ = try await world.token.userInfo()
  }

  @Test func `a server whose clock was set is believed again after one refusal`() async throws {
    let world = try await active()
    _ = try await world.token.userInfo()
    world.clock.jump(-4_000)
    await world.server.forgetTemporaryKeys(
      blaming: ServerRefusal(status: 400, code: "ERR_ENCRYPTION", message: ""))
    let before = await world.server.received.count { $0 == "/pa/v3/status" }
    #expect(try await world.token.userInfo().subject == "user-1")
    #expect(await world.server.received.count { $0 == "/pa/v3/status" } == before + 1)
  }

  @Test(arguments: ["ERR_TEMPORARY_KEY", "ERR_ENCRYPTION"])
  func `a temporary key that the server forgot in between costs one more try and no more`(
    blame: String
  ) async throws {
    let world = try await active()
    let token = world.token
    let factor = SecondFactor.pin(try world.pin("2580"))
    _ = try await token.userInfo()
    _ = try await token.activationDetail(with: factor)
    _ = try await token.oidcConfiguration(providerID: "bank-id")
    let refusal = ServerRefusal(status: 400, code: blame, message: "")
    let before = await world.server.received
    for path in [Self.info, Self.detail, Self.rename, "/api/config/oidc"] {
      await world.server.forgetTemporaryKeys(blaming: refusal)
      switch path {
      case Self.info: _ = try await token.userInfo()
      case Self.detail: _ = try await token.activationDetail(with: factor)
      // What the person gave is not used twice: the key is a fresh one from the start.
      case Self.rename: _ = try await token.rename("Kuchyň", with: factor)
      default: _ = try await token.oidcConfiguration(providerID: "bank-id")
      }
      let tries = await world.server.received.dropFirst(before.count).count { $0 == path }
      #expect(tries == (path == Self.rename ? 1 : 2), "\(path)")
    }
    #expect(try await token.status().attemptsLeft == 5)
  }

  @Test(arguments: ProtocolVersion.allCases)
  func `the detail is proven by a token of two factors, made once`(
    version: ProtocolVersion
  ) async throws {
    let world = try await active(version)
    let factor = SecondFactor.pin(try world.pin("2580"))
    #expect(try await world.token.activationDetail(with: factor).name == "My terminal")
    #expect(try await world.token.activationDetail(with: factor).name == "My terminal")
    #expect(await world.server.received.count { $0 == "/pa/v3/token/create" } == 1)
    let request = try #require(await world.server.requests[Self.detail])
    #expect(request.headers.contains { $0.name == TokenHeader.name })
    #expect(request.headers.contains { $0.name == EncryptionHeader.name })
    #expect(!request.headers.contains { $0.name == SignatureHeader.name })
    #expect(try await world.token.tokens().map(\.factors) == ["possession_knowledge"])
  }

  @Test func `a token for the detail that the server forgot is made anew once`() async throws {
    let world = try await active()
    let factor = SecondFactor.pin(try world.pin("2580"))
    _ = try await world.token.activationDetail(with: factor)
    await world.server.forgetTokens()
    #expect(try await world.token.activationDetail(with: factor).name == "My terminal")
    #expect(await world.server.received.count { $0 == "/pa/v3/token/create" } == 2)
    #expect(try await world.token.tokens().count == 1)
  }

  @Test func `a wrong PIN for the detail costs an attempt and leaves no token`() async throws {
    let world = try await active()
    await #expect(throws: TokenFailure.wrongPIN(attemptsLeft: 4)) {
      try await world.token.activationDetail(with: .pin(world.pin("0000")))
    }
    #expect(try await world.token.tokens().isEmpty)
  }

  @Test(arguments: ProtocolVersion.allCases)
  func `a new name is signed in the clear, sent encrypted, and kept on both sides`(
    version: ProtocolVersion
  ) async throws {
    let world = try await active(version)
    let local = try await world.token.rename("Kuchyň", with: .pin(world.pin("2580")))
    #expect(local.deviceName == "Kuchyň")
    #expect(try await world.secondToken().localActivation() == local)
    #expect(await world.server.activations.values.map(\.name) == ["Kuchyň"])
    let request = try #require(await world.server.requests[Self.rename])
    #expect(request.headers.contains { $0.name == SignatureHeader.name })
    #expect(!request.headers.contains { $0.name == EncryptionHeader.name })
    #expect(!String(decoding: request.body, as: UTF8.self).contains("Kuchyň"))
  }

  @Test func `a server that cannot rename is told kindly, and the name stays`() async throws {
    let world = try await active()
    await world.server.configure { $0.canRename = false }
    await #expect(
      throws: TokenFailure.serverCannot(
        .rename, ServerRefusal(status: 400, code: "ERR_ACTIVATION", message: ""))
    ) { try await world.token.rename("Kuchyň", with: .pin(world.pin("2580"))) }
    #expect(try await world.token.localActivation()?.deviceName == "My terminal")
  }

  @Test func `a rename whose answer is lost changes nothing here`() async throws {
    let world = try await active()
    await world.server.breaking { _, path in path == Self.rename ? .lostAnswer : nil }
    await #expect(throws: TokenFailure.outcomeUnknown(.connectionLost)) {
      try await world.token.rename("Kuchyň", with: .pin(world.pin("2580")))
    }
    #expect(try await world.token.localActivation()?.deviceName == "My terminal")
  }

  @Test(
    arguments: [
      ([:], ""), (["status": "OK"], "responseObject"),
      (["status": "ERROR", "responseObject": [:]], ""),
    ] as [(JSONValue, String)])
  func `a rename whose answer says nothing may have been done`(
    answer: JSONValue, lacking: String
  ) async throws {
    let world = try await active()
    await world.server.configure { $0.renameAnswer = answer }
    await #expect(
      throws: TokenFailure.outcomeUnknown(.unusableAnswer(.missing(member: lacking)))
    ) { try await world.token.rename("Kuchyň", with: .pin(world.pin("2580"))) }
    #expect(await world.server.activations.values.map(\.name) == ["Kuchyň"])
    #expect(try await world.token.localActivation()?.deviceName == "My terminal")
  }

  @Test(arguments: [
    ("", TokenFailure.emptyAttribute(name: "name")),
    (String(repeating: "n", count: 256), .tooLong(field: .deviceName, limit: 255)),
  ])
  func `a name that servers do not take is refused before anything is signed`(
    name: String, failure: TokenFailure
  ) async throws {
    let world = try await active()
    let before = await world.server.received.count
    await #expect(throws: failure) {
      try await world.token.rename(name, with: .pin(world.pin("2580")))
    }
    #expect(await world.server.received.count == before)
  }
}
