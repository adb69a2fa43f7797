import Resources
import TokenModel

/// Which operation a demonstration sends when; it only decides.
struct Scenario: Sendable {
  /// One operation to be sent.
  struct Step: Sendable, Equatable {
    let template: String
    let parameters: [String: String]
  }

  private let steps: [Step]
  private var sent = 0
  private var dueAt: Milliseconds?

  /// Reads the embedded document.
  init() throws {
    try self.init(SandboxResources.scenario)
  }

  init(_ document: String) throws {
    steps = (try JSONValue(parsing: Array(document.utf8)).array ?? []).compactMap { json in
      json["template"]?.string.map { template in
        Step(
          template: template,
          parameters: (json["parameters"]?.object ?? [:]).compactMapValues(\.string))
      }
    }
    guard !steps.isEmpty else { throw OperationTemplates.Broken() }
  }

  /// The operation to send now, if any; the first call starts the time.
  mutating func next(
    at now: Milliseconds, pending: Int, using random: inout some RandomNumberGenerator
  ) -> Step? {
    let due = dueAt ?? now + DemoRules.firstOperations[0]
    dueAt = due
    guard now >= due, pending < DemoRules.maxPending else { return nil }
    defer { sent += 1 }
    dueAt = now + interval(after: sent, using: &random)
    return steps[sent % steps.count]
  }

  private func interval(
    after index: Int, using random: inout some RandomNumberGenerator
  ) -> Milliseconds {
    let first = DemoRules.firstOperations
    guard index + 1 < first.count else {
      return .random(in: DemoRules.laterIntervals, using: &random)
    }
    return first[index + 1] - first[index]
  }
}
