import PowerAuth
import PowerAuthCrypto
import Testing
import TokenModel

@testable import Sandbox

@Suite struct ActivationTests {
  let bank: TestBank

  init() throws { bank = try TestBank() }

  @Test(arguments: ProtocolVersion.allCases)
  func `the whole story works in every version`(version: ProtocolVersion) async throws {
    let (id, code) = try await bank.register()
    let device = try await TestDevice.activated(bank, code, version)
    #expect(try await device.status().state == .pendingCommit)
    await bank.commit(id)
    let blob = try await device.status()
    #expect(blob.state == .active)
    #expect((blob.failedAttempts, blob.maxFailedAttempts, blob.lookAhead) == (0, 5, 20))
    #expect(try await device.validate().verdict == "200")
    #expect(try await device.validate(.possession).verdict == "200")
    #expect(try await device.operations() == [])
    let operation = try await bank.operation()
    #expect(try await device.operations().map { try $0.text("id") } == [operation])
    #expect(try await device.approve(operation).verdict == "200")
    #expect(try await device.operations() == [])
    let removal = try await device.remove()
    #expect(removal.json?["responseObject"]?["activationId"]?.string == id)
    #expect(try await device.status().state == .removed)
    #expect(try await device.validate().verdict == "401 ERR_AUTHENTICATION")
  }

