import PowerAuth
import Testing
import TokenModel

@testable import Sandbox

@Suite struct RecoveryTests {
  let bank: TestBank

  init() throws { bank = try TestBank() }

  // MARK: - The code that comes with an activation

  @Test func `no code is given where recovery is off`() async throws {
    let device = try await TestDevice.active(bank)
    #expect(device.accepted.recovery == nil)
    #expect(device.record.wrappedRecovery == nil)
  }

  @Test(arguments: ProtocolVersion.allCases)
  func `an activation's code moves it to a new device`(version: ProtocolVersion) async throws {
    await bank.allowRecovery()
    let old = try await TestDevice.active(bank, version)
    _ = await bank.cloud(
      "PUT", "registrations/\(old.record.activationID)/flags", ["flags": ["VIP"]])
    let (code, puk) = try #require(old.accepted.recovery).reveal()
    #expect(RecoveryCode.isPUK(puk))
    let new = try await TestDevice.activated(
      bank, by: .recovery(try RecoveryCode(code), puk: puk), version)
    #expect(try await new.status().state == .active)
    #expect(try await old.status().state == .removed)
    #expect(try await new.validate().verdict == "200")
    let state = try await bank.registration(new.record.activationID)
    #expect(state["flags"] == ["VIP"])
    #expect(try state.text("userId") == "alice")
    // The old code went with the old device; the new device has one of its own.
    #expect(
      try await TestDevice.verdict(bank, by: .recovery(try RecoveryCode(code), puk: puk))
        == Self.refused)
    #expect(new.accepted.recovery?.reveal().code != code)
    #expect(try await bank.recoveryCodes().map { try $0.text("status") } == ["REVOKED", "ACTIVE"])
  }

  @Test func `a code serves after the commit only`() async throws {
    await bank.allowRecovery()
    let (id, code) = try await bank.register()
    let device = try await TestDevice.activated(bank, code)
    let (recovery, puk) = try #require(device.accepted.recovery).reveal()
    let identity = ActivationIdentity.recovery(try RecoveryCode(recovery), puk: puk)
    #expect(try await TestDevice.verdict(bank, by: identity) == Self.refused)
    await bank.commit(id)
    #expect(try await TestDevice.verdict(bank, by: identity) == "200")
  }

  @Test func `removal at the device revokes its code, removal by the bank does not`()
    async throws
  {
    await bank.allowRecovery()
    let first = try await TestDevice.active(bank)
    #expect(try await first.remove().verdict == "200")
    let lost = try await TestDevice.active(bank)
    let (code, puk) = try #require(lost.accepted.recovery).reveal()
    _ = await bank.cloud(
      "PUT", "registrations/\(lost.record.activationID)", ["change": "REMOVE"])
    #expect(try await bank.recoveryCodes().map { try $0.text("status") } == ["REVOKED", "ACTIVE"])
    #expect(
      try await TestDevice.verdict(bank, by: .recovery(try RecoveryCode(code), puk: puk)) == "200")
  }

  @Test func `codes of a registration that was never committed are revoked`() async throws {
    await bank.allowRecovery()
    let (expired, code) = try await bank.register()
    _ = try await TestDevice.activated(bank, code)
    bank.clock.advance(seconds: 301)
    _ = try await bank.registration(expired)
    let (deleted, other) = try await bank.register()
    _ = try await TestDevice.activated(bank, other)
    _ = await bank.cloud("DELETE", "registrations/\(deleted)")
    #expect(try await bank.recoveryCodes().map { try $0.text("status") } == ["REVOKED", "REVOKED"])
  }

  @Test func `recovery that was turned off refuses codes that were given`() async throws {
    await bank.allowRecovery()
    let device = try await TestDevice.active(bank)
    let (code, puk) = try #require(device.accepted.recovery).reveal()
    _ = await bank.cloud("PUT", "recovery-configuration", ["activationRecoveryEnabled": false])
    #expect(
      try await TestDevice.verdict(bank, by: .recovery(try RecoveryCode(code), puk: puk))
        == Self.refused)
  }

  // MARK: - Postcards

  @Test(arguments: ProtocolVersion.allCases)
  func `a postcard is confirmed, then its PUKs serve one after the other`(
    version: ProtocolVersion
  ) async throws {
    let (device, code, puks) = try await confirmedPostcard(version)
    let again: RecoveryConfirmResponse = try await device.confirm(code).open()
    #expect(again.alreadyConfirmed)
    for puk in puks {
      let new = try await TestDevice.activated(bank, by: .recovery(code, puk: puk), version)
      #expect(try await new.status().state == .active)
      #expect(try await TestDevice.verdict(bank, by: .recovery(code, puk: puk)) != "200")
    }
    // A postcard belongs to no device: none was removed.
    #expect(try await device.status().state == .active)
    let card = try #require(try await bank.recoveryCodes().first)
    #expect(card["puks"]?.array?.map { $0["status"]?.string } == ["USED", "USED", "USED"])
  }

  @Test func `a wrong PUK says which one comes next, and the fifth blocks the code`()
    async throws
  {
    let (_, code, puks) = try await confirmedPostcard()
    #expect(try await TestDevice.verdict(bank, by: .recovery(code, puk: puks[0])) == "200")
    var exchange = ActivationKeyExchange(credentials: bank.sandbox.credentials, version: .v3_3)
    let wrong = ActivationIdentity.recovery(code, puk: puks[2])
    let answer = try await TestDevice.send(&exchange, bank, by: wrong, .v3_3)
    #expect(answer.verdictWithMessage == "400 INVALID_RECOVERY_CODE POWER_AUTH_RECOVERY_INVALID")
    #expect(answer.json?["responseObject"]?["currentRecoveryPukIndex"] == 2)
    for _ in 2...4 {
      #expect(try await TestDevice.verdict(bank, by: wrong) == "400 INVALID_RECOVERY_CODE")
    }
    #expect(try await TestDevice.verdict(bank, by: wrong) == Self.refused)
    let card = try #require(try await bank.recoveryCodes().first)
    #expect(try card.text("status") == "BLOCKED")
    #expect(card["puks"]?.array?.map { $0["status"]?.string } == ["USED", "INVALID", "VALID"])
    #expect(
      try await TestDevice.verdict(bank, by: .recovery(code, puk: puks[1])) == Self.refused)
  }

  @Test func `a right PUK forgives wrong ones`() async throws {
    let (_, code, puks) = try await confirmedPostcard()
    for _ in 1...4 {
      _ = try await TestDevice.verdict(bank, by: .recovery(code, puk: "0000000000"))
    }
    #expect(try await TestDevice.verdict(bank, by: .recovery(code, puk: puks[0])) == "200")
    #expect(try await bank.recoveryCodes().first?.integer("failedAttempts") == 0)
  }

  @Test func `a postcard that was not confirmed recovers nothing`() async throws {
    await bank.allowRecovery()
    let (code, puks) = try await bank.postcard()
    #expect(
      try await TestDevice.verdict(bank, by: .recovery(code, puk: puks[0])) == Self.refused)
  }

  @Test func `only the owner confirms, with the PIN, what is there and not ended`() async throws {
    await bank.allowRecovery()
    let alice = try await TestDevice.active(bank)
    let bob = try await TestDevice.active(bank, userID: "bob")
    let (code, _) = try await bank.postcard()
    let refused = "401 ERR_AUTHENTICATION POWER_AUTH_RECOVERY_CONFIRM_ERROR"
    #expect(try await bob.confirm(code).verdictWithMessage == refused)
    #expect(
      try await alice.confirm(code, .possession).verdictWithMessage
        == "401 ERR_AUTHENTICATION POWER_AUTH_SIGNATURE_INVALID")
    let random = try #require(ActivationCode(random: Array(1...10)))
    #expect(
      try await alice.confirm(RecoveryCode(random.text)).verdictWithMessage == refused)
    #expect(await bank.cloud("DELETE", "recovery-codes/\(code.text)").verdict == "200")
    #expect(try await alice.confirm(code).verdictWithMessage == refused)
    let (body, _) = try await alice.cryptogram(.recoveryConfirm)
    let bare = try JSONValue(parsing: body).setting("timestamp", to: .null).bytes()
    #expect(
      try await alice.signed(
        Endpoint.recoveryConfirm.path, uriID: "/pa/recovery/confirm", bare
      ).verdictWithMessage == "401 ERR_AUTHENTICATION POWER_AUTH_REQUEST_INVALID")
  }

  // MARK: - The bank's side

  @Test func `a user has one postcard at a time, unless told otherwise`() async throws {
    #expect(await card(["userId": "alice"]) == "400 ERROR_RECOVERY_DISABLED")
    await bank.allowRecovery()
    let (code, _) = try await bank.postcard()
    #expect(await card(["userId": "alice"]) == "400 ERROR_RECOVERY_CODE_ALREADY_EXISTS")
    _ = await bank.cloud("DELETE", "recovery-codes/\(code.text)")
    #expect(await card(["userId": "alice"]) == "200")
    _ = await bank.cloud("PUT", "recovery-configuration", ["allowMultipleRecoveryCodes": true])
    #expect(await card(["userId": "alice"]) == "200")
  }

  @Test(
    arguments: [
      ([:], "400 ERROR_REQUEST"), (["userId": "a", "pukCount": 0], "400 ERROR_REQUEST"),
      (["userId": "a", "pukCount": 101], "400 ERROR_REQUEST"),
      (["userId": "a", "pukCount": 100], "200"),
    ] as [(JSONValue, String)])
  func `a postcard has one to a hundred PUKs`(body: JSONValue, verdict: String) async {
    await bank.allowRecovery()
    #expect(await card(body) == verdict)
  }

  @Test func `the bank sees the end of a code and no PUK`() async throws {
    await bank.allowRecovery()
    let (code, puks) = try await bank.postcard()
    let card = try #require(try await bank.recoveryCodes().first)
    #expect(
      try card.text("recoveryCodeMasked") == "XXXXX-XXXXX-XXXXX-" + code.text.suffix(5))
    let text = String(decoding: card.bytes(), as: UTF8.self)
    #expect(!text.contains(code.text))
    #expect(!puks.contains { text.contains($0) })
    #expect(
      await bank.cloud("DELETE", "recovery-codes/none").verdict
        == "400 ERROR_RECOVERY_CODE_NOT_FOUND")
    #expect(await bank.cloud("GET", "recovery-codes").verdict == "400 ERROR_REQUEST")
  }

  // MARK: - Support

  private static let refused = "400 ERR_ACTIVATION"

  private func card(_ body: JSONValue) async -> String {
    await bank.cloud("POST", "recovery-codes", body).verdict
  }

  private func confirmedPostcard(
    _ version: ProtocolVersion = .v3_3
  ) async throws -> (device: TestDevice, code: RecoveryCode, puks: [String]) {
    await bank.allowRecovery()
    // The card comes first, so that it is the first in the bank's list.
    let (code, puks) = try await bank.postcard()
    bank.clock.advance(seconds: 1)
    let device = try await TestDevice.active(bank, version)
    let answer: RecoveryConfirmResponse = try await device.confirm(code).open()
    #expect(!answer.alreadyConfirmed)
    return (device, code, puks)
  }
}
