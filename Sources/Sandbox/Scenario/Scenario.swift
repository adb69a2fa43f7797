import TokenModel

/// What a demonstration's bank does, one step after the other.
public struct Scenario: Sendable, Equatable {
  /// One thing that the bank does.
  public struct Step: Sendable, Equatable {
    /// By which later steps call the operation.
    public var name: String?
    /// Seconds after the step before, or after the activation.
    public var after: Int
    public var action: Action

    public init(name: String? = nil, after: Int, _ action: Action) {
      self.name = name
      self.after = after
      self.action = action
    }
  }

  public enum Action: Sendable, Equatable {
    /// The members of `POST v2/operations`; with `unassigned` it is nobody's.
    case operation(JSONValue)
    /// The members of `POST v2/inbox/messages`, and the operation that it is about.
    case message(JSONValue, about: String?)
    case cancel(String, reason: String?)
    case expire(String)
  }

  /// Why something is no scenario.
  public enum Fault: Error, Equatable, Sendable {
    case noSteps
    /// No step before this one has that name.
    case unknownName(String, step: Int)
    /// The bank would refuse it; `rule` is in its own words.
    case refused(field: String, rule: String, step: Int)
  }

  /// To whom everything happens, as soon as a device of theirs is active.
  public let userID: String
  /// Nothing is added to so many waiting operations.
  public let maxPending: Int
  /// Whether it begins again after the last step.
  public let repeats: Bool
  /// Whether an empty inbox is filled with a few messages at the start.
  public let fillsInbox: Bool
  public let steps: [Step]

  /// Checks each step as the bank does; steps are counted from 0.
  public init(
    userID: String, maxPending: Int, repeats: Bool = true, fillsInbox: Bool = true, steps: [Step]
  ) throws(Fault) {
    guard !steps.isEmpty else { throw .noSteps }
    var names: Set<String> = []
    for (index, step) in steps.enumerated() {
      if let name = step.mentioned, !names.contains(name) {
        throw .unknownName(name, step: index)
      }
      if let name = step.name { names.insert(name) }
      do {
        try step.check()
      } catch let refusal as Refusal {
        throw .refused(
          field: refusal.violations.first?["fieldName"]?.string ?? "",
          rule: refusal.violations.first?["hint"]?.string ?? refusal.message, step: index)
      } catch {
        throw .refused(field: "", rule: "\(error)", step: index)
      }
    }
    self.userID = userID
    self.maxPending = maxPending
    self.repeats = repeats
    self.fillsInbox = fillsInbox
    self.steps = steps
  }
}

extension Scenario.Step {
  /// The earlier operation that this step is about.
  fileprivate var mentioned: String? {
    switch action {
    case .operation: nil
    case .message(_, let about): about
    case .cancel(let name, _), .expire(let name): name
    }
  }

  /// Throws what the bank would say of it.
  fileprivate func check() throws {
    switch action {
    case .operation(let members):
      guard members["registrationId"] == nil else {
        throw CloudFault.invalid("registrationId", nil, "is not known beforehand")
      }
      _ = try OperationOrder(CloudForm(members), OperationTemplates(), nil)
    case .message(let members, _): _ = try MessageEndpoints.Draft(CloudForm(members))
    case .cancel(_, let reason):
      if let reason { try OperationEndpoints.check(statusReason: reason) }
    case .expire: break
    }
  }
}
