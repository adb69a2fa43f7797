import PowerAuth
import PowerAuthCrypto
import Testing
import TokenModel

@testable import Sandbox

@Suite struct SignInTests {
  let bank: TestBank

  init() throws { bank = try TestBank() }

  @Test(arguments: ProtocolVersion.allCases)
  func `the configuration tells how to sign in`(version: ProtocolVersion) async throws {
    let response = try await configuration("sandbox", version)
    #expect(response.providerId == "sandbox")
    #expect(response.clientId == "countersign-sandbox")
    #expect(response.scopes == "openid")
    #expect(response.pkceEnabled == true)
    #expect(response.authorizeUri == "http://bank.test:8080/oidc/sandbox/authorize")
    #expect(response.redirectUri == "http://127.0.0.1:8765/oidc/callback")
    #expect(try await configuration("sandbox-plain", version).pkceEnabled == false)
  }

  @Test func `the bank sets where the browser comes back to`() async throws {
    let uri = "http://127.0.0.1:50123/back"
    let path = "openid-providers/sandbox"
    #expect(await bank.cloud("PUT", path, ["redirectUri": .string(uri)]).status == 200)
    #expect(try await configuration("sandbox", .v3_3).redirectUri == uri)
    #expect(try await configuration("sandbox-plain", .v3_3).redirectUri != uri)
    #expect(try await bank.cloud("GET", path).object().text("redirectUri") == uri)
    #expect(
      await bank.cloud("PUT", path, ["redirectUri": "https://evil.example/"]).verdict
        == "400 ERROR_REQUEST")
    #expect(
      await bank.cloud("PUT", "openid-providers/other", ["redirectUri": .string(uri)]).verdict
        == "400 ERROR_PROVIDER_NOT_FOUND")
  }

  @Test func `an unknown provider and a broken cryptogram are refused`() async throws {
    #expect(
      try await ask("nobody").response.verdictWithMessage
        == "400 APPLICATION_CONFIGURATION_ERROR Unable to fetch application configuration.")
    let answer = await bank.mobile(Endpoint.oidcConfiguration.path, Array("{}".utf8))
    #expect(answer.verdictWithMessage == "400 ERR_ENCRYPTION POWER_AUTH_ENCRYPTION_FAILED")
  }

  @Test(arguments: ProtocolVersion.allCases)
  func `a sign-in activates its person, once`(version: ProtocolVersion) async throws {
    let code = try await signIn(user: "alice")
    let identity = identity(code)
    let device = try await TestDevice.activated(bank, by: identity, version)
    #expect(try await device.status().state == .active)
    let state = try await bank.registration(device.record.activationID)
    #expect(try state.text("userId") == "alice")
    #expect(try await TestDevice.verdict(bank, by: identity) == Self.refused)
  }

  @Test func `without a hint the demonstration's user signs in`() async throws {
    let device = try await TestDevice.activated(bank, by: identity(try await signIn()))
    let state = try await bank.registration(device.record.activationID)
    #expect(try state.text("userId") == "demo")
  }

  @Test func `a provider without PKCE takes no verifier`() async throws {
    let code = try await signIn(provider: "sandbox-plain", without: ["code_challenge"])
    let device = try await TestDevice.activated(
      bank, by: identity(code, provider: "sandbox-plain", verifier: nil))
    #expect(try await device.status().state == .active)
  }

  @Test func `another nonce, verifier or provider is refused`() async throws {
    for wrong in [
      identity(try await signIn(), nonce: "other"),
      identity(try await signIn(), verifier: "other"),
      identity(try await signIn(), verifier: nil),
      identity(try await signIn(), provider: "sandbox-plain"),
      identity(try await signIn(), provider: "nobody"),
      identity("unknown"),
      identity(try await signIn(without: ["nonce"])),
    ] {
      #expect(try await TestDevice.verdict(bank, by: wrong) == Self.refused)
    }
  }

  @Test func `a sign-in is over after five minutes`() async throws {
    let code = try await signIn()
    bank.clock.advance(seconds: 301)
    #expect(try await TestDevice.verdict(bank, by: identity(code)) == Self.refused)
  }

  @Test(arguments: [
    (["response_type": "token"], "error=unsupported_response_type"),
    (["scope": "profile"], "error=invalid_scope"),
    (["code_challenge_method": "plain"], "error=invalid_request"),
  ])
  func `mistakes go back to the client with its state`(
    change: [String: String], error: String
  ) async {
    let answer = await authorize(changes: change)
    #expect(answer.status == 302)
    #expect(answer.location == "http://127.0.0.1:4567/callback?\(error)&state=s%20%26%20t")
  }

  @Test(arguments: [
    "https://evil.example/callback", "http://127.0.0.1.evil.example/", "http://a@127.0.0.1/",
    "countersign://callback", "",
  ])
  func `nobody is sent to another machine`(target: String) async {
    let answer = await authorize(changes: ["redirect_uri": target])
    #expect(answer.verdict == "400 invalid_request")
    #expect(answer.location == nil)
  }

  @Test func `an unknown client is not sent anywhere`() async {
    let answer = await authorize(changes: ["client_id": "other"])
    #expect(answer.verdict == "400 invalid_request")
  }

  @Test func `a person may be made to refuse`() async {
    bank.sandbox.faults.signInError = "access_denied"
    let answer = await authorize()
    #expect(
      answer.location == "http://127.0.0.1:4567/callback?error=access_denied&state=s%20%26%20t")
  }

  // MARK: - Support

  private static let refused = "400 ERR_ACTIVATION"
  private static let verifier = "a-verifier-of-more-than-forty-three-characters"

  private func identity(
    _ code: String, provider: String = "sandbox", nonce: String = "n-1",
    verifier: String? = verifier
  ) -> ActivationIdentity {
    .oidc(providerID: provider, code: code, nonce: nonce, codeVerifier: verifier)
  }

  private func authorize(
    _ provider: String = "sandbox", changes: [String: String] = [:], without: Set<String> = []
  ) async -> SandboxResponse {
    let values = [
      "client_id": "countersign-sandbox", "response_type": "code", "scope": "openid",
      "redirect_uri": "http://127.0.0.1:4567/callback", "state": "s%20%26%20t", "nonce": "n-1",
      "code_challenge": Base64.encodeURLSafe(SHA256.hash(Array(Self.verifier.utf8))),
      "code_challenge_method": "S256",
    ].merging(changes) { _, change in change }.filter { !without.contains($0.key) }
    let query = values.map { "\($0.key)=\($0.value)" }.joined(separator: "&")
    return await bank.sandbox.handle(
      SandboxRequest(method: "GET", target: "/oidc/\(provider)/authorize?\(query)"))
  }

  /// The authorization code of a sign-in.
  private func signIn(
    provider: String = "sandbox", user: String? = nil, without: Set<String> = []
  ) async throws -> String {
    let answer = await authorize(
      provider, changes: user.map { ["login_hint": $0] } ?? [:], without: without)
    let location = try #require(answer.location)
    let query = try #require(location.split(separator: "?").last)
    #expect(query.hasSuffix("&state=s%20%26%20t"))
    let code = try #require(query.split(separator: "&").first { $0.hasPrefix("code=") })
    return String(code.dropFirst("code=".count))
  }

  private func configuration(
    _ provider: String, _ version: ProtocolVersion
  ) async throws -> OIDCConfigurationResponse {
    let answer: ResponseEnvelope<OIDCConfigurationResponse> = try await ask(provider, version)
      .open()
    #expect(answer.isOK)
    return try #require(answer.responseObject)
  }

  private func ask(
    _ provider: String, _ version: ProtocolVersion = .v3_3
  ) async throws -> TestDevice.Exchange {
    let credentials = bank.sandbox.credentials
    var encryptor = try EciesEncryptor(
      version: version, credentials: credentials, scope: .application, purpose: .application,
      lastingKey: credentials.masterPublicKey,
      temporaryKey: try await TestDevice.temporaryKey(
        bank, version, .application, signer: credentials.masterPublicKey))
    let request = try encryptor.encrypt(
      WireJSON.encode(OIDCConfigurationRequest(providerId: provider)),
      timestamp: bank.milliseconds)
    let response = await bank.mobile(
      Endpoint.oidcConfiguration.path, try WireJSON.encode(request),
      headers: [
        (EncryptionHeader.name, encryptor.context.header.value), ("Host", "bank.test:8080"),
      ])
    return TestDevice.Exchange(response: response, encryptor: encryptor)
  }
}
