import ArgumentParser
import TokenModel
import TokenScreens

/// `countersign approve ID`
struct ApproveCommand: TokenCommand {
  static let configuration = CommandConfiguration(
    commandName: "approve", abstract: "Approve an operation, after showing it in full.")

  @OptionGroup var decision: DecisionOptions

  @OptionGroup var factor: FactorOptions

  @OptionGroup var proximity: ProximityOptions

  @OptionGroup var options: GlobalOptions

  func run(in context: CommandContext) async throws {
    try await TokenSession.with(options, context.places) { session, _ in
      // Where both come from one pipe, the PIN is its first line.
      let early =
        proximity.proximityStdin && factor.pinStdin ? try context.prompt.factor(factor) : nil
      var evidence = ApprovalEvidence()
      let made = try await Decision.prepare(decision, session, context) { operation, now in
        evidence.proximity = try context.prompt.proximityCheck(
          for: operation, self.proximity, at: now)
        // Asking for a factor that cannot be used would be a lie.
        if let obstacle = operation.approvalObstacle(
          byBiometry: self.factor.biometry, proximity: evidence.proximity)
        {
          throw TokenFailure.approvalClosed(obstacle)
        }
        try agreeToContradiction(in: operation, context)
        return "Approve this operation?"
      }
      let operation = made.operation
      let needsFactor = operation.allowedSignature.approval != .confirmation
      let factor = needsFactor ? try early ?? context.prompt.factor(factor) : nil
      try await CommandFailure.told(in: .decision) {
        try await session.token.approve(operation, with: factor, evidence: evidence)
      }
      context.console.answer(
        made.document("APPROVED"), [operation.form.resultTexts.success ?? "Approved."])
    }
  }

  /// Where what is signed contradicts what is shown, the usual yes is not enough; a script that has
  /// said `--yes` is told all the same, and pins the data with `--expect-data-sha256`.
  private func agreeToContradiction(
    in operation: UserOperation, _ context: CommandContext
  ) throws {
    guard DataComparison(operation).verdict == .contradicts else { return }
    context.console.note("What is signed differs from what is shown.")
    guard !decision.agreement.yes, decision.agreement.expectDataSha256 == nil else { return }
    try context.prompt.confirm("Sign what is signed, not what is shown?", word: "contradiction")
  }
}
