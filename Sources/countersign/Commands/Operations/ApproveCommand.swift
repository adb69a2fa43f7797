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
    try await TokenSession.with(options, context.places) { session, wiring in
      // Where both come from one pipe, the PIN is its first line.
      let early =
        proximity.proximityStdin && factor.pinStdin ? try context.prompt.factor(factor) : nil
      var proof: ProximityCheck?
      var outcome = PreApprovalQuestions.Outcome.goOn(mobileTokenData: nil)
      let made = try await Decision.prepare(decision, session, context, withPages: false) {
        operation, now in
        proof = try context.prompt.proximityCheck(for: operation, proximity, at: now)
        try requireOpen(operation, proof)
        try agreeToContradiction(in: operation, context)
        outcome = try await questions(operation, session, context).ask()
        if case .reject = outcome { return nil }
        return "Approve this operation?"
      }
      switch outcome {
      case .goOn(let data):
        let evidence = ApprovalEvidence(proximity: proof, mobileTokenData: data)
        try await approve(made, early, evidence, session, context)
        context.console.answer(
          made.approvalDocument, made.approvalLines(schemes: wiring.settings.redirectSchemes))
      case .reject(let data):
        try await made.reject(.preApproval, mobileTokenData: data, session, context)
      }
    }
  }

  /// Asking for a factor that cannot be used would be a lie.
  private func requireOpen(
    _ operation: UserOperation, _ proof: ProximityCheck?
  ) throws(TokenFailure) {
    let obstacle = operation.approvalObstacle(byBiometry: factor.biometry, proximity: proof)
    if let obstacle { throw .approvalClosed(obstacle) }
  }

  private func questions(
    _ operation: UserOperation, _ session: TokenSession, _ context: CommandContext
  ) -> PreApprovalQuestions {
    PreApprovalQuestions(
      operation: operation, context: context, isAgreed: decision.agreement.yes,
      now: { await session.token.serverNow() })
  }

  private func approve(
    _ made: Decision, _ early: SecondFactor?, _ evidence: ApprovalEvidence,
    _ session: TokenSession, _ context: CommandContext
  ) async throws {
    let needsFactor = made.operation.allowedSignature.approval != .confirmation
    let factor = needsFactor ? try early ?? context.prompt.factor(factor) : nil
    try await CommandFailure.told(in: .decision) {
      try await session.token.approve(made.operation, with: factor, evidence: evidence)
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

extension Decision {
  /// With what the bank shows after an approval, as it came.
  fileprivate var approvalDocument: JSONValue {
    let document = document("APPROVED")
    guard operation.ui.postApproval != nil,
      let screen = operation.source["ui"]?["postApprovalScreen"]
    else { return document }
    return document.setting("postApproval", to: screen)
  }

  fileprivate func approvalLines(schemes: [String]) -> [String] {
    [operation.form.resultTexts.success ?? "Approved."]
      + PostApprovalLines.lines(operation, schemes: schemes)
  }
}
