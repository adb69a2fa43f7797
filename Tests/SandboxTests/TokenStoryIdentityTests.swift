import Foundation
import PowerAuth
import Testing
import TokenCore
import TokenModel

@testable import Sandbox

/// The token's ways in, and what it learns of itself, against the sandbox.
@Suite struct TokenStoryIdentityTests {
  let bank: TestBank

  init() throws { bank = try TestBank() }

  // MARK: - Ways in

  @Test(arguments: ProtocolVersion.allCases)
  func `name and password let a person in`(version: ProtocolVersion) async throws {
    let story = try StoryToken(bank, version)
    let credentials = ["username": "alice", "password": DemoPeople.password]
    let made = try await story.token.activate(story.request(.custom(credentials)))
    #expect(made.userInfo?.email == "alice@bank.example")
    #expect(try await story.token.status().state == .active)
    try await story.token.validatePIN(story.pin)
  }

  @Test(arguments: ProtocolVersion.allCases)
  func `the codes of a lost device let its person in again`(version: ProtocolVersion) async throws {
    await bank.allowRecovery()
    let lost = try StoryToken(bank, version)
    let (id, code) = try await bank.register()
    let codes = try #require(
      try await lost.token.activate(lost.request(.code(code))).recovery
    ).reveal()
    await bank.commit(id)
    let new = try StoryToken(bank, version)
    let made = try await new.token.activate(
      new.request(.recovery(code: try ActivationCode(codes.code), puk: codes.puk)))
    #expect(made.recovery != nil)
    #expect(try await new.token.status().state == .active)
    #expect(try await lost.token.status().state == .removed)
  }

  @Test func `a wrong PUK of a postcard is told with the one that comes next`() async throws {
    await bank.allowRecovery()
    let (code, puks) = try await bank.postcard()
    let story = try StoryToken(bank)
    let first = try StoryToken(bank)
    try await first.activate()
    _ = try await first.token.confirmRecovery(
      code: ActivationCode(code.text), puk: puks[0], with: first.factor)
    let wrong = try story.request(.recovery(code: ActivationCode(code.text), puk: "0000000000"))
    await #expect(throws: TokenFailure.recoveryRefused(nextPUK: 1)) {
      try await story.token.activate(wrong)
    }
    #expect(try await story.token.localActivation() == nil)
    let right = try story.request(.recovery(code: ActivationCode(code.text), puk: puks[0]))
    _ = try await story.token.activate(right)
    #expect(try await story.token.status().state == .active)
  }

  @Test(arguments: ProtocolVersion.allCases, ["sandbox", "sandbox-plain"])
  func `a sign-in at the provider lets a person in`(
    version: ProtocolVersion, provider: String
  ) async throws {
    let story = try StoryToken(bank, version)
    let configuration = try await story.token.oidcConfiguration(providerID: provider)
    let signIn = try OIDCSignIn(configuration)
    #expect(signIn.loopbackPort == 8765)
    let target = String(signIn.address.dropFirst("http://127.0.0.1:8080".count))
    let answer = await bank.sandbox.handle(SandboxRequest(method: "GET", target: target))
    let back = try #require(answer.location)
    let grant = try signIn.grant(from: back)
    _ = try await story.token.activate(story.request(.oidc(grant)))
    #expect(try await story.token.status().state == .active)
    // What a provider gives serves once.
    let other = try StoryToken(bank, version)
    await #expect(throws: TokenFailure.activationRefused(otpSent: false)) {
      try await other.token.activate(other.request(.oidc(grant)))
    }
  }

  @Test func `a person who refuses to sign in is believed`() async throws {
    let story = try StoryToken(bank)
    let signIn = try OIDCSignIn(
      try await story.token.oidcConfiguration(providerID: "sandbox"))
    bank.sandbox.faults.signInError = "access_denied"
    let target = String(signIn.address.dropFirst("http://127.0.0.1:8080".count))
    let answer = await bank.sandbox.handle(SandboxRequest(method: "GET", target: target))
    let back = try #require(answer.location)
    #expect(throws: TokenFailure.oidc(.denied("access_denied"))) { try signIn.grant(from: back) }
    let failure = await #expect(throws: TokenFailure.self) {
      try await story.token.oidcConfiguration(providerID: "nobody")
    }
    guard case .serverCannot(.oidc, _) = failure else {
      Issue.record("not the server's refusal: \(String(describing: failure))")
      return
    }
  }

  @Test(arguments: ["ON_KEY_EXCHANGE", "ON_COMMIT"])
  func `a one-time password is asked for when the bank wants it`(mode: String) async throws {
    let story = try StoryToken(bank)
    let (id, code) = try await bank.register(["otp": "246810", "otpValidation": .string(mode)])
    let request = ActivationRequest(
      code: code, deviceName: "x", otp: mode == "ON_KEY_EXCHANGE" ? "246810" : nil,
      pin: story.pin)
    _ = try await story.token.activate(request)
    let state = try await story.token.status().state
    #expect(state == (mode == "ON_KEY_EXCHANGE" ? .active : .pendingCommit))
    if mode == "ON_COMMIT" {
      #expect(await bank.cloud("POST", "registrations/\(id)/commit").verdict != "200")
      _ = await bank.cloud("POST", "registrations/\(id)/commit", ["otp": "246810"])
      #expect(try await story.token.status().state == .active)
    }
  }

  // MARK: - Who one is

  @Test(arguments: ProtocolVersion.allCases)
  func `claims, detail and a new name come from the server`(version: ProtocolVersion) async throws {
    let story = try StoryToken(bank, version)
    let id = try await story.activate()
    #expect(try await story.token.userInfo().email == "alice@bank.example")
    #expect(try await story.token.activationDetail(with: story.factor).name == "My terminal")
    let local = try await story.token.rename("Kuchyň", with: story.factor)
    #expect(local.deviceName == "Kuchyň")
    #expect(try await story.nextProcess().localActivation()?.deviceName == "Kuchyň")
    #expect(try await bank.registration(id).text("name") == "Kuchyň")
    #expect(try await story.token.activationDetail(with: story.factor).name == "Kuchyň")
    #expect(try await story.token.status().attemptsLeft == 5)
  }

  @Test(arguments: ProtocolVersion.allCases)
  func `named tokens live on the server until they are removed`(
    version: ProtocolVersion
  ) async throws {
    let story = try StoryToken(bank, version)
    try await story.activate()
    let token = story.token
    let weak = try await token.createToken(named: "a", factors: .possession, with: nil)
    let strong = try await token.createToken(
      named: "b", factors: .possessionKnowledge, with: story.factor)
    #expect(try await token.tokens() == [weak, strong])
    let header = try await token.tokenHeader(named: "b")
    let list = await bank.mobile(
      "/api/auth/token/app/operation/list", Array("{}".utf8),
      headers: [(header.name, header.value)])
    #expect(list.verdict == "200")
    let stale = try await token.tokenHeader(named: "b")
    try await token.removeToken(named: "b")
    let refused = await bank.mobile(
      "/api/auth/token/app/operation/list", Array("{}".utf8),
      headers: [(stale.name, stale.value)])
    #expect(refused.status == 401)
    #expect(try await token.tokens() == [weak])
  }

  @Test func `the clock is told and its difference applied`() async throws {
    let story = try StoryToken(bank)
    try await story.activate()
    let report = try await story.token.clockReport()
    #expect(report.adjustmentMilliseconds == 0)
    #expect(report.roundTripMilliseconds == 0)
  }
}
