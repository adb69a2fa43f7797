import TokenModel

/// A decision on its way: one at a time, and nobody leaves before the answer.
///
/// While biometry is waited for, the wait can be cancelled, and the PIN is asked for again.
enum DecidingScreen: Screen {
  struct State: Equatable, Sendable {
    let operation: UserOperation
    let decision: Decision
    /// What was sent with it, for a second try.
    private(set) var evidence: ApprovalEvidence
    /// The code that was sent was wiped here since: a second try needs it anew.
    private(set) var hasLostCode = false
    var phase: Phase

    init(
      _ operation: UserOperation, _ decision: Decision,
      _ evidence: ApprovalEvidence = ApprovalEvidence(), since: Moment
    ) {
      self.operation = operation
      self.decision = decision
      self.evidence = evidence
      phase = .sending(since: since)
    }

    fileprivate mutating func forgetCode() {
      hasLostCode = hasLostCode || evidence.proximity != nil
      evidence.proximity = nil
    }
  }

  enum Phase: Equatable, Sendable {
    case sending(since: Moment)
    /// The user does not want to touch any reader.
    case canceling
    /// Nothing was decided, and the operation is as it was.
    case failed(TokenFailure)
  }

  enum Action: Equatable, Sendable {
    case decided(AppEvent.Outcome<AppEvent.Done>), cancel, close
  }

  static var isDecision: Bool { true }
  static func chrome(_ state: State) -> Chrome {
    if case .failed = state.phase { .page(back: say("decision.operation")) } else { .dialog }
  }

  static func revision(_ state: State) -> Int {
    if case .failed = state.phase { 1 } else { 0 }
  }

  static func whyNotLeave(_ state: State) -> String? {
    switch state.phase {
    case .sending: FactorWait.whyNotLeave(state.decision.proof)
    case .canceling: FactorWait.whyNotLeave(.device)
    case .failed: nil
    }
  }

  static func keys(_ state: State, _ world: World) -> [KeyBinding<Action>] {
    switch (state.phase, state.decision.proof) {
    case (.sending, .biometry): [FactorWait.cancelKey(.cancel)]
    case (.sending, .pin), (.sending, .device), (.canceling, _): []
    case (.failed, _):
      [
        KeyBinding(
          .enter, label: say("decision.operation").lowercased(),
          help: say("decision.operation-help"), action: .close)
      ]
    }
  }

  static func reduce(_ state: inout State, _ action: Action, _ world: World) -> [Step] {
    switch (action, state.phase) {
    case (.decided(.success), .sending), (.decided(.success), .canceling):
      return finish(state, .done(state.decision), world)
    case (.decided(.failure(let failure)), .sending),
      (.decided(.failure(let failure)), .canceling):
      return fail(&state, failure, world)
    case (.cancel, .sending):
      state.phase = .canceling
      return [.run(.cancelBiometry)]
    case (.close, .failed):
      return [.back]
    case (.decided, .failed), (.close, .sending), (.close, .canceling), (.cancel, .canceling),
      (.cancel, .failed):
      return []  // Each decision is answered once, and nobody leaves before that.
    }
  }

  static func clearSecrets(_ state: inout State) { state.forgetCode() }

  private static func fail(
    _ state: inout State, _ failure: TokenFailure, _ world: World
  ) -> [Step] {
    let failure = FactorWait.ending(failure, isCanceling: state.phase == .canceling)
    if let reply = FactorReply(failure, state.decision.proof) {
      guard !state.hasLostCode else {
        return [.back, .say(.warning, FailureWords(failure).happened)]
          + FactorWait.questions(after: failure)
      }
      let purpose = FactorPurpose.approval(state.operation, state.evidence)
      let again = Route(PINScreen.self, .init(purpose, reply: reply))
      return [.replace(again)] + FactorWait.questions(after: failure)
    }
    if case .outcomeUnknown = failure {
      return [.back, .dispatch(RouteAction(OperationScreen.self, .doubted(state.decision)))]
    }
    if case .operation(let fault) = failure {
      // What became of the operation is the bank's to say.
      return finish(state, .failed(state.decision, fault), world)
        + [.run(.fetchOperation(id: state.operation.id))]
    }
    state.phase = .failed(failure)
    return []
  }

  /// The result takes the place of the operation's page.
  private static func finish(
    _ state: State, _ outcome: ResultScreen.Outcome, _ world: World
  ) -> [Step] {
    let result = ResultScreen.State(outcome, state.operation, at: world.now)
    return [
      .back, .replace(Route(ResultScreen.self, result)), .run(.refreshOperations),
    ]
  }

  static func isPage(_ state: State) -> Bool {
    if case .failed = state.phase { true } else { false }
  }

  static func page(_ state: State, _ world: World, width: Int) -> TextPage {
    var page = TextPage(width: width)
    guard case .failed(let failure) = state.phase else { return page }
    page.text(say("decision.nothing"), Style(.title, .bold))
    page.text(state.operation.shortName, Style(.muted))
    page.blank()
    page.failure(failure)
    // The bank has seen the decision and did not take it.
    if case .refused = failure { page.bankWords(state.operation.form.resultTexts.failure) }
    return page
  }

  static func view(_ state: State, _ world: World, _ canvas: inout Canvas) {
    wait(state, world)?.draw(state.operation.deed, &canvas, world)
  }

  static func nextChange(_ state: State, _ world: World) -> Int64? {
    wait(state, world)?.nextChange
  }

  private static func wait(_ state: State, _ world: World) -> FactorWait? {
    switch state.phase {
    case .sending(let since):
      FactorWait(
        state.decision.proof, busy: say("decision.sending", ["decision": state.decision.noun]),
        since: since,
        at: world.now)
    case .canceling: FactorWait.canceling
    case .failed: nil
    }
  }
}
