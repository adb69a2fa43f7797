import TokenModel

/// A decision on its way: one at a time, and nobody leaves before the answer.
enum DecidingScreen: Screen {
  struct State: Equatable, Sendable {
    let operation: UserOperation
    let decision: Decision
    var phase: Phase

    init(_ operation: UserOperation, _ decision: Decision, since: Moment) {
      self.operation = operation
      self.decision = decision
      phase = .sending(since: since)
    }
  }

  enum Phase: Equatable, Sendable {
    case sending(since: Moment)
    /// Nothing was decided, and the operation is as it was.
    case failed(TokenFailure)
  }

  enum Action: Equatable, Sendable { case decided(AppEvent.Outcome<AppEvent.Done>), close }

  static var isDecision: Bool { true }
  static func chrome(_ state: State) -> Chrome {
    if case .sending = state.phase { .dialog } else { .page(back: "Operation") }
  }

  static func revision(_ state: State) -> Int {
    if case .sending = state.phase { 0 } else { 1 }
  }

  static func whyNotLeave(_ state: State) -> String? {
    guard case .sending = state.phase else { return nil }
    return "The bank has not answered yet. It takes 20 s at most."
  }

  static func keys(_ state: State, _ world: World) -> [KeyBinding<Action>] {
    guard case .failed = state.phase else { return [] }
    return [
      KeyBinding(.enter, label: "operation", help: "Goes back to the operation.", action: .close)
    ]
  }

  static func reduce(_ state: inout State, _ action: Action, _ world: World) -> [Step] {
    switch (action, state.phase) {
    case (.decided(.success), .sending):
      return finish(state, .done(state.decision), world)
    case (.decided(.failure(let failure)), .sending):
      return fail(&state, failure, world)
    case (.close, .failed):
      return [.back]
    case (.decided, .failed), (.close, .sending):
      return []  // Each decision is answered once, and nobody leaves before that.
    }
  }

  private static func fail(
    _ state: inout State, _ failure: TokenFailure, _ world: World
  ) -> [Step] {
    switch failure {
    case .wrongPIN(let left):
      let again = PINScreen.State(.approve(state.operation), refusal: FailureWords(failure))
      return [.replace(Route(PINScreen.self, again))] + (left == nil ? [.run(.fetchStatus)] : [])
    case .outcomeUnknown:
      return [.back, .dispatch(RouteAction(OperationScreen.self, .doubted(state.decision)))]
    case .operation(let fault):
      // What became of the operation is the bank's to say.
      return finish(state, .failed(state.decision, fault), world)
        + [.run(.fetchOperation(id: state.operation.id))]
    case .noActivation, .alreadyActivated, .activationCode, .foreignActivationCode, .pinTooShort,
      .tooLong, .storage, .busy, .activationRefused, .signatureRefused, .waitingForCommit,
      .blocked, .removed, .deadlocked, .approvalClosed, .dataMismatch, .network,
      .activationOutcomeUnknown, .untrustedAnswer, .refused, .pukFormat, .noCredentials,
      .emptyAttribute, .biometry, .externalKey, .portableState, .oidc, .noRecoveryCode,
      .upgradePending, .noToken, .recoveryRefused, .serverCannot, .biometryRefused, .forgedData:
      state.phase = .failed(failure)
      return []
    }
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
    page.text("Nothing was decided", Style(.title, .bold))
    page.text(state.operation.shortName, Style(.muted))
    page.blank()
    page.failure(failure)
    return page
  }

  static func view(_ state: State, _ world: World, _ canvas: inout Canvas) {
    guard case .sending(let since) = state.phase,
      let words = busy(state, since, world).shown
    else { return }
    var page = TextPage(width: DialogBox.textColumns(world.area))
    page.text(words)
    _ = DialogBox(state.operation.deed, page).draw(&canvas, world.area)
  }

  static func nextChange(_ state: State, _ world: World) -> Int64? {
    guard case .sending(let since) = state.phase else { return nil }
    return busy(state, since, world).nextChange
  }

  private static func busy(_ state: State, _ since: Moment, _ world: World) -> BusyWords {
    BusyWords("Sending your \(state.decision.noun)\u{2026}", since: since, at: world.now)
  }
}
