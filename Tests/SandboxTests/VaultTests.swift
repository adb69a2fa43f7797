import PowerAuth
import PowerAuthCrypto
import Testing
import TokenModel

@testable import Sandbox

@Suite struct VaultTests {
  let bank: TestBank

  init() throws { bank = try TestBank() }

  @Test(arguments: ProtocolVersion.allCases)
  func `the vault opens the device's own key`(version: ProtocolVersion) async throws {
    let device = try await TestDevice.active(bank, version)
    for reason in VaultUnlockReason.allCases {
      let key = try await device.vault(reason).deviceKey()
      #expect(key.publicKey == device.record.devicePublicKey)
    }
  }

  @Test(arguments: ProtocolVersion.allCases)
  func `biometry signs once the vault has given its key`(version: ProtocolVersion) async throws {
    let device = try await TestDevice.active(bank, version)
    try await device.addBiometry()
    #expect(try await device.validate(.possessionBiometry).verdict == "200")
    #expect(try await device.validate(.possessionKnowledgeBiometry).verdict == "200")
    device.biometryUnlockKey = BiometryWrap.randomUnlockKey()
    #expect(try await device.validate(.possessionBiometry).verdict == "401 ERR_AUTHENTICATION")
    #expect(try await device.status().failedAttempts == 1)
  }

  @Test func `a wrong PIN at the vault counts`() async throws {
    let device = try await TestDevice.active(bank)
    let answer = try await device.exchange(
      .vaultUnlock, Self.request("TEST"), .possessionKnowledge, pin: TestDevice.wrongPIN)
    #expect(answer.verdictWithMessage == Self.invalid)
    #expect(try await device.status().failedAttempts == 1)
  }

  @Test(arguments: [
    ("abc", "200"), ("ab", refused), ("a b", refused), ("", refused),
    (String(repeating: "a", count: 255), "200"), (String(repeating: "a", count: 256), refused),
  ])
  func `a reason is three to 255 plain characters`(
    reason: String, verdict: String
  ) async throws {
    let device = try await TestDevice.active(bank)
    let answer = try await device.exchange(
      .vaultUnlock, Self.request(reason), .possessionKnowledge)
    #expect(answer.verdict == verdict)
  }

  @Test func `what is refused before the signature is not counted`() async throws {
    let device = try await TestDevice.active(bank)
    func verdict(_ plaintext: [UInt8]) async throws -> String {
      try await device.exchange(
        .vaultUnlock, plaintext, .possessionKnowledge, pin: TestDevice.wrongPIN
      ).verdictWithMessage
    }
    #expect(try await verdict(Self.request("?")) == Self.refused + Self.message)
    #expect(try await verdict(Array("[]".utf8)) == Self.invalid)
    #expect(try await verdict(WireJSON.emptyObject) == Self.invalid)
    #expect(try await device.status().failedAttempts == 1)
  }

  @Test func `a reason may be left out`() async throws {
    let device = try await TestDevice.active(bank)
    let answer = try await device.exchange(
      .vaultUnlock, WireJSON.emptyObject, .possessionKnowledge)
    #expect(answer.verdict == "200")
  }

  @Test(arguments: [Factors.possession, .possessionKnowledgeBiometry, .knowledge])
  func `only possession with the PIN opens the vault`(factors: Factors) async throws {
    let device = try await TestDevice.active(bank)
    try await device.addBiometry()
    let answer = try await device.exchange(.vaultUnlock, Self.request("TEST"), factors)
    #expect(answer.verdict == Self.refused)
  }

  @Test func `biometry opens the vault where the server is told so`() async throws {
    let device = try await TestDevice.active(bank)
    try await device.addBiometry()
    func verdict() async throws -> String {
      try await device.exchange(.vaultUnlock, Self.request("TEST"), .possessionBiometry).verdict
    }
    #expect(try await verdict() == Self.refused)
    bank.sandbox.faults.opensVaultByBiometry = true
    #expect(try await verdict() == "200")
  }

  @Test func `a cryptogram that comes again, or is another's, is refused`() async throws {
    let device = try await TestDevice.active(bank)
    let other = try await TestDevice.active(bank, userID: "bob")
    func send(_ body: [UInt8]) async throws -> String {
      try await device.signed(
        Endpoint.vaultUnlock.path, uriID: "/pa/vault/unlock", body
      ).verdict
    }
    let (body, _) = try await device.cryptogram(.vaultUnlock, Self.request("TEST"))
    #expect(try await send(body) == "200")
    #expect(try await send(body) == Self.refused)
    let (foreign, _) = try await other.cryptogram(.vaultUnlock, Self.request("TEST"))
    #expect(try await send(foreign) == Self.refused)
    #expect(try await device.status().failedAttempts == 0)
  }

  @Test func `a missing header, field or activation is refused by its rule`() async throws {
    let device = try await TestDevice.active(bank)
    let (body, _) = try await device.cryptogram(.vaultUnlock, Self.request("TEST"))
    let path = Endpoint.vaultUnlock.path
    #expect(await bank.mobile(path, body).verdictWithMessage == Self.invalid)
    #expect(await bank.mobile(path, Array("no".utf8)).verdict == "500 ERROR_GENERIC")
    let bare = try JSONValue(parsing: body).setting("nonce", to: .null).bytes()
    #expect(
      try await device.signed(path, uriID: "/pa/vault/unlock", bare).verdictWithMessage
        == "401 ERR_AUTHENTICATION POWER_AUTH_REQUEST_INVALID")
    let id = device.record.activationID
    _ = await bank.cloud("PUT", "registrations/\(id)", ["change": "BLOCK"])
    let blocked = try await device.exchange(
      .vaultUnlock, Self.request("TEST"), .possessionKnowledge)
    #expect(blocked.verdictWithMessage == Self.invalid)
  }

  // MARK: - Support

  private static let refused = "400 ERR_SECURE_VAULT"
  private static let message = " POWER_AUTH_SECURE_VAULT_INVALID"
  private static let invalid = "401 ERR_AUTHENTICATION POWER_AUTH_SIGNATURE_INVALID"

  private static func request(_ reason: String) -> [UInt8] {
    JSONValue.object(["reason": .string(reason)]).bytes()
  }
}
