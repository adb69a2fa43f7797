import PowerAuth
import Testing
import TokenModel

@testable import Sandbox

/// Rights to an activation other than a code, and what every activation carries.
@Suite struct VariantTests {
  let bank: TestBank

  init() throws { bank = try TestBank() }

  @Test(arguments: ProtocolVersion.allCases)
  func `name and password of a known person activate at once`(version: ProtocolVersion)
    async throws
  {
    let device = try await TestDevice.activated(
      bank, by: .custom(["username": "alice", "password": DemoPeople.password]), version)
    #expect(try await device.status().state == .active)
    #expect(try await device.validate().verdict == "200")
    let state = try await bank.registration(device.record.activationID)
    #expect(try state.text("userId") == "alice")
  }

  @Test(arguments: [
    ["username": "alice", "password": "wrong"], ["username": "nobody", "password": "sandbox"],
    ["username": "alice"], ["password": "sandbox"], ["code": "AAAAA-AAAAA-AAAAA-AAAAA"],
  ])
  func `other credentials are refused`(credentials: [String: String]) async throws {
    #expect(try await TestDevice.verdict(bank, by: .custom(credentials)) == Self.refused)
  }

  @Test func `the bank changes passwords and adds people`() async throws {
    let identity = ActivationIdentity.custom(["username": "bob", "password": "open"])
    #expect(try await TestDevice.verdict(bank, by: identity) == Self.refused)
    #expect(await bank.cloud("PUT", "users/bob", ["password": "open"]).verdict == "200")
    #expect(try await TestDevice.verdict(bank, by: identity) == "200")
    _ = await bank.cloud("PUT", "users/bob", ["password": "other"])
    #expect(try await TestDevice.verdict(bank, by: identity) == Self.refused)
  }

  @Test(arguments: ProtocolVersion.allCases)
  func `custom attributes and claims come back with the keys`(version: ProtocolVersion)
    async throws
  {
    let (_, code) = try await bank.register()
    let attributes: [String: JSONValue] = ["branch": "Brno", "number": 7, "list": [true]]
    let device = try await TestDevice.activated(
      bank, by: .code(code), version, customAttributes: attributes)
    #expect(device.accepted.customAttributes == attributes)
    #expect(device.accepted.userInfo?["sub"] == "alice")
    #expect(device.accepted.userInfo?["email"] == "alice@bank.example")
  }

  @Test func `without custom attributes an empty object comes back`() async throws {
    let (_, code) = try await bank.register()
    let device = try await TestDevice.activated(bank, code)
    #expect(device.accepted.customAttributes == [:])
  }

  @Test func `names may have 255 characters and extras 4000, as the bank reads them`()
    async throws
  {
    let (id, code) = try await bank.register()
    let longest = DeviceDescription(
      name: String(repeating: "ž", count: 255), platform: "Linux",
      info: String(repeating: "i", count: 255), extras: String(repeating: "e", count: 4000))
    _ = try await TestDevice.activated(bank, by: .code(code), device: longest)
    let state = try await bank.registration(id)
    #expect(try state.text("name") == longest.name)
    #expect(try state.text("deviceInfo") == longest.info)
    #expect(try state.text("extras") == longest.extras)
  }

  @Test func `a registration carries flags and a custom object`() async throws {
    let (id, code) = try await bank.register(["flags": ["B", "A"]])
    let device = try await TestDevice.activated(bank, code)
    #expect(try await bank.registration(id)["flags"] == ["A", "B"])
    #expect(try await device.fullStatus().customObject == nil)
    let path = "registrations/\(id)"
    let object: JSONValue = ["branch": "Brno", "limits": [1, 2]]
    #expect(
      await bank.cloud("PUT", path + "/custom-object", ["customObject": object]).status == 200)
    #expect(try await device.fullStatus().customObject == object)
    #expect(
      await bank.cloud("PUT", path + "/custom-object", ["customObject": .null]).status == 200)
    #expect(try await device.fullStatus().customObject == nil)
    #expect(await bank.cloud("PUT", path + "/flags", ["flags": ["C", "C"]]).status == 200)
    #expect(try await bank.registration(id)["flags"] == ["C"])
  }

  @Test(
    arguments: [
      ("registrations/none/flags", ["flags": []], "400 ERROR_REGISTRATION_NOT_FOUND"),
      ("registrations/none/flags", [:], "400 ERROR_REQUEST"),
      ("registrations/none/custom-object", [:], "400 ERROR_REQUEST"),
      ("registrations/none/version", ["version": 3], "400 ERROR_REQUEST"),
      ("registrations/none/version", ["version": 2, "counter": -1], "400 ERROR_REQUEST"),
      ("users/bob", ["claims": "none"], "400 ERROR_REQUEST"),
      ("users/bob", ["password": " "], "400 ERROR_REQUEST"),
      ("recovery-configuration", ["activationRecoveryEnabled": 1], "400 ERROR_REQUEST"),
      ("sandbox/faults", ["delayMilliseconds": -1], "400 ERROR_REQUEST"),
      ("sandbox/faults", ["lostAnswers": "/list"], "400 ERROR_REQUEST"),
    ] as [(String, JSONValue, String)])
  func `bad input is refused by its rule`(
    path: String, body: JSONValue, verdict: String
  ) async {
    #expect(await bank.cloud("PUT", path, body).verdict == verdict)
  }

  // MARK: - The demonstration

  @Test func `the demonstration's person has claims and a recovery code`() async throws {
    let code = try await bank.sandbox.createDemoActivation()
    let device = try await TestDevice.activated(bank, code)
    #expect(device.accepted.userInfo?["name"] == "Jana Nováková")
    let recovery = try #require(device.accepted.recovery).reveal()
    bank.clock.advance(seconds: 2)
    #expect(try await device.status().state == .active)
    let new = try await TestDevice.activated(
      bank, by: .recovery(try RecoveryCode(recovery.code), puk: recovery.puk))
    #expect(try await new.status().state == .active)
    #expect(try await device.status().state == .removed)
  }

  private static let refused = "400 ERR_ACTIVATION"
}
