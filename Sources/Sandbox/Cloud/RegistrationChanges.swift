import TokenModel

/// What the bank does to a registration in the course of its life.
enum RegistrationChanges {
  static let routes = [
    Route("POST", "v2/registrations/*/commit", commit),
    Route("PUT", "v2/registrations/*", change),
    Route("DELETE", "v2/registrations/*", delete),
  ]

  private enum Change: String, CaseIterable {
    case block = "BLOCK"
    case unblock = "UNBLOCK"
    case remove = "REMOVE"
  }

  private static func commit(_ call: Call) throws -> SandboxResponse {
    let password = try CloudForm(call).optional("otp")
    let found = try RegistrationEndpoints.find(call)
    guard found.state == .pendingCommit else {
      throw CloudFault.registrationChange("COMMIT", in: found.state)
    }
    let verdict = try call.ledger.checkPassword(password, at: .onCommit, of: found)
    guard var registration = verdict else { throw CloudFault.passwordInvalid }
    try call.ledger.activate(&registration)
    return .success()
  }

  /// Before the commit only: an active registration is removed by `change`.
  private static func delete(_ call: Call) throws -> SandboxResponse {
    let registration = try RegistrationEndpoints.find(call)
    switch registration.state {
    case .created, .pendingCommit:
      try call.ledger.remove(registration, revokesCodes: true)
      return .success()
    case .active, .blocked, .removed:
      throw CloudFault.registrationChange("DELETE", in: registration.state)
    }
  }

  private static func change(_ call: Call) throws -> SandboxResponse {
    let form = try CloudForm(call)
    guard let change = try form.choice("change", of: Change.allCases) else {
      throw CloudFault.invalid("change", nil, "must not be blank")
    }
    let reason = try form.optional("blockReason")
    var registration = try RegistrationEndpoints.find(call)
    switch (change, registration.state) {
    case (.block, .active):
      registration.state = .blocked
      registration.blockedReason = reason ?? ServerRules.blockedWithoutReason
      try call.ledger.update(registration)
    case (.unblock, .blocked):
      registration.state = .active
      registration.blockedReason = nil
      registration.failedAttempts = 0
      try call.ledger.update(registration)
    case (.block, .blocked), (.unblock, .active):
      break  // It is so already.
    case (.remove, .created), (.remove, .pendingCommit), (.remove, .active), (.remove, .blocked):
      // Who lost the device may get it back by its recovery code.
      try call.ledger.remove(
        registration, revokesCodes: [.created, .pendingCommit].contains(registration.state))
    case (.block, .created), (.block, .pendingCommit), (.block, .removed), (.unblock, .created),
      (.unblock, .pendingCommit), (.unblock, .removed), (.remove, .removed):
      throw CloudFault.registrationChange(change.rawValue, in: registration.state)
    }
    return .success()
  }
}
