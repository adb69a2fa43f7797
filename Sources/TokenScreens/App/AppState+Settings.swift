import TokenModel

/// What the settings asked for, and what came of it.
extension AppState {
  mutating func settled(_ event: AppEvent) -> [Step] {
    switch event {
    case .pinChanged(let outcome):
      return answered(outcome) { state, outcome in
        [.dispatch(RouteAction(ChangePINScreen.self, .changed(outcome)))]
          + state.recount(after: outcome)
      }
    case .biometry(let outcome): return received(outcome)
    case .recovery(let outcome): return sent(outcome) { .recovery($0) }
    case .recoveryConfirmed(let outcome): return sent(outcome) { .confirmed($0) }
    case .detail(let outcome): return sent(outcome) { .detail($0) }
    case .history(let outcome): return sent(outcome) { .history($0) }
    case .renamed(let outcome):
      if case .success(let activation) = outcome { world.activation = activation }
      return sent(outcome) { .renamed($0) }
    case .userInfo(let outcome):
      if case .success(let info) = outcome { world.userInfo = info }
      return answered(outcome) { _, outcome in
        [.dispatch(RouteAction(UserInfoScreen.self, .answered(outcome)))]
      }
    case .tokens(let outcome):
      return answered(outcome) { _, outcome in
        [.dispatch(RouteAction(TokensScreen.self, .answered(outcome)))]
      }
    case .clock(let outcome):
      if case .success(let report) = outcome { world.clock = report }
      return answered(outcome) { _, outcome in
        [.dispatch(RouteAction(ClockScreen.self, .answered(outcome)))]
      }
    case .activation, .activated, .status, .polling, .operation, .claimed, .digest, .decided,
      .removed,
      .oidcAddress, .oidcGranted, .addressNotOpened, .qrEncoded, .profiles, .profileSwitched,
      .unreadMessages,
      .messages, .message, .messageRead, .allMessagesRead, .offlineRead, .offlineCode, .picture,
      .pictureDrawn, .scanned:
      return []  // Taken elsewhere.
    }
  }

  private mutating func received(_ outcome: AppEvent.Outcome<BiometryState>) -> [Step] {
    switch outcome {
    case .success(let state):
      if state.enabled != world.lostKey { world.lostKey = nil }
      world.biometry = world.lostKey.map(state.losing) ?? state
      let count = isAdding ? recount(after: outcome) : []
      return [
        .dispatch(RouteAction(BiometryScreen.self, .answered(nil))),
        .dispatch(RouteAction(SendingScreen.self, .succeeded(.biometry(state)))),
      ] + count
    case .failure(let failure):
      return answered(outcome) { state, _ in
        state.isAdding
          ? [.dispatch(RouteAction(SendingScreen.self, .failed(failure)))]
          : [.dispatch(RouteAction(BiometryScreen.self, .answered(failure)))]
      }
    }
  }

  /// A key for biometry is on its way into the keyring.
  private var isAdding: Bool {
    guard
      case .addition = routes.lazy.compactMap({ $0.state(of: SendingScreen.self) }).last?.purpose
    else { return false }
    return true
  }

  /// An answer to something that a second factor has signed.
  mutating func sent<Value>(
    _ outcome: AppEvent.Outcome<Value>, _ success: (Value) -> SendingScreen.Success
  ) -> [Step] {
    answered(outcome) { state, outcome in
      switch outcome {
      case .success(let value):
        [.dispatch(RouteAction(SendingScreen.self, .succeeded(success(value))))]
          + state.recount(after: outcome)
      case .failure(let failure):
        [.dispatch(RouteAction(SendingScreen.self, .failed(failure)))]
      }
    }
  }

  /// Whatever concerns the whole activation comes before the page that has asked.
  private mutating func answered<Value>(
    _ outcome: AppEvent.Outcome<Value>,
    _ page: (AppState, AppEvent.Outcome<Value>) -> [Step]
  ) -> [Step] {
    guard case .failure(let failure) = outcome else { return page(self, outcome) }
    note(failure)
    return goToStanding(failure) ?? page(self, outcome)
  }

  /// After a proof that was accepted the bank counts failed ones anew; it is asked where some stood
  /// there.
  func recount<Value>(after outcome: AppEvent.Outcome<Value>) -> [Step] {
    guard case .success = outcome, let status = world.status, status.failedAttempts > 0 else {
      return []
    }
    return [.run(.fetchStatus)]
  }

  /// Keeps what the failure tells about the attempts left and about the key of biometry.
  mutating func note(_ failure: TokenFailure) {
    if case .biometry(.keyLost(let provider)) = failure {
      world.lostKey = provider
      world.biometry = world.biometry?.losing(provider)
    }
    guard case .told(let left) = failure.attempts else { return }
    world.status = world.status?.withAttemptsLeft(left)
  }
}
