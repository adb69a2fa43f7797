import PowerAuth
import Testing
import TokenModel

@testable import Sandbox

@Suite struct SignatureTests {
  let bank: TestBank

  init() throws { bank = try TestBank() }

  @Test(arguments: ProtocolVersion.allCases)
  func `the fifth wrong PIN blocks, and only the bank unblocks`(version: ProtocolVersion)
    async throws
  {
    let device = try await TestDevice.active(bank, version)
    for failures in 1...5 {
      let answer = try await device.validate(pin: TestDevice.wrongPIN)
      #expect(
        answer.verdictWithMessage == "401 ERR_AUTHENTICATION POWER_AUTH_SIGNATURE_INVALID")
      #expect(try await device.status().failedAttempts == failures)
    }
    #expect(try await device.status().state == .blocked)
    let id = device.record.activationID
    #expect(try await bank.registration(id).text("blockedReason") == "MAX_FAILED_ATTEMPTS")
    #expect(try await device.validate().verdict == "401 ERR_AUTHENTICATION")
    _ = await bank.cloud("PUT", "registrations/\(id)", ["change": "UNBLOCK"])
    #expect(try await device.status().failedAttempts == 0)
    #expect(try await device.validate().verdict == "200")
  }

  @Test func `a right PIN forgives earlier failures, possession alone does not`() async throws {
    let device = try await TestDevice.active(bank)
    _ = try await device.validate(pin: TestDevice.wrongPIN)
    #expect(try await device.validate(.possession).verdict == "200")
    #expect(try await device.status().failedAttempts == 1)
    #expect(try await device.validate().verdict == "200")
    #expect(try await device.status().failedAttempts == 0)
  }

  @Test func `a failure of possession alone is not counted`() async throws {
    let device = try await TestDevice.active(bank)
    let stale = device.record.counter
    #expect(try await device.validate(.possession).verdict == "200")
    for _ in 1...6 {
      device.record.counter = stale
      #expect(try await device.validate(.possession).verdict == "401 ERR_AUTHENTICATION")
    }
    #expect(try await device.status().failedAttempts == 0)
  }

  @Test(arguments: [(19, "200"), (20, "401 ERR_AUTHENTICATION")])
  func `a signature may be nineteen counters ahead`(steps: Int, verdict: String) async throws {
    let device = try await TestDevice.active(bank)
    device.record.counter = device.record.counter.stepped(by: steps)
    #expect(try await device.validate().verdict == verdict)
  }

  @Test func `the server's counter follows the signature that it found`() async throws {
    let device = try await TestDevice.active(bank)
    device.record.counter = device.record.counter.stepped(by: 7)
    #expect(try await device.validate().verdict == "200")
    let blob = try await device.status()
    #expect(blob.counterByte == 8)
    #expect(
      try CounterReconciliation.decide(
        local: device.record.counter, server: blob, transportKey: device.record.transportKey)
        == .inSync)
  }

  @Test func `a signature that comes again is refused and counted`() async throws {
    let device = try await TestDevice.active(bank)
    let body = Array(#"{"requestObject":{"reason":"TEST"}}"#.utf8)
    let header = try device.sign(body, uriID: "/pa/signature/validate")
    let path = Endpoint.signatureValidate.path
    #expect(await bank.mobile(path, body, headers: [header]).verdict == "200")
    #expect(
      await bank.mobile(path, body, headers: [header]).verdict == "401 ERR_AUTHENTICATION")
    #expect(try await device.status().failedAttempts == 1)
  }

  @Test func `of parallel requests with one counter exactly one passes`() async throws {
    let device = try await TestDevice.active(bank)
    let body = Array("{}".utf8)
    let header = try device.sign(body, uriID: "/pa/signature/validate")
    let bank = bank
    let passed = await withTaskGroup(of: Bool.self) { group in
      for _ in 1...8 {
        group.addTask {
          await bank.mobile(Endpoint.signatureValidate.path, body, headers: [header]).status == 200
        }
      }
      return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
    }
    #expect(passed == 1)
  }

  @Test func `another body, address or key breaks the signature`() async throws {
    let device = try await TestDevice.active(bank)
    let header = try device.sign(Array("{}".utf8), uriID: "/pa/signature/validate", .possession)
    #expect(
      await bank.mobile(
        Endpoint.signatureValidate.path, Array("{ }".utf8), headers: [header]
      ).verdict == "401 ERR_AUTHENTICATION")
    let other = try device.sign(Array("{}".utf8), uriID: "/pa/token/create", .possession)
    #expect(
      await bank.mobile(
        Endpoint.signatureValidate.path, Array("{}".utf8), headers: [other]
      ).verdict == "401 ERR_AUTHENTICATION")
  }

  @Test func `an unknown application counts as a failure`() async throws {
    let device = try await TestDevice.active(bank)
    let header = try device.sign(Array("{}".utf8), uriID: "/pa/signature/validate")
    let foreign = header.value.replacing(
      bank.sandbox.credentials.applicationKey, with: Base64.encode(Array(0..<16)))
    let answer = await bank.mobile(
      Endpoint.signatureValidate.path, Array("{}".utf8), headers: [(header.name, foreign)])
    #expect(answer.verdict == "401 ERR_AUTHENTICATION")
    #expect(try await device.status().failedAttempts == 1)
  }

  @Test func `factors that an endpoint does not take are refused uncounted`() async throws {
    let device = try await TestDevice.active(bank)
    #expect(
      try await device.remove(.possession).verdictWithMessage
        == "401 ERR_AUTHENTICATION POWER_AUTH_SIGNATURE_TYPE_INVALID")
    #expect(try await device.validate(.knowledge).verdict == "401 ERR_AUTHENTICATION")
    #expect(try await device.status().failedAttempts == 0)
  }

  @Test(arguments: ["GET", "POST", "PUT", "DELETE"])
  func `a signature names its method`(method: String) async throws {
    let device = try await TestDevice.active(bank)
    let isGet = method == "GET"
    let body = Array((isGet ? "page=2&size=10" : "{}").utf8)
    let target = Endpoint.signatureValidate.path + (isGet ? "?size=10&page=2" : "")
    func verdict(signedAs signed: String) async throws -> String {
      let header = try device.sign(body, uriID: "/pa/signature/validate", method: signed)
      return await bank.sandbox.handle(
        SandboxRequest(
          method: method, target: target, headers: [header], body: isGet ? [] : body)
      ).verdict
    }
    #expect(try await verdict(signedAs: method) == "200")
    #expect(try await verdict(signedAs: "PATCH") == "401 ERR_AUTHENTICATION")
  }
}
