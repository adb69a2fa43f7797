import ArgumentParser
import TokenModel
import TokenScreens

/// `countersign approve ID`
struct ApproveCommand: TokenCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "approve", abstract: say("operation-commands.approve"),
      discussion: say("operation-commands.approve-more"))
  }

  @OptionGroup var decision: DecisionOptions

  @Flag(help: .init(say("operation-commands.one-factor")))
  var oneFactor = false

  @OptionGroup var factor: FactorOptions

  @OptionGroup var proximity: ProximityOptions

  @OptionGroup var options: GlobalOptions

  func validate() throws {
    guard decision.givenID == nil || decision.data != nil || decision.dataStdin else {
      throw ValidationError(say("operation-commands.needs-data"))
    }
    guard !oneFactor || decision.givenID != nil && !factor.biometry && !factor.pinStdin else {
      throw ValidationError(say("operation-commands.one-factor-alone"))
    }
    guard !decision.dataStdin || !proximity.proximityStdin else {
      throw ValidationError(say("operation-commands.one-stdin"))
    }
  }

  func run(in context: CommandContext) async throws {
    try await TokenSession.activated(options, context.places) { session, wiring in
      // Where both come from one pipe, the PIN is its first line; else it is asked for after all was
      // shown.
      let isPiped = decision.dataStdin || proximity.proximityStdin
      let early = isPiped && factor.pinStdin ? try context.prompt.factor(factor) : nil
      var evidence = ApprovalEvidence()
      var outcome = PreApprovalQuestions.Outcome.goOn(mobileTokenData: nil)
      let made = try await Decision.prepare(
        decision, data: try decision.givenData(), session, context,
        question: say("operation-commands.approve-question"), withPages: false
      ) { operation, now in
        evidence.proximity = try context.prompt.proximityCheck(for: operation, proximity, at: now)
        try requireOpen(operation, evidence.proximity)
        try agreeToContradiction(in: operation, context)
        outcome = try await questions(operation, session, context).ask()
        if case .reject = outcome { return false }
        return true
      }
      if made.operation == nil {
        let now = await session.token.serverNow()
        evidence.proximity = try context.prompt.proximityCheck(forID: made.id, proximity, at: now)
      }
      switch outcome {
      case .goOn(let data):
        evidence.mobileTokenData = data
        try await approve(made, early, evidence, session, context)
        made.answerApproval(schemes: wiring.settings.redirectSchemes, context)
      case .reject(let data):
        try await made.reject(.preApproval, mobileTokenData: data, session, context)
        throw AnsweredOtherwise()
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
    let second = needsFactor(made) ? try early ?? context.prompt.factor(factor) : nil
    try await made.send(context) {
      if let operation = made.operation {
        try await session.token.approve(operation, with: second, evidence: evidence)
      } else {
        try await session.token.approve(
          id: made.id, data: made.data ?? "", with: second, evidence: evidence)
      }
    }
  }

  private func needsFactor(_ made: Decision) -> Bool {
    made.operation.map { $0.allowedSignature.approval != .confirmation } ?? !oneFactor
  }

  /// Where what is signed contradicts what is shown, the usual yes is not enough; a script that has
  /// said `--yes` is told all the same, and pins the data with `--expect-data-sha256`.
  private func agreeToContradiction(
    in operation: UserOperation, _ context: CommandContext
  ) throws {
    guard DataComparison(operation).verdict == .contradicts else { return }
    context.console.note(say("operation-commands.differs"))
    guard !decision.agreement.yes, decision.agreement.expectDataSha256 == nil else { return }
    try context.prompt.confirm(
      say("operation-commands.sign-anyway"), word: "contradiction")
  }
}

extension Decision {
  /// With what the bank shows after an approval, as it came.
  fileprivate func answerApproval(schemes: [String], _ context: CommandContext) {
    let hasPage = operation?.ui.postApproval != nil
    answer(
      "APPROVED", say("operation-commands.approved"), operation?.form.resultTexts.success,
      postApproval: hasPage ? operation?.source["ui"]?["postApprovalScreen"] : nil,
      lines: operation.map { PostApprovalLines.lines($0, schemes: schemes) } ?? [], context)
  }
}
