import PowerAuth
import Testing
import TokenModel

@testable import Sandbox

@Suite struct ScenarioTests {
  @Test func `the first minute brings a login, a payment and a conversion`() throws {
    var scenario = try Scenario()
    var random = SystemRandomNumberGenerator()
    let sent = (0..<60).compactMap {
      scenario.next(at: .seconds($0), pending: 0, using: &random)?.template
    }
    #expect(sent.prefix(3) == ["login", "payment", "conversion"])
  }

  @Test func `later operations come twenty to forty seconds apart`() throws {
    var scenario = try Scenario()
    var random = SystemRandomNumberGenerator()
    let times = (0..<1000).filter {
      scenario.next(at: .seconds($0), pending: 0, using: &random) != nil
    }
    let intervals = zip(times.dropFirst(3), times.dropFirst(2)).map(-)
    #expect(intervals.count > 20)
    #expect(intervals.allSatisfy { (20...40).contains($0) })
  }

  @Test func `nothing is added to six that wait`() throws {
    var scenario = try Scenario()
    var random = SystemRandomNumberGenerator()
    let sent = (0..<100).compactMap {
      scenario.next(at: .seconds($0), pending: 6, using: &random)
    }
    #expect(sent == [])
    #expect(scenario.next(at: .seconds(100), pending: 5, using: &random) != nil)
  }

  @Test func `every step names a template that has texts`() throws {
    var scenario = try Scenario()
    let templates = try OperationTemplates()
    var random = SystemRandomNumberGenerator()
    for second in 0..<1000 {
      guard let step = scenario.next(at: .seconds(second), pending: 0, using: &random) else {
        continue
      }
      let type = try #require(templates[step.template]?.type)
      #expect(templates.texts(ofType: type, language: "en") != nil)
      #expect(templates[step.template]?.data(step.parameters).contains("${") == false)
    }
  }

  @Test func `the runner waits for the commit, then sends`() async throws {
    let bank = try TestBank()
    let runner = try ScenarioRunner(bank.sandbox)
    var scenario = try Scenario()
    let code = try await bank.sandbox.createDemoActivation()
    let device = try await TestDevice.activated(bank, code)
    scenario = await runner.advance(scenario)
    bank.clock.advance(seconds: 2)
    scenario = await runner.advance(scenario)
    #expect(try await device.operations().count == 0)
    bank.clock.advance(seconds: 1)
    scenario = await runner.advance(scenario)
    #expect(try await device.operations().map { try $0.text("name") } == ["login"])
    bank.clock.advance(seconds: 14)
    scenario = await runner.advance(scenario)
    #expect(try await device.operations().count == 2)
    bank.clock.advance(seconds: 20)
    scenario = await runner.advance(scenario)
    #expect(
      try await device.operations().first?.text("name") == "authorize_conversion")
  }
}
