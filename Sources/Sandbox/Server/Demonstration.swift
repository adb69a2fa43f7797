import TokenModel

/// Whom a demonstration is about, and how it goes.
enum DemoRules {
  static let userID = "demo"
  /// From the key exchange to the commit, so that the waiting can be seen.
  static let commitDelay: Milliseconds = .seconds(2)
  /// From the commit to each of the first operations: all kinds within the first minute.
  static let firstOperations: [Milliseconds] = [.seconds(1), .seconds(15), .seconds(35)]
  /// Between the later ones.
  static let laterIntervals: ClosedRange<Milliseconds> = .seconds(20)...(.seconds(40))
  /// Nothing is added to so many waiting operations.
  static let maxPending = 6
}

extension Sandbox {
  /// Opens a registration of the demonstration's user, which commits itself and gets a recovery code.
  func createDemoActivation() async throws -> ActivationCode {
    try await perform { ledger, _ in
      let registration = try RegistrationEndpoints.open(
        userID: DemoRules.userID, applicationID: SandboxApplication.defaultID, password: nil,
        commitPhase: .afterDelay, in: ledger)
      try ledger.set(RecoveryConfiguration(isForActivations: true, isForPostcards: true))
      let signature = ledger.application.signature(of: registration.activationCode)
      return try ActivationCode(registration.activationCode + "#" + signature)
    }
  }
}
