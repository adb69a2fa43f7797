import PowerAuth
import Testing
import TokenModel

@testable import Sandbox

@Suite struct FaultTests {
  let bank: TestBank

  init() throws { bank = try TestBank() }

  @Test func `a lost answer comes after the act, once`() async throws {
    let device = try await TestDevice.active(bank)
    let id = try await bank.operation()
    bank.sandbox.faults.lostAnswers = ["/operation/authorize"]
    #expect(try await device.approve(id).isLost)
    #expect(try await bank.operationState(id).text("status") == "APPROVED")
    #expect(try await device.approve(id).isLost == false)
  }

  @Test func `a server ahead is found by its status`() async throws {
    let device = try await TestDevice.active(bank)
    bank.sandbox.faults.counterSteps = 3
    let blob = try await device.status()
    let verdict = try CounterReconciliation.decide(
      local: device.record.counter, server: blob, transportKey: device.record.transportKey)
    #expect(verdict == .serverAhead(newCounter: device.record.counter.stepped(by: 3)))
    #expect(bank.sandbox.faults.counterSteps == 0)
    #expect(try await device.validate().verdict == "401 ERR_AUTHENTICATION")
  }

  @Test func `a shifted clock shows in the server's time`() async throws {
    bank.sandbox.faults.clockShiftSeconds = 86_400
    let answer = try await bank.mobile("/pa/v3/status", Array("{}".utf8)).object()
    let time = try answer.object("responseObject").integer("serverTime")
    #expect(time == bank.milliseconds + 86_400_000)
  }

  @Test func `an endpoint that the server does not have is not found`() async throws {
    let device = try await TestDevice.active(bank)
    bank.sandbox.faults.missingEndpoints = ["/user/info"]
    #expect(try await device.exchange(.userInfo).verdict == "404 ERROR_NOT_FOUND")
    bank.sandbox.faults.missingEndpoints = []
    #expect(try await device.exchange(.userInfo).verdict == "200")
  }

  @Test func `temporary keys may be short-lived`() async throws {
    bank.sandbox.faults.temporaryKeyLifeSeconds = 15
    let device = try await TestDevice.active(bank)
    let key = try #require(try await device.temporaryKey())
    #expect(key.expiresAt - key.issuedAt == 15_000)
    #expect(key.isUsable(at: key.issuedAt + 4_999))
    let (body, encryptor) = try await device.cryptogram(.userInfo)
    bank.clock.advance(seconds: 15.001)
    let answer = await bank.mobile(
      Endpoint.userInfo.path, body,
      headers: [(EncryptionHeader.name, encryptor.context.header.value)])
    #expect(answer.verdict == "400 ERR_ENCRYPTION")
  }

  @Test func `faults are set over the Cloud API, and are gone when not named`() async throws {
    let faults: JSONValue = [
      "lostAnswers": ["/list"], "delayMilliseconds": 0, "clockShiftSeconds": -60,
      "counterSteps": 0, "missingEndpoints": ["/user/info"], "refusesRename": true,
      "opensVaultByBiometry": true, "refusesPush": true, "temporaryKeyLifeSeconds": 15,
      "signInError": "access_denied",
    ]
    #expect(await bank.cloud("PUT", "sandbox/faults", faults).json == faults)
    #expect(bank.sandbox.faults.missingEndpoints == ["/user/info"])
    #expect(bank.sandbox.faults.clockShiftSeconds == -60)
    #expect(await bank.cloud("GET", "sandbox/faults").json == faults)
    #expect(await bank.cloud("PUT", "sandbox/faults", [:]).status == 200)
    #expect(bank.sandbox.faults == SandboxFaults())
  }
}
