import TokenModel

/// How far a scenario has come; it only decides what is due.
struct ScenarioProgress: Sendable {
  let scenario: Scenario
  private var done = 0
  private var dueAt: Milliseconds?
  /// The operations that have names.
  private(set) var operationIDs: [String: String] = [:]

  init(_ scenario: Scenario) { self.scenario = scenario }

  /// The step that is due, if any; the first call starts the time.
  ///
  /// An operation waits for room among the pending ones, and what comes after it waits, too.
  mutating func next(at now: Milliseconds, pending: Int) -> Scenario.Step? {
    guard let step = upcoming else { return nil }
    let due = dueAt ?? now + .seconds(step.after)
    dueAt = due
    guard now >= due else { return nil }
    if case .operation = step.action, pending >= scenario.maxPending { return nil }
    done += 1
    dueAt = upcoming.map { now + .seconds($0.after) }
    return step
  }

  mutating func remember(_ operationID: String, as name: String?) {
    if let name { operationIDs[name] = operationID }
  }

  private var upcoming: Scenario.Step? {
    guard scenario.repeats || done < scenario.steps.count else { return nil }
    return scenario.steps[done % scenario.steps.count]
  }
}
