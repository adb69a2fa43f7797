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
}
