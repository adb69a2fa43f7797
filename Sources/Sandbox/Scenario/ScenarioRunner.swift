import TokenModel

/// Does what a scenario says as long as its user has an active device.
struct ScenarioRunner: Sendable {
  private static let tick = Duration.seconds(1)
  let sandbox: Sandbox
  let scenario: Scenario
  /// Of the sandbox itself: a parameter that begins with a slash is an address below it.
  var baseURL = ""

  /// Runs until cancelled.
  func start() -> Task<Void, Never> {
    Task {
      var progress = ScenarioProgress(scenario)
      while !Task.isCancelled {
        progress = await advance(progress)
        try? await Task.sleep(for: Self.tick)
      }
    }
  }

  /// Does what is due by now; a failure of the books is left to the next time.
  func advance(_ progress: ScenarioProgress) async -> ScenarioProgress {
    let advanced = try? await sandbox.perform { ledger, templates in
      var progress = progress
      let user = scenario.userID
      let registrations = try ledger.registrations(ofUser: user)
      guard registrations.contains(where: { $0.state == .active }) else { return progress }
      if scenario.fillsInbox { try DemoMessages.sendOnce(to: user, in: ledger) }
      let pending = try ledger.pendingOperations(ofUser: user).count
      if let step = progress.next(at: ledger.now, pending: pending) {
        try perform(step, &progress, ledger, templates)
      }
      return progress
    }
    return advanced ?? progress
  }

  private func perform(
    _ step: Scenario.Step, _ progress: inout ScenarioProgress, _ ledger: Ledger,
    _ templates: OperationTemplates
  ) throws {
    switch step.action {
    case .operation(let members):
      var order = try OperationOrder(CloudForm(members), templates, ledger)
      if members["unassigned"]?.bool != true { order.userID = scenario.userID }
      order.parameters = order.parameters.mapValues { $0.hasPrefix("/") ? baseURL + $0 : $0 }
      let language = members["language"]?.string ?? "en"
      let operation = try order.place(in: ledger, templates, language: language)
      progress.remember(operation.id, as: step.name)
    case .message(let members, let name):
      try MessageEndpoints.Draft(CloudForm(members)).send(
        to: scenario.userID, about: name.flatMap { progress.operationIDs[$0] }, in: ledger)
    case .cancel(let name, let reason):
      try end(progress.operationIDs[name], as: .canceled, reason, ledger)
    case .expire(let name): try end(progress.operationIDs[name], as: .expired, nil, ledger)
    }
  }

  /// Does nothing to an operation that does not wait any more.
  private func end(
    _ id: String?, as status: StoredOperation.Status, _ reason: String?, _ ledger: Ledger
  ) throws {
    guard let id, var operation = try ledger.operation(id), operation.status == .pending else {
      return
    }
    operation.status = status
    operation.statusReason = reason
    operation.finalizedAt = ledger.now
    try ledger.update(operation)
  }
}
