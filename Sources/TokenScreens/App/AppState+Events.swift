import TokenModel

/// From what effects answer to what the screens make of it.
extension AppState {
  mutating func receive(_ event: AppEvent) -> [Step] {
    switch event {
    case .activation(let outcome): return loaded(outcome)
    case .activated(let outcome): return activated(outcome)
    case .status(let outcome): return received(outcome)
    case .polling(let polling): return received(polling)
    case .operation(let id, let outcome): return received(outcome, of: id)
    case .claimed(let id, let outcome, _): return claimed(id, outcome)
    case .digest(let id, let sha256):
      world.digest = World.Digest(operationID: id, sha256: sha256)
      return []
    case .decided(let id, let outcome): return decided(id, outcome)
    case .removed(let outcome): return removed(outcome)
    case .unreadMessages, .messages, .message, .messageRead, .allMessagesRead:
      return mailed(event)
    case .addressNotOpened(let words): return [.say(.warning, words)]
    case .qrEncoded(let text, let matrix):
      return [.dispatch(RouteAction(PostApprovalScreenPage.self, .encoded(text: text, matrix)))]
    case .oidcAddress, .oidcGranted, .profiles, .profileSwitched: return entered(event)
    case .offlineRead, .offlineCode: return answeredOffline(event)
    case .picture, .pictureDrawn, .scanned: return answeredPictures(event)
    case .pinChanged, .biometry, .recovery, .recoveryConfirmed, .userInfo, .detail, .history,
      .renamed, .tokens, .clock:
      return settled(event)
    }
  }

  private mutating func loaded(_ outcome: AppEvent.Outcome<LocalActivation?>) -> [Step] {
    switch outcome {
    case .success(let activation?):
      world.activation = activation
      return goToOperations + followOffered
    case .success(nil):
      return [.home(Route(WelcomeScreen.self, .init()))] + followOffered
    case .failure(let failure):
      return [.home(Route(OpeningScreen.self, .init(failure: failure)))]
    }
  }

  private var goToOperations: [Step] {
    [
      .home(Route(OperationsScreen.self, .init())), .run(.fetchStatus), .run(.startPolling),
      .run(.loadBiometry),
    ]
  }

  private mutating func received(_ outcome: AppEvent.Outcome<ActivationStatus>) -> [Step] {
    world.statusRequests = max(0, world.statusRequests - 1)
    // Nothing may take the place of codes that nobody has written down yet.
    guard routes[0].state(of: NewCodesScreen.self) == nil else { return [] }
    switch outcome {
    case .success(let status):
      (world.status, world.statusFailure) = (status, nil)
      return go(to: status)
    case .failure(let failure):
      world.statusFailure = failure
      return goToStanding(failure) ?? [
        .dispatch(RouteAction(WaitingScreen.self, .failed(failure))),
        .dispatch(RouteAction(StandingScreen.self, .failed(failure))),
      ]
    }
  }
}

/// Where the activation stands decides which screens make sense.
extension AppState {
  /// The screen that fits the status, unless it stands there already.
  private func go(to status: ActivationStatus) -> [Step] {
    if status.isDeadlocked { return stand(.deadlocked(status.state)) }
    switch status.state {
    case .created, .pendingCommit:
      return wait
    case .blocked: return stand(.blocked)
    case .removed: return stand(.removed)
    case .active:
      let wasClosed = isWaiting || routes[0].state(of: StandingScreen.self) != nil
      guard wasClosed else { return [] }
      return [
        .home(Route(OperationsScreen.self, .init())), .run(.startPolling), .run(.loadBiometry),
        .say(.success, [greeting, say("news.active")].compactMap(\.self).joined(separator: " ")),
      ]
    }
  }

  /// The page for a failure that concerns the whole activation; nil for any other failure.
  ///
  /// `lost` is the decision that the server refused for that.
  func goToStanding(
    _ failure: TokenFailure, _ lost: StandingScreen.Lost? = nil
  ) -> [Step]? {
    switch failure {
    case .blocked: stand(.blocked, lost)
    case .removed: stand(.removed, lost)
    case .deadlocked(let state): stand(.deadlocked(state), lost)
    case .waitingForCommit: wait
    case .noActivation:
      [.run(.stopPolling)]
        + (routes[0].state(of: WelcomeScreen.self) == nil
          ? [
            .home(Route(WelcomeScreen.self, .init())),
            .say(.warning, say("news.other-program")),
          ] : [])
    case .alreadyActivated, .activationCode, .foreignActivationCode, .pinTooShort, .pinUnchanged,
      .pukFormat, .offline, .link, .picture, .noCredentials, .emptyAttribute, .biometry,
      .externalKey,
      .portableState, .oidc,
      .noRecoveryCode, .upgradePending, .noToken, .tooLong, .storage, .busy, .activationRefused,
      .recoveryRefused, .serverCannot, .biometryRefused, .wrongPIN, .signatureRefused, .operation,
      .inbox, .push, .approvalClosed, .dataMismatch, .network, .outcomeUnknown,
      .activationOutcomeUnknown,
      .untrustedAnswer, .forgedData, .refused:
      nil
    }
  }

  private func stand(_ standing: Standing, _ lost: StandingScreen.Lost? = nil) -> [Step] {
    let isThere = routes[0].state(of: StandingScreen.self)?.standing == standing
    let home = Route(StandingScreen.self, .init(standing: standing, lost: lost))
    return (isThere ? [] : move(to: home))
      + [.dispatch(RouteAction(StandingScreen.self, .confirmed))]
  }

  private var wait: [Step] {
    (isWaiting ? [] : move(to: Route(WaitingScreen.self, .init())))
      + [.dispatch(RouteAction(WaitingScreen.self, .notYet))]
  }

  private func move(to home: Route) -> [Step] { [.run(.stopPolling), .home(home)] }

  private var isWaiting: Bool { routes[0].state(of: WaitingScreen.self) != nil }

  private mutating func removed(_ outcome: AppEvent.Outcome<AppEvent.Done>) -> [Step] {
    switch outcome {
    case .success:
      // The one that the PIN has signed is known to the bank.
      let isEverywhere = routes.contains { $0.state(of: SendingScreen.self) != nil }
      forgetActivation()
      return [
        .run(.stopPolling), .home(Route(WelcomeScreen.self, .init())),
        .say(
          .success,
          isEverywhere
            ? say("news.removed-everywhere")
            : say("news.removed-here")),
      ]
    case .failure(let failure):
      note(failure)
      return goToStanding(failure) ?? [
        .dispatch(RouteAction(SendingScreen.self, .failed(failure))),
        .dispatch(RouteAction(LocalRemovalScreen.self, .failed(failure))),
      ]
    }
  }

  mutating func forgetActivation() {
    world.activation = nil
    world.userInfo = nil
    (world.status, world.statusFailure) = (nil, nil)
    (world.biometry, world.lostKey, world.clock) = (nil, nil, nil)
    world.feed = OperationsFeed()
    world.inbox = InboxFeed()
    world.digest = nil
    world.doubts = [:]
  }
}
