import PowerAuth
import PowerAuthCrypto
import TestSupport
import Testing
import TokenCore
import TokenModel

/// Answers that nobody may believe: each is a named failure, and nothing is changed by it.
@Suite struct BadAnswerTests {
  static let paths = [
    "/pa/v3/user/info", "/pa/v3/activation/detail", "/pa/v3/activation/rename",
    "/pa/v3/token/create", "/pa/v3/upgrade/start",
  ]

  /// What is done to a cryptogram on its way.
  static let damages: [(name: String, change: @Sendable (JSONValue) -> JSONValue)] = [
    ("truncated", { $0.setting("encryptedData", to: cut($0["encryptedData"])) }),
    ("emptied", { $0.setting("encryptedData", to: "") }),
    ("not Base64", { $0.setting("encryptedData", to: "ž") }),
    ("without MAC", { $0.setting("mac", to: .null) }),
    ("short MAC", { $0.setting("mac", to: "AAAA") }),
    ("another nonce", { $0.setting("nonce", to: "AAAAAAAAAAAAAAAAAAAAAA==") }),
    ("without nonce", { $0.setting("nonce", to: .null) }),
    ("another time", { $0.setting("timestamp", to: 1) }),
    ("without time", { $0.setting("timestamp", to: .null) }),
    ("nothing", { _ in [:] }),
  ]

  private static func cut(_ text: JSONValue?) -> JSONValue {
    .string(Base64.encode(Array((Base64.decode(text?.string ?? "") ?? []).dropLast(16))))
  }

  private static func act(_ world: TokenWorld, _ path: String) async throws {
    let factor = SecondFactor.pin(try world.pin("2580"))
    switch path {
    case "/pa/v3/user/info": _ = try await world.token.userInfo()
    case "/pa/v3/activation/detail": _ = try await world.token.activationDetail(with: factor)
    case "/pa/v3/activation/rename": _ = try await world.token.rename("Kuchyň", with: factor)
    case "/pa/v3/token/create":
      _ = try await world.token.createToken(named: "a", factors: .possession, with: nil)
    default: try await world.token.validatePIN(world.pin("2580"))
    }
  }

