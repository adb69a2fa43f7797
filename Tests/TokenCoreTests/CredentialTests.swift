import PowerAuth
import TestSupport
import Testing
import TokenCore
import TokenModel

/// By what right an activation is asked for, and what travels with it.
@Suite struct CredentialTests {
  static let create = "/pa/v3/activation/create"

  static func request(
    _ credential: ActivationCredential, _ world: TokenWorld, name: String = "My terminal",
    otp: String? = nil, extras: String? = nil, attributes: [String: JSONValue]? = nil
  ) throws -> ActivationRequest {
    ActivationRequest(
      credential: credential, deviceName: name, otp: otp, extras: extras,
      customAttributes: attributes, pin: try world.pin("2580"))
  }

  static func recovery(puk: String) throws -> ActivationCredential {
    .recovery(code: try #require(ActivationCode(random: Array(1...10))), puk: puk)
  }

  static func offerRecovery(_ world: TokenWorld) async throws {
    let code = try #require(ActivationCode(random: Array(1...10))).text
    await world.server.configure {
      $0.recovery = (code, ["1111111111", "2222222222", "3333333333"], 1)
    }
  }

  @Test(arguments: ProtocolVersion.allCases)
  func `the bank's own credentials make an activation`(version: ProtocolVersion) async throws {
    let world = try TokenWorld(version: version)
    let credentials = ["username": "jana", "password": "secret"]
    let made = try await world.token.activate(Self.request(.custom(credentials), world))
    #expect(try await world.token.localActivation() == made.local)
    let outer = try #require(await world.server.lastActivation).outer
    #expect(outer.type == .custom)
    #expect(outer.identityAttributes == credentials)
  }

  @Test(arguments: ProtocolVersion.allCases)
  func `a recovery code and its PUK make an activation`(version: ProtocolVersion) async throws {
    let world = try TokenWorld(version: version)
    try await Self.offerRecovery(world)
    _ = try await world.token.activate(Self.request(Self.recovery(puk: "1111111111"), world))
    #expect(try await world.token.localActivation() != nil)
    #expect(try #require(await world.server.lastActivation).outer.type == .recovery)
  }

  @Test func `a wrong PUK is told with the one that comes next`() async throws {
    let world = try TokenWorld()
    try await Self.offerRecovery(world)
    await world.server.configure { $0.recovery?.next = 2 }
    await #expect(throws: TokenFailure.recoveryRefused(nextPUK: 2)) {
      try await world.token.activate(Self.request(Self.recovery(puk: "1111111111"), world))
    }
    #expect(try await world.token.localActivation() == nil)
    _ = try await world.token.activate(Self.request(Self.recovery(puk: "2222222222"), world))
  }