  @Test func `the same paths answer below enrollment-server`() async throws {
    let answer = await bank.mobile("/enrollment-server/pa/v3/status", Array("{}".utf8))
    #expect(
      try answer.object().object("responseObject").integer("serverTime") == bank.milliseconds)
  }

  @Test func `a code serves once`() async throws {
    let (_, code) = try await bank.register()
    _ = try await TestDevice.activated(bank, code)
    #expect(try await verdict(code) == Self.refused)
  }

  @Test func `a code is over after five minutes`() async throws {
    let (_, code) = try await bank.register()
    bank.clock.advance(seconds: 301)
    #expect(try await verdict(code) == Self.refused)
  }

  @Test func `an unknown code is refused with the server's words`() async throws {
    let code = try #require(ActivationCode(random: SecureRandom.bytes(10)))
    var exchange = exchange()
    let answer = try await TestDevice.send(&exchange, bank, code, .v3_3)
    #expect(answer.verdictWithMessage == "400 ERR_ACTIVATION POWER_AUTH_ACTIVATION_INVALID")
  }

  @Test func `a one-time password makes the activation active at once`() async throws {
    let (_, code) = try await registerWithPassword()
    let device = try await TestDevice.activated(bank, code, otp: "1234")
    #expect(try await device.status().state == .active)
    let (_, other) = try await bank.register(["otp": "5678", "commitPhase": "ON_KEY_EXCHANGE"])
    #expect(try await verdict(other) == Self.refused)
    #expect(try await verdict(other, otp: "5678") == "200")
  }

  @Test func `a missing password is refused uncounted`() async throws {
    let (_, code) = try await registerWithPassword()
    for _ in 1...6 { #expect(try await verdict(code) == Self.refused) }
    #expect(try await verdict(code, otp: " ") == Self.refused)
    #expect(try await verdict(code, otp: "1234") == "200")
  }

  @Test func `a password that nobody asked for commits, as on released servers`() async throws {
    let (_, code) = try await bank.register()
    let device = try await TestDevice.activated(bank, code, otp: "1234")
    #expect(try await device.status().state == .active)
  }

  @Test(arguments: ProtocolVersion.allCases)
  func `a password of the commit is the bank's to tell`(version: ProtocolVersion) async throws {
    let (id, code) = try await bank.register(["otp": "1234", "otpValidation": "ON_COMMIT"])
    #expect(try await verdict(code, otp: "1234") == Self.refused)
    let device = try await TestDevice.activated(bank, code, version)
    #expect(try await device.status().state == .pendingCommit)
    #expect(await commit(id, nil) == "400 ERROR_OTP_INVALID")
    #expect(await commit(id, "0000") == "400 ERROR_OTP_INVALID")
    #expect(try await device.status().failedAttempts == 1)
    #expect(await commit(id, "1234") == "200")
    let blob = try await device.status()
    #expect(blob.state == .active)
    #expect(blob.failedAttempts == 0)
  }

  @Test func `the fifth wrong password at the commit ends the registration`() async throws {
    let (id, code) = try await bank.register(["otp": "1234"])
    let device = try await TestDevice.activated(bank, code)
    for _ in 1...5 { #expect(await commit(id, "0000") == "400 ERROR_OTP_INVALID") }
    #expect(try await device.status().state == .removed)
    #expect(await commit(id, "1234") == "400 ERROR_REGISTRATION_CHANGE")
  }

  @Test func `a password of the key exchange is not taken at the commit`() async throws {
    let (id, code) = try await bank.register()
    _ = try await TestDevice.activated(bank, code)
    #expect(await commit(id, "1234") == "200")
    let (other, otherCode) = try await registerWithPassword()
    _ = try await TestDevice.activated(bank, otherCode, otp: "1234")
    #expect(await commit(other, "1234") == "400 ERROR_REGISTRATION_CHANGE")
  }

  @Test func `the fifth wrong password ends the registration`() async throws {
    let (id, code) = try await registerWithPassword()
    for _ in 1...4 { #expect(try await verdict(code, otp: "0000") == Self.refused) }
    #expect(try await bank.registration(id).text("registrationStatus") == "CREATED")
    #expect(try await verdict(code, otp: "0000") == Self.refused)
    #expect(try await bank.registration(id).text("registrationStatus") == "REMOVED")
    #expect(try await verdict(code, otp: "1234") == Self.refused)
  }

  @Test func `a registration may commit with the key exchange`() async throws {
    let (_, code) = try await bank.register(["commitPhase": "ON_KEY_EXCHANGE"])
    let device = try await TestDevice.activated(bank, code)
    #expect(try await device.status().state == .active)
  }

  @Test func `a demonstration commits by itself after two seconds`() async throws {
    let code = try await bank.sandbox.createDemoActivation()
    let device = try await TestDevice.activated(bank, code)
    bank.clock.advance(seconds: 1.9)
    #expect(try await device.status().state == .pendingCommit)
    bank.clock.advance(seconds: 0.1)
    #expect(try await device.status().state == .active)
  }

  @Test func `unknown and uncommenced activations answer random bytes`() async throws {
    let (created, _) = try await bank.register()
    for id in [created, "nobody"] {
      let request = StatusRequest(activationId: id, challenge: SecureRandom.bytes(16))
      let body = try WireJSON.encode(RequestEnvelope(request))
      let answers = try await [
        bank.mobile(Endpoint.activationStatus.path, body),
        bank.mobile(Endpoint.activationStatus.path, body),
      ].map { try $0.object().object("responseObject").text("encryptedStatusBlob") }
      #expect(answers[0] != answers[1])
      #expect(Base64.decode(answers[0])?.count == StatusBlob.size)
    }
  }

  @Test(arguments: [
    ("/pa/v3/activation/create", "{}", "400 ERR_ACTIVATION"),
    ("/pa/v3/activation/create", "no JSON", "400 ERR_ACTIVATION"),
    ("/pa/v3/activation/status", "{}", "400 ERR_ACTIVATION"),
    ("/pa/v3/activation/status", "no JSON", "500 ERROR_GENERIC"),
    ("/pa/v3/keystore/create", "{}", "400 ERR_TEMPORARY_KEY"),
    ("/pa/v3/keystore/create", #"{"requestObject":{"jwt":"a.b.c"}}"#, "400 ERR_TEMPORARY_KEY"),
    ("/pa/v3/token/create", "{}", "401 ERR_AUTHENTICATION"),
    ("/pa/v3/signature/validate", "{}", "401 ERR_AUTHENTICATION"),
    ("/pa/v3/nowhere", "{}", "404 ERROR_NOT_FOUND"),
    ("/api/auth/token/app/operation/list", "{}", "401 POWERAUTH_AUTH_FAIL"),
    ("/api/auth/token/app/operation/authorize", "{}", "401 POWERAUTH_AUTH_FAIL"),
    ("/api/auth/token/app/operation/cancel", "{}", "401 POWERAUTH_AUTH_FAIL"),
    ("/api/auth/token/app/operation/cancel", "no JSON", "500 ERROR_GENERIC"),
  ])
  func `bad input is refused by its rule`(path: String, body: String, verdict: String) async {
    #expect(await bank.mobile(path, Array(body.utf8)).verdict == verdict)
  }

  @Test func `a foreign method is a general error`() async {
    let answer = await bank.sandbox.handle(SandboxRequest(method: "GET", target: "/pa/v3/status"))
    #expect(answer.verdict == "500 ERROR_GENERIC")
  }

  // MARK: - Support

  private static let refused = "400 ERR_ACTIVATION"

  private func exchange(_ version: ProtocolVersion = .v3_3) -> ActivationKeyExchange {
    ActivationKeyExchange(credentials: bank.sandbox.credentials, version: version)
  }

  private func verdict(_ code: ActivationCode, otp: String? = nil) async throws -> String {
    var exchange = exchange()
    return try await TestDevice.send(&exchange, bank, code, .v3_3, otp: otp).verdict
  }

  private func commit(_ id: String, _ otp: String?) async -> String {
    await bank.cloud(
      "POST", "registrations/\(id)/commit", otp.map { ["otp": .string($0)] } ?? [:]
    ).verdict
  }

  private func registerWithPassword() async throws -> (id: String, code: ActivationCode) {
    try await bank.register(["otp": "1234", "otpValidation": "ON_KEY_EXCHANGE"])
  }
}
