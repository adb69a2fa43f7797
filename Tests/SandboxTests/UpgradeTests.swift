import PowerAuth
import Testing
import TokenModel

@testable import Sandbox

@Suite struct UpgradeTests {
  let bank: TestBank

  init() throws { bank = try TestBank() }

  @Test(arguments: ProtocolVersion.allCases, [0, 7, 254, 255])
  func `an activation of protocol 2 is upgraded`(version: ProtocolVersion, counter: Int)
    async throws
  {
    let device = try await deviceOfProtocol2(version, counter: counter)
    let old = try await device.status()
    #expect((old.currentVersion, old.upgradeVersion) == (2, 3))
    #expect(old.counterByte == UInt8(truncatingIfNeeded: counter))
    #expect(try ProtocolUpgrade.next(device.record.generation, server: old) == .start)
    try ProtocolUpgrade.apply(await start(device).open(), server: old, to: &device.record)
    #expect(try await commit(device).json == ["status": "OK"])
    let new = try await device.status()
    #expect(new.currentVersion == 3)
    #expect(try ProtocolUpgrade.next(device.record.generation, server: new) == .finish)
    try ProtocolUpgrade.finish(&device.record)
    #expect(
      try CounterReconciliation.decide(
        local: device.record.counter, server: new, transportKey: device.record.transportKey)
        == .inSync)
    #expect(try await device.validate().verdict == "200")
    #expect(
      try await bank.registration(device.record.activationID)
        .text("activationFingerprint") == device.record.fingerprint)
  }

  @Test func `before the upgrade a number signs, and the look-ahead counts in numbers`()
    async throws
  {
    let device = try await deviceOfProtocol2(counter: 5)
    #expect(try await validate(device, number: 4) == "401 ERR_AUTHENTICATION")
    #expect(try await validate(device, number: 24) == "200")
    #expect(try await device.status().counterByte == 25)
    #expect(try await validate(device, number: 45) == "401 ERR_AUTHENTICATION")
  }

  @Test func `a start that is repeated gives the same counter`() async throws {
    let device = try await deviceOfProtocol2()
    let first: UpgradeStartResponse = try await start(device).open()
    let second: UpgradeStartResponse = try await start(device).open()
    #expect(first == second)
    #expect(try await device.status().currentVersion == 2)
  }

  @Test func `a commit whose answer was lost shows in the status`() async throws {
    let device = try await deviceOfProtocol2()
    let status = try await device.status()
    try ProtocolUpgrade.apply(await start(device).open(), server: status, to: &device.record)
    bank.sandbox.faults.lostAnswers = ["/upgrade/commit"]
    #expect(try await commit(device).isLost)
    let step = try ProtocolUpgrade.next(device.record.generation, server: await device.status())
    #expect(step == .finish)
    #expect(
      try await commit(device).verdictWithMessage == "400 ERR_UPGRADE POWER_AUTH_UPGRADE_FAILED")
    #expect(try await device.validate().verdict == "200")
  }

  @Test func `an upgrade out of order is refused`() async throws {
    let refused = "400 ERR_UPGRADE"
    let modern = try await TestDevice.active(bank)
    #expect(try await start(modern).verdict == refused)
    #expect(try await commit(modern).verdict == refused)
    let device = try await deviceOfProtocol2()
    // Nothing was started: the number counts, and the chain signs nothing.
    #expect(try await commit(device).verdict == "401 ERR_AUTHENTICATION")
    let id = device.record.activationID
    _ = await bank.cloud("PUT", "registrations/\(id)", ["change": "BLOCK"])
    #expect(try await start(device).verdict == refused)
  }

  @Test func `headers and bodies of the wrong kind are refused by their rule`() async throws {
    let device = try await deviceOfProtocol2()
    let (body, encryptor) = try await device.cryptogram(.upgradeStart)
    let header = (name: EncryptionHeader.name, value: encryptor.context.header.value)
    let path = Endpoint.upgradeStart.path
    #expect(await bank.mobile(path, body).verdict == "400 ERR_UPGRADE")
    let bare = try JSONValue(parsing: body).setting("nonce", to: .null).bytes()
    #expect(
      await bank.mobile(path, bare, headers: [header]).verdictWithMessage
        == "401 ERR_AUTHENTICATION POWER_AUTH_REQUEST_INVALID")
    #expect(await bank.mobile(path, body, headers: [header]).verdict == "200")
    let commitPath = Endpoint.upgradeCommit.path
    #expect(await bank.mobile(commitPath, body).verdict == "500 ERROR_GENERIC")
    #expect(
      await bank.mobile(
        commitPath, body, headers: [(SignatureHeader.name, "PowerAuth pa_version=\"9\"")]
      ).verdict == "400 ERR_UPGRADE")
    #expect(
      try await commit(device, .possessionKnowledge).verdictWithMessage
        == "401 ERR_AUTHENTICATION POWER_AUTH_SIGNATURE_TYPE_INVALID")
    #expect(
      try await device.signed(
        commitPath, uriID: "/pa/upgrade/commit", [], .possession
      ).verdictWithMessage == "401 ERR_AUTHENTICATION POWER_AUTH_REQUEST_INVALID")
  }

  // MARK: - Support

  private func deviceOfProtocol2(
    _ version: ProtocolVersion = .v3_3, counter: Int = 3
  ) async throws -> TestDevice {
    let device = try await TestDevice.active(bank, version)
    let answer = await bank.cloud(
      "PUT", "registrations/\(device.record.activationID)/version",
      ["version": 2, "counter": .number(.init(counter))])
    #expect(try answer.object().integer("version") == 2)
    device.record.generation = .v2(counter: UInt64(counter))
    return device
  }

  private func start(_ device: TestDevice) async throws -> TestDevice.Exchange {
    try await device.exchange(.upgradeStart)
  }

  private func commit(
    _ device: TestDevice, _ factors: Factors = .possession
  ) async throws -> SandboxResponse {
    try await device.signed(
      Endpoint.upgradeCommit.path, uriID: "/pa/upgrade/commit", WireJSON.emptyObject, factors)
  }

  /// A signature as protocol 2 makes it: by a number in place of the chain.
  private func validate(_ device: TestDevice, number: UInt8) async throws -> String {
    device.record.counter = try SignatureCounter(
      data: [UInt8](repeating: 0, count: 15) + [number])
    return try await device.validate().verdict
  }
}