  @Test func `an unknown recovery code is told without a number`() async throws {
    let world = try TokenWorld()
    await #expect(throws: TokenFailure.recoveryRefused(nextPUK: nil)) {
      try await world.token.activate(Self.request(Self.recovery(puk: "1111111111"), world))
    }
  }

  @Test(arguments: [
    ("111111111", TokenFailure.pukFormat), ("11111111111", .pukFormat), ("11111o1111", .pukFormat),
    ("", .pukFormat), ("١١١١١١١١١١", .pukFormat),
  ])
  func `a PUK that is not ten digits is refused before anything is sent`(
    puk: String, failure: TokenFailure
  ) async throws {
    let world = try TokenWorld()
    await #expect(throws: failure) {
      try await world.token.activate(Self.request(Self.recovery(puk: puk), world))
    }
    #expect(await world.server.received.isEmpty)
  }

  @Test(arguments: [
    (ActivationCredential.custom([:]), TokenFailure.noCredentials),
    (
      .oidc(OIDCGrant(providerID: "bank-id", code: "", nonce: "n", codeVerifier: nil)),
      .emptyAttribute(name: "code")
    ),
    (
      .oidc(OIDCGrant(providerID: "", code: "c", nonce: "n", codeVerifier: nil)),
      .emptyAttribute(name: "providerId")
    ),
  ])
  func `an empty credential is refused before anything is sent`(
    credential: ActivationCredential, failure: TokenFailure
  ) async throws {
    let world = try TokenWorld()
    await #expect(throws: failure) {
      try await world.token.activate(Self.request(credential, world))
    }
    #expect(await world.server.received.isEmpty)
  }

  @Test func `all that goes along arrives where it belongs`() async throws {
    let world = try TokenWorld()
    let attributes: [String: JSONValue] = ["branch": "Brno", "levels": [1, 2]]
    let extras = String(repeating: "ž", count: 4000)
    _ = try await world.token.activate(
      Self.request(
        .custom(["username": "jana", "password": "secret"]), world,
        name: String(repeating: "n", count: 255), otp: "1234", extras: extras,
        attributes: attributes))
    let (outer, inner) = try #require(await world.server.lastActivation)
    #expect(outer.customAttributes == attributes)
    #expect(inner.activationName.count == 255)
    #expect(inner.extras == extras)
    #expect(inner.activationOtp == "1234")
    #expect(inner.platform == "linux")
    #expect(inner.deviceInfo == "test")
  }

  @Test func `what nobody gave is left out of the request`() async throws {
    let world = try TokenWorld()
    try await world.activate()
    let (outer, inner) = try #require(await world.server.lastActivation)
    #expect(outer.customAttributes == nil)
    #expect(inner.extras == nil)
    #expect(inner.activationOtp == nil)
  }

  @Test func `extras and attributes beyond the limits are refused before anything is sent`()
    async throws
  {
    let world = try TokenWorld()
    let credential = ActivationCredential.custom(["username": "jana"])
    await #expect(throws: TokenFailure.tooLong(field: .extras, limit: 4000)) {
      try await world.token.activate(
        Self.request(credential, world, extras: String(repeating: "x", count: 4001)))
    }
    await #expect(throws: TokenFailure.tooLong(field: .attributes, limit: 65_536)) {
      try await world.token.activate(
        Self.request(
          credential, world, attributes: ["a": .string(String(repeating: "x", count: 65_536))]))
    }
    #expect(await world.server.received.isEmpty)
  }

  @Test(arguments: ProtocolVersion.allCases)
  func `the answer tells recovery codes, claims and attributes once`(
    version: ProtocolVersion
  ) async throws {
    let world = try TokenWorld(version: version)
    let text = try #require(ActivationCode(random: Array(11...20))).text
    await world.server.configure {
      $0.newRecovery = ActivationRecovery(recoveryCode: text, puk: "0123456789")
      $0.customAttributes = ["greeting": "Dobrý den"]
    }
    let code = try #require(await world.server.makeCode())
    let made = try await world.token.activate(Self.request(.code(code), world))
    let codes = try #require(made.recovery).reveal()
    #expect(codes.code == text)
    #expect(codes.puk == "0123456789")
    #expect(made.userInfo?.givenName == "Jana")
    #expect(made.customAttributes == ["greeting": "Dobrý den"])
    #expect(!"\(made)".contains(text))
  }

  @Test func `an external key that is there locks the new activation, too`() async throws {
    let world = try TokenWorld(externalKey: Secret(1...16))
    #expect(try await world.activate().usesExternalKey)
    try await world.token.validatePIN(world.pin("2580"))
    let without = try world.secondToken()
    await #expect(throws: TokenFailure.externalKey(.required)) {
      try await without.validatePIN(world.pin("2580"))
    }
    #expect(try await world.token.status().attemptsLeft == 5)
  }

  @Test func `nothing is told where the bank tells nothing`() async throws {
    let world = try TokenWorld()
    await world.server.configure { $0.userInfo = nil }
    let code = try #require(await world.server.makeCode())
    let made = try await world.token.activate(Self.request(.code(code), world))
    #expect(made.recovery == nil)
    #expect(made.userInfo == nil)
    #expect(made.customAttributes == nil)
  }

  @Test(arguments: ["ERR_TEMPORARY_KEY", "ERR_ENCRYPTION"])
  func `a request that was not opened is repeated once, with the same code`(
    refusal: String
  ) async throws {
    let world = try TokenWorld()
    let answer = FaultTests.json(
      400, #"{"status":"ERROR","responseObject":{"code":"\#(refusal)"}}"#)
    let tries = RequestCounter()
    await world.server.breaking { _, path in
      guard path == Self.create else { return nil }
      tries.count()
      return tries.value == 1 ? .intercepted(answer) : nil
    }
    try await world.activate()
    #expect(tries.value == 2)

    let other = try TokenWorld()
    await other.server.breaking { _, path in path == Self.create ? .intercepted(answer) : nil }
    await #expect(
      throws: TokenFailure.refused(ServerRefusal(status: 400, code: refusal, message: ""))
    ) { try await other.activate() }
    let keys = await other.server.received.count { $0 == "/pa/v3/keystore/create" }
    #expect(keys == 2)
    #expect(try await other.token.localActivation() == nil)
  }
}
