import PowerAuth
import Testing
import TokenModel

@testable import Sandbox

@Suite struct RegistrationTests {
  let bank: TestBank

  init() throws { bank = try TestBank() }

  @Test func `a new registration gives a code with the bank's signature`() async throws {
    let (id, code) = try await bank.register()
    #expect(
      ActivationCodeSignature.isValid(code, by: bank.sandbox.credentials.masterPublicKey) == true)
    let detail = try await bank.registration(id)
    #expect(try detail.text("registrationStatus") == "CREATED")
    #expect(try detail.text("activationCode") == code.text)
    #expect(try detail.text("userId") == "alice")
    #expect(try detail.text("applicationId") == "test")
  }

  @Test func `members that nobody asks for are accepted`() async throws {
    _ = try await bank.register(userID: "bob", ["flags": [], "incompleteStatusCheck": true])
    let list = try await bank.cloud("GET", "registrations/?userId=bob").object()
    #expect(list["registrations"]?.array?.count == 1)
  }

  @Test func `a list shows only one user's registrations, and removed ones on demand`()
    async throws
  {
    let (first, _) = try await bank.register()
    _ = try await bank.register(userID: "bob")
    let (second, _) = try await bank.register()
    #expect(await bank.cloud("DELETE", "registrations/\(first)").verdict == "200")
    func ids(_ query: String) async throws -> [String] {
      let list = try await bank.cloud("GET", "registrations?userId=alice" + query).object()
      return list["registrations"]?.array?.compactMap { $0["registrationId"]?.string } ?? []
    }
    #expect(try await ids("") == [second])
    #expect(try await ids("&removed=true") == [first, second])
  }

  @Test func `a registration goes from key exchange over commit to active`() async throws {
    let (id, code) = try await bank.register()
    let device = try await TestDevice.activated(bank, code)
    let pending = try await bank.registration(id)
    #expect(try pending.text("registrationStatus") == "PENDING_COMMIT")
    #expect(try pending.text("activationFingerprint") == device.record.fingerprint)
    #expect(try pending.text("name") == "Test")
    #expect(try pending.text("platform") == "linux")
    #expect(pending["activationCode"] == nil)
    let answer = await bank.cloud(
      "POST", "registrations/\(id)/commit", ["externalUserId": "clerk", "registrationId": "x"])
    #expect(answer.json == ["status": "OK"])
    #expect(try await bank.registration(id).text("registrationStatus") == "ACTIVE")
  }

  @Test func `an uncommitted registration is over after five minutes`() async throws {
    let (created, _) = try await bank.register()
    let (pending, code) = try await bank.register()
    _ = try await TestDevice.activated(bank, code)
    bank.clock.advance(seconds: 300)
    #expect(try await bank.registration(created).text("registrationStatus") == "CREATED")
    bank.clock.advance(seconds: 0.001)
    #expect(try await bank.registration(created).text("registrationStatus") == "REMOVED")
    #expect(try await bank.registration(pending).text("registrationStatus") == "REMOVED")
  }

  @Test func `block, unblock and remove change an active registration`() async throws {
    let device = try await TestDevice.active(bank)
    let path = "registrations/\(device.record.activationID)"
    func state(after change: JSONValue) async throws -> JSONValue {
      #expect(await bank.cloud("PUT", path, change).verdict == "200")
      return try await bank.registration(device.record.activationID)
    }
    let blocked = try await state(after: ["change": "BLOCK", "blockReason": "LOST"])
    #expect(try blocked.text("registrationStatus") == "BLOCKED")
    #expect(try blocked.text("blockedReason") == "LOST")
    #expect(try await device.status().state == .blocked)
    let unblocked = try await state(after: ["change": "UNBLOCK"])
    #expect(try unblocked.text("registrationStatus") == "ACTIVE")
    #expect(unblocked["blockedReason"] == nil)
    let removed = try await state(after: ["change": "REMOVE"])
    #expect(try removed.text("registrationStatus") == "REMOVED")
    #expect(try await device.status().state == .removed)
  }

  @Test func `delete serves only before the commit`() async throws {
    let (created, _) = try await bank.register()
    let (pending, code) = try await bank.register()
    _ = try await TestDevice.activated(bank, code)
    let active = try await TestDevice.active(bank).record.activationID
    #expect(await bank.cloud("DELETE", "registrations/\(created)").verdict == "200")
    #expect(await bank.cloud("DELETE", "registrations/\(pending)").verdict == "200")
    #expect(
      await bank.cloud("DELETE", "registrations/\(active)").verdict
        == "400 ERROR_REGISTRATION_CHANGE")
  }

  @Test(
    arguments: [
      ("POST", "registrations", nil, "400 ERROR_REQUEST"),
      ("POST", "registrations", ["userId": " "], "400 ERROR_REQUEST"),
      ("POST", "registrations", ["userId": 7], "400 ERROR_REQUEST"),
      (
        "POST", "registrations", ["userId": "a", "otpValidation": "ON_KEY_EXCHANGE"],
        "400 ERROR_REQUEST"
      ),
      (
        "POST", "registrations",
        ["userId": "a", "otp": "1", "otpValidation": "ON_COMMIT", "commitPhase": "ON_COMMIT"],
        "400 ERROR_REQUEST"
      ),
      (
        "POST", "registrations", ["userId": "a", "otp": "1", "otpValidation": "NEVER"],
        "400 ERROR_REQUEST"
      ),
      ("POST", "registrations", ["userId": "a", "flags": [1]], "400 ERROR_REQUEST"),
      ("POST", "registrations", ["userId": "a", "commitPhase": "LATER"], "400 ERROR_REQUEST"),
      ("GET", "registrations", nil, "400 ERROR_REQUEST"),
      ("GET", "registrations/none", nil, "400 ERROR_REGISTRATION_NOT_FOUND"),
      ("POST", "registrations/none/commit", nil, "400 ERROR_REGISTRATION_NOT_FOUND"),
      ("PUT", "registrations/none", ["change": "BLOCK"], "400 ERROR_REGISTRATION_NOT_FOUND"),
      ("PUT", "registrations/none", ["change": "EXPLODE"], "400 ERROR_REQUEST"),
      ("PUT", "registrations/none", [:], "400 ERROR_REQUEST"),
      ("GET", "elsewhere", nil, "404 ERROR_NOT_FOUND"),
      ("PATCH", "registrations", nil, "404 ERROR_NOT_FOUND"),
    ] as [(String, String, JSONValue?, String)])
  func `bad input is refused by its rule`(
    method: String, path: String, body: JSONValue?, verdict: String
  ) async {
    #expect(await bank.cloud(method, path, body).verdict == verdict)
  }

  @Test func `a change that the state does not allow is refused`() async throws {
    let (id, _) = try await bank.register()
    let refused = "400 ERROR_REGISTRATION_CHANGE"
    #expect(await bank.cloud("POST", "registrations/\(id)/commit").verdict == refused)
    #expect(
      await bank.cloud("PUT", "registrations/\(id)", ["change": "BLOCK"]).verdict == refused)
  }

  @Test func `a body that is not JSON is named`() async {
    let credentials = Base64.encode(Array("\(TestBank.user):\(TestBank.password)".utf8))
    let answer = await bank.sandbox.handle(
      SandboxRequest(
        target: "/powerauth-cloud/v2/registrations",
        headers: [("authorization", "Basic " + credentials)], body: Array("{".utf8)))
    #expect(answer.verdict == "400 ERROR_REQUEST")
  }

  @Test func `the Cloud API wants the right user and password`() async {
    let wrong = await bank.cloud("GET", "registrations?userId=a", password: "wrong")
    #expect(wrong.verdict == "401 HTTP_401")
    let none = await bank.sandbox.handle(
      SandboxRequest(method: "GET", target: "/powerauth-cloud/v2/registrations?userId=a"))
    #expect(none.verdict == "401 HTTP_401")
  }
}
