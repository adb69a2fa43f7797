import PowerAuth
import TestSupport
import Testing
import TokenCore
import TokenModel

@Suite struct RecoveryTests {
  static let code = "VVVVV-VVVVV-VVVVV-VTFVA"
  static let confirm = "/pa/v3/recovery/confirm"

  private func world(_ version: ProtocolVersion = .v3_3) async throws -> TokenWorld {
    let world = try TokenWorld(version: version, biometry: [MemoryBiometry()])
    await world.server.configure {
      $0.newRecovery = ActivationRecovery(recoveryCode: Self.code, puk: "1234567890")
    }
    try await world.activate()
    return world
  }

  @Test(arguments: ProtocolVersion.allCases)
  func `the codes of the activation are shown as often as the vault opens`(
    version: ProtocolVersion
  ) async throws {
    let world = try await world(version)
    for _ in 0..<2 {
      let codes = try await world.token.recoveryCodes(with: .pin(world.rightPIN)).reveal()
      #expect(codes.code == Self.code)
      #expect(codes.puk == "1234567890")
    }
    #expect(await world.server.vault.reasons == ["RECOVERY_CODE", "RECOVERY_CODE"])
  }

  @Test func `an activation without codes says so before anything is asked`() async throws {
    let world = try TokenWorld()
    try await world.activate()
    let received = await world.server.received.count
    await #expect(throws: TokenFailure.noRecoveryCode) {
      try await world.token.recoveryCodes(with: .pin(world.rightPIN))
    }
    #expect(await world.server.received.count == received)
  }

  @Test func `a wrong PIN shows no codes`() async throws {
    let world = try await world()
    await #expect(throws: TokenFailure.wrongPIN(attemptsLeft: 4)) {
      try await world.token.recoveryCodes(with: .pin(world.wrongPIN))
    }
    #expect(await world.server.vault.reasons.isEmpty)
  }

  @Test(arguments: ProtocolVersion.allCases)
  func `a card is confirmed once and then known`(version: ProtocolVersion) async throws {
    let world = try await world(version)
    let code = try ActivationCode(Self.code)
    for isKnown in [false, true] {
      let confirmation = try await world.token.confirmRecovery(
        code: code, puk: "1234567890", with: .pin(world.rightPIN))
      #expect(confirmation == RecoveryConfirmation(alreadyConfirmed: isKnown))
    }
  }

  @Test func `a code of nobody is refused and costs no attempt`() async throws {
    let world = try await world()
    let code = try #require(ActivationCode(random: Array(1...10)))
    await #expect(throws: TokenFailure.recoveryRefused(nextPUK: nil)) {
      try await world.token.confirmRecovery(code: code, with: .pin(world.rightPIN))
    }
    #expect(try await world.token.status().attemptsLeft == 5)
  }

  @Test(arguments: ["123456789", "12345678901", "123456789a", "１234567890", ""])
  func `a PUK that is not ten digits is refused before anything is asked`(
    puk: String
  ) async throws {
    let world = try await world()
    let received = await world.server.received.count
    await #expect(throws: TokenFailure.pukFormat) {
      try await world.token.confirmRecovery(
        code: ActivationCode(Self.code), puk: puk, with: .pin(world.rightPIN))
    }
    #expect(await world.server.received.count == received)
  }

  @Test func `a server that wants the PIN for a card says so to biometry`() async throws {
    let world = try await world()
    try await world.token.addBiometry(pin: world.rightPIN)
    let refusal = ServerRefusal(
      status: 401, code: "ERR_AUTHENTICATION", message: "POWER_AUTH_SIGNATURE_TYPE_INVALID")
    await #expect(throws: TokenFailure.serverCannot(.recovery, refusal)) {
      try await world.token.confirmRecovery(code: ActivationCode(Self.code), with: .biometry)
    }
  }

  @Test(arguments: [
    (
      400, "ERR_RECOVERY", "POWER_AUTH_RECOVERY_INVALID", TokenFailure.recoveryRefused(nextPUK: nil)
    ),
    (400, "INVALID_RECOVERY_CODE", "", .recoveryRefused(nextPUK: nil)),
    (
      401, "ERR_AUTHENTICATION", "POWER_AUTH_RECOVERY_CONFIRM_ERROR", .recoveryRefused(nextPUK: nil)
    ),
    (
      404, "ERROR_NOT_FOUND", "",
      .serverCannot(
        .recovery, ServerRefusal(status: 404, code: "ERROR_NOT_FOUND", message: ""))
    ),
    (
      500, "ERROR_GENERIC", "",
      .outcomeUnknown(.serverProblem(status: 500, code: "ERROR_GENERIC"))
    ),
  ])
  func `what the server says of a card keeps its meaning`(
    status: Int, code: String, message: String, failure: TokenFailure
  ) async throws {
    let world = try await world()
    let error: JSONValue = [
      "status": "ERROR",
      "responseObject": ["code": .string(code), "message": .string(message)],
    ]
    let answer = IncomingAnswer(status: status, headers: [], body: error.bytes())
    await world.server.breaking { _, path in path == Self.confirm ? .intercepted(answer) : nil }
    await #expect(throws: failure) {
      try await world.token.confirmRecovery(
        code: ActivationCode(Self.code), with: .pin(world.rightPIN))
    }
    #expect(try await world.token.status().attemptsLeft == 5)
  }

  @Test func `a lost answer of a confirmation is an unknown outcome`() async throws {
    let world = try await world()
    await world.server.breaking { _, path in path == Self.confirm ? .lostAnswer : nil }
    await #expect(throws: TokenFailure.outcomeUnknown(.connectionLost)) {
      try await world.token.confirmRecovery(
        code: ActivationCode(Self.code), with: .pin(world.rightPIN))
    }
    await world.server.breaking(nil)
    let again = try await world.token.confirmRecovery(
      code: ActivationCode(Self.code), with: .pin(world.rightPIN))
    #expect(again.alreadyConfirmed)
  }
}
