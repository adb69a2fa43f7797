import TokenModel

/// Something that needs a second factor, on its way; nobody leaves before the answer.
///
/// While biometry is waited for, the wait can be cancelled, and the PIN is asked for again.
enum SendingScreen: Screen {
  struct State: Equatable, Sendable {
    let purpose: FactorPurpose
    let proof: Proof
    var phase: Phase
    /// The program was left meanwhile: somebody else may be the one who came back.
    var wasLeft = false

    init(_ purpose: FactorPurpose, _ proof: Proof, since: Moment) {
      self.purpose = purpose
      self.proof = proof
      phase = .sending(since: since)
    }
  }

  enum Phase: Equatable, Sendable {
    case sending(since: Moment)
    /// The user does not want to touch any reader.
    case canceling
    case failed(TokenFailure)
  }

  enum Action: Equatable, Sendable { case succeeded(Success), failed(TokenFailure), cancel, close }

  /// What the bank has answered.
  enum Success: Equatable, Sendable {
    /// How biometry stands now; only the wanted provider is a success.
    case biometry(BiometryState)
    case detail(ActivationDetail)
    case history(OperationList)
    case renamed(LocalActivation)
    case recovery(RecoveryCodes)
    case confirmed(RecoveryConfirmation)
    case offlineCode(OfflineCode)
  }

  static var isDecision: Bool { true }

  static func chrome(_ state: State) -> Chrome {
    if case .failed = state.phase { .page(back: state.purpose.page) } else { .dialog }
  }

  static func revision(_ state: State) -> Int {
    if case .failed = state.phase { 1 } else { 0 }
  }

  static func whyNotLeave(_ state: State) -> String? {
    switch state.phase {
    case .sending: state.purpose.whyNotLeave(state.proof)
    case .canceling: state.purpose.whyNotLeave(.device)
    case .failed: nil
    }
  }

  static func keys(_ state: State, _ world: World) -> [KeyBinding<Action>] {
    switch (state.phase, state.proof) {
    case (.sending, .biometry): [FactorWait.cancelKey(.cancel)]
    case (.sending, .pin), (.sending, .device), (.canceling, _): []
    case (.failed, _):
      [KeyBinding(.enter, label: say("keys.back"), help: say("keys.back-help"), action: .close)]
    }
  }

  static func reduce(_ state: inout State, _ action: Action, _ world: World) -> [Step] {
    switch (action, state.phase) {
    case (.succeeded(let success), .sending), (.succeeded(let success), .canceling):
      return finish(state, success)
    case (.failed(let failure), .sending), (.failed(let failure), .canceling):
      return fail(&state, failure)
    case (.cancel, .sending):
      state.phase = .canceling
      return [.run(.cancelBiometry)]
    case (.close, .failed):
      return [.back]
    case (.succeeded, .failed), (.failed, .failed), (.cancel, .canceling), (.cancel, .failed),
      (.close, .sending), (.close, .canceling):
      return []  // Each request is answered once, and nobody leaves before that.
    }
  }

  private static func finish(_ state: State, _ success: Success) -> [Step] {
    switch success {
    case .biometry(let biometry):
      // Anything else is a late answer to an older question.
      guard let provider = biometry.enabled, state.purpose == .addition(provider: provider) else {
        return []
      }
      return [.back, .say(.success, say("factors.stands-in"))]
    case .detail(let detail):
      return [.replace(Route(DetailScreen.self, .init(detail)))]
    case .history(let list):
      // Who came back is to prove that they may see it.
      return [
        .back, .dispatch(RouteAction(HistoryScreen.self, .arrived(state.wasLeft ? nil : list))),
      ]
    case .renamed(let activation):
      let name = DisplayText(activation.deviceName).singleLine
      // The page with the field goes too.
      return [.back, .back, .say(.success, say("factors.renamed", ["name": name]))]
    case .recovery(let codes):
      return [.replace(Route(RecoveryCodesScreen.self, .init(state.wasLeft ? nil : codes)))]
    case .confirmed(let confirmation):
      return [.back, .replace(Route(RecoveryConfirmedScreen.self, .init(confirmation)))]
    case .offlineCode(let code):
      guard case .offline(let operation) = state.purpose else { return [] }  // A late answer.
      // The operation goes too: its code is there.
      let shown = OfflineCodeScreen.State(state.wasLeft ? nil : code, for: operation, state.proof)
      return [.back, .replace(Route(OfflineCodeScreen.self, shown))]
    }
  }

  private static func fail(_ state: inout State, _ failure: TokenFailure) -> [Step] {
    let failure = FactorWait.ending(failure, isCanceling: state.phase == .canceling)
    if case .noToken = failure, state.proof == .device {
      return [.replace(Route(PINScreen.self, .init(state.purpose)))]
    }
    let asksBank = state.purpose.asksBank
    if let reply = FactorReply(failure, state.proof, asksBank: asksBank) {
      let again = Route(PINScreen.self, .init(state.purpose, reply: reply))
      return [.replace(again)] + FactorWait.questions(after: failure, asksBank: asksBank)
    }
    if case .history = state.purpose {
      return [.back, .dispatch(RouteAction(HistoryScreen.self, .failed(failure)))]
    }
    state.phase = .failed(failure)
    switch state.purpose {
    // The status tells whether a removal of unknown outcome was carried out.
    case .removal: return [.run(.fetchStatus)]
    // What is there may be another thing than what the page has shown.
    case .addition: return [.run(.loadBiometry)]
    case .approval, .offline, .detail, .history, .renaming, .recovery, .confirmation: return []
    }
  }

  static func clearSecrets(_ state: inout State) { state.wasLeft = true }

  static func isPage(_ state: State) -> Bool {
    if case .failed = state.phase { true } else { false }
  }

  static func page(_ state: State, _ world: World, width: Int) -> TextPage {
    var page = TextPage(width: width)
    guard case .failed(let failure) = state.phase else { return page }
    page.text(state.purpose.failed, Style(.title, .bold))
    page.blank()
    page.failure(failure, in: state.purpose.context)
    return page
  }

  static func view(_ state: State, _ world: World, _ canvas: inout Canvas) {
    wait(state, world)?.draw(
      state.purpose.title(columns: DialogBox.textColumns(world.area)).title, &canvas, world)
  }

  static func nextChange(_ state: State, _ world: World) -> Int64? {
    wait(state, world)?.nextChange
  }

  private static func wait(_ state: State, _ world: World) -> FactorWait? {
    switch state.phase {
    case .sending(let since):
      FactorWait(state.proof, busy: state.purpose.busy, since: since, at: world.now)
    case .canceling: FactorWait.canceling
    case .failed: nil
    }
  }
}
