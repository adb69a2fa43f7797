import TokenModel

/// Sends a demonstration's operations as long as its user has an active device.
struct ScenarioRunner: Sendable {
  private static let tick = Duration.seconds(1)
  private let sandbox: Sandbox
  private let scenario: Scenario

  init(_ sandbox: Sandbox) throws {
    self.sandbox = sandbox
    scenario = try Scenario()
  }

  /// Runs until cancelled.
  func start() -> Task<Void, Never> {
    Task {
      var scenario = scenario
      while !Task.isCancelled {
        scenario = await advance(scenario)
        try? await Task.sleep(for: Self.tick)
      }
    }
  }

  /// Sends what is due by now; a failure of the books is left to the next time.
  func advance(_ scenario: Scenario) async -> Scenario {
    let advanced = try? await sandbox.perform { ledger, templates in
      var scenario = scenario
      let registrations = try ledger.registrations(ofUser: DemoRules.userID)
      guard registrations.contains(where: { $0.state == .active }) else { return scenario }
      try DemoMessages.sendOnce(in: ledger)
      var random = SystemRandomNumberGenerator()
      let pending = try ledger.pendingOperations(ofUser: DemoRules.userID).count
      if let step = scenario.next(at: ledger.now, pending: pending, using: &random),
        let template = templates[step.template]
      {
        let order = OperationOrder(
          template: template, userID: DemoRules.userID, parameters: step.parameters)
        _ = try order.place(in: ledger, templates)
      }
      return scenario
    }
    return advanced ?? scenario
  }
}
