import TokenModel

/// Whom a demonstration is about, and how it goes.
enum DemoRules {
  static let userID = "demo"
  /// From the key exchange to the commit, so that the waiting can be seen.
  static let commitDelay: Milliseconds = .seconds(2)
}

extension Sandbox {
  /// Opens a registration of that user, which commits itself and gets a recovery code.
  func createDemoActivation(userID: String = DemoRules.userID) async throws -> ActivationCode {
    try await perform { ledger, _ in
      let registration = try RegistrationEndpoints.open(
        userID: userID, applicationID: SandboxApplication.defaultID, password: nil,
        commitPhase: .afterDelay, in: ledger)
      try ledger.set(RecoveryConfiguration(isForActivations: true, isForPostcards: true))
      let signature = ledger.application.signature(of: registration.activationCode)
      return try ActivationCode(registration.activationCode + "#" + signature)
    }
  }
}