  @Test(arguments: paths, damages.indices)
  func `a cryptogram that was tampered with changes nothing`(
    path: String, damage: Int
  ) async throws {
    let world =
      path.hasSuffix("upgrade/start")
      ? try await UpgradeTests.legacyWorld() : try TokenWorld()
    if !path.hasSuffix("upgrade/start") { try await world.activate() }
    await world.server.breaking { _, found in
      found == path ? .changed(Self.damages[damage].change) : nil
    }
    let before = try world.store.activation()
    await #expect(throws: TokenFailure.self, "\(Self.damages[damage].name)") {
      try await Self.act(world, path)
    }
    var after = try world.store.activation()
    if let before { after?.record.counter = before.record.counter }
    #expect(after == before)
    #expect(try await world.token.tokens().allSatisfy { $0.name == "activation_detail" })
    await world.server.breaking(nil)
    try await Self.act(world, path)
    #expect(try await world.token.status().attemptsLeft == 5)
  }

  @Test(arguments: paths)
  func `the answer to another request is not believed`(path: String) async throws {
    let world =
      path.hasSuffix("upgrade/start")
      ? try await UpgradeTests.legacyWorld() : try TokenWorld()
    if !path.hasSuffix("upgrade/start") { try await world.activate() }
    let context = try EciesContext(
      version: .v3_3, credentials: world.server.credentials, scope: .application,
      purpose: .application, temporaryKeyID: "key")
    let stranger = PrivateKey.generate()
    var encryptor = EciesEncryptor(context, serverKey: stranger.publicKey)
    var decryptor = EciesDecryptor(context, privateKey: stranger)
    _ = try decryptor.decrypt(
      try encryptor.encrypt(WireJSON.emptyObject, timestamp: world.clock.wall))
    let foreign = try WireJSON.encode(
      try decryptor.encrypt(WireJSON.emptyObject, timestamp: world.clock.wall))
    await world.server.breaking { _, found in
      found == path
        ? .replaced(IncomingAnswer(status: 200, headers: [], body: foreign)) : nil
    }
    await #expect(throws: TokenFailure.self) { try await Self.act(world, path) }
    await world.server.breaking(nil)
    try await Self.act(world, path)
  }

  /// Claims and header of a temporary key's token, and who signs it.
  struct Forgery: Sendable, CustomTestStringConvertible {
    let testDescription: String
    var header: JSONValue = ["alg": "ES256", "typ": "JWT"]
    var claims: [String: JSONValue] = [:]
    var isSignedByStranger = false
    var isCut = false
    var failure = TokenFailure.untrustedAnswer(.protection)
  }

  static let forgeries: [Forgery] = [
    Forgery(testDescription: "another type", header: ["alg": "ES256", "typ": "JOSE"]),
    Forgery(testDescription: "no type", header: ["alg": "ES256"]),
    Forgery(testDescription: "no algorithm", header: ["alg": "none", "typ": "JWT"]),
    Forgery(testDescription: "another algorithm", header: ["alg": "HS256", "typ": "JWT"]),
    Forgery(testDescription: "another challenge", claims: ["challenge": "AAAA"]),
    Forgery(testDescription: "another application", claims: ["applicationKey": "AAAA"]),
    Forgery(testDescription: "another activation", claims: ["activationId": "other"]),
    Forgery(testDescription: "no identifier", claims: ["sub": ""]),
    Forgery(
      testDescription: "expired", claims: ["iat_ms": 1, "exp_ms": 2],
      failure: .untrustedAnswer(.serverTime)),
    Forgery(testDescription: "point at infinity", claims: ["publicKey": "AA=="]),
    Forgery(
      testDescription: "point off the curve",
      claims: [
        "publicKey": .string(Base64.encode([4] + [UInt8](repeating: 1, count: 64)))
      ]),
    Forgery(testDescription: "foreign signature", isSignedByStranger: true),
    Forgery(testDescription: "cut short", isCut: true),
  ]

  @Test(arguments: forgeries)
  func `a temporary key that is not the server's own is not used`(forgery: Forgery) async throws {
    let world = try TokenWorld()
    let server = world.server
    await server.breaking { _, path in
      path == "/pa/v3/keystore/create" ? .changed { Self.forged($0, forgery, server) } : nil
    }
    let code = try #require(await world.server.makeCode())
    await #expect(throws: forgery.failure) {
      try await world.token.activate(
        ActivationRequest(code: code, deviceName: "x", pin: world.pin("2580")))
    }
    #expect(await world.server.received.contains("/pa/v3/activation/create") == false)
    #expect(try await world.token.localActivation() == nil)
    await world.server.breaking(nil)
    _ = try await world.token.activate(
      ActivationRequest(code: code, deviceName: "x", pin: world.pin("2580")))
  }

  /// Header and claims as the forgery wants them, signed by the server's own key or a stranger's.
  private static func forged(
    _ answer: JSONValue, _ forgery: Forgery, _ server: ReferenceServer
  ) -> JSONValue {
    let jwt = answer["responseObject"]?["jwt"]?.string ?? ""
    let parts = jwt.split(separator: ".").map(String.init)
    guard parts.count == 3, let payload = Base64.decodeURLSafe(parts[1]),
      var claims = try? JSONValue(parsing: payload)
    else { return answer }
    for (name, value) in forgery.claims { claims = claims.setting(name, to: value) }
    let text = [forgery.header, claims].map { Base64.encodeURLSafe($0.bytes()) }
      .joined(separator: ".")
    let signature =
      forgery.isSignedByStranger
      ? PrivateKey.generate().signature(for: Array(text.utf8), format: .raw)
      : server.masterSignature(Array(text.utf8))
    let forged = forgery.isCut ? text : "\(text).\(Base64.encodeURLSafe(signature))"
    return answer.setting("responseObject", to: ["jwt": .string(forged)])
  }
}
