import PowerAuth
import Testing
import TokenModel

@testable import Sandbox

/// The mobile utility server as others see it (section 15.4), without TLS.
@Suite struct MobileUtilityTests {
  private static let challenge = Base64.encode([UInt8](repeating: 3, count: 16))

  private func ask(
    _ sandbox: Sandbox, _ target: String, challenge: String? = challenge
  ) async -> SandboxResponse {
    await sandbox.handle(
      SandboxRequest(
        method: "GET", target: target,
        headers: challenge.map { [(name: "x-cert-pinning-challenge", value: $0)] } ?? []))
  }

  private static let app = "/app/init?appName=\(SandboxApplication.defaultID)"

  @Test func `an answer is signed over the challenge and its bytes`() async throws {
    let sandbox = try Sandbox()
    let answer = await ask(sandbox, Self.app)
    #expect(answer.status == 200)
    #expect(answer.json?["fingerprints"] == [])
    let told = await ask(sandbox, "/app/init/public-key?appName=\(SandboxApplication.defaultID)")
    let point = try #require(told.json?["publicKey"]?.string.flatMap(Base64.decode))
    let verifier = try #require(FingerprintVerifier(publicKey: point))
    let list = try FingerprintList(
      answer: answer.body, challenge: Self.challenge, signature: answer.signature, by: verifier)
    #expect(list.timestamp == answer.json?["timestamp"]?.int)
  }

  @Test(arguments: [
    nil, "", "no Base64", Base64.encode([UInt8](repeating: 1, count: 15)),
    Base64.encode([UInt8](repeating: 1, count: 33)),
  ])
  func `a challenge has 16 to 32 bytes`(challenge: String?) async throws {
    let answer = await ask(try Sandbox(), Self.app, challenge: challenge)
    #expect(answer.status == 403)
    #expect(answer.json?["code"] == "INVALID_CHALLENGE")
    #expect(answer.signature == nil)
  }

  @Test(arguments: [
    ("/app/init?appName=other", 404, "APP_NOT_FOUND", false),
    ("/app/init", 404, "APP_NOT_FOUND", false),
    ("/app/init/public-key?appName=other", 404, "PUBLIC_KEY_NOT_FOUND", false),
  ])
  func `an unknown application is refused without an envelope`(
    target: String, status: Int, code: String, isSigned: Bool
  ) async throws {
    let answer = await ask(try Sandbox(), target)
    #expect(answer.status == status)
    #expect(answer.json?["code"]?.string == code)
    #expect((answer.signature != nil) == isSigned)
  }

  @Test(arguments: ["platform=LINUX", "appVersion=1", "appVersion=x.y.z"])
  func `a platform or a version that is none is refused, and that is signed`(
    query: String
  ) async throws {
    let answer = await ask(try Sandbox(), Self.app + "&" + query)
    #expect(answer.status == 400)
    #expect(answer.json?["responseObject"]?["code"] == "ERROR_REQUEST")
    #expect(answer.signature != nil)
  }

  @Test func `without TLS there is no certificate to rotate`() async throws {
    let bank = try TestBank()
    let answer = await bank.cloud("POST", "sandbox/pinning/certificate", [:])
    #expect(answer.status == 400)
  }
}
