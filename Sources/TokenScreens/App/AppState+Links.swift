import TokenModel

/// Codes and links: where a text leads, from wherever it comes.
extension AppState {
  /// The steps to what a text is about; its words where it leads nowhere from here.
  ///
  /// `origin` is nil for a text that was pasted: then its form tells how its code came.
  mutating func follow(
    _ text: ScannedText, by origin: ProximityCheck.Origin? = nil
  ) -> [Step] {
    if let why = top.whyNotLeave { return [.say(.warning, why)] }
    guard text != .unknown else { return [.say(.warning, say("links.unknown"))] }
    guard routes[0].state(of: WelcomeScreen.self) == nil else { return activate(with: text) }
    guard routes[0].state(of: OperationsScreen.self) != nil else {
      return [.say(.warning, say("links.not-now"))]
    }
    switch text {
    case .activation: return [.say(.info, say("links.already-active"))]
    case .recovery: return [.say(.info, say("links.recovery-elsewhere"))]
    case .operation(let link): return open(link, by: origin ?? link.originWhenPasted)
    case .offline(let text):
      return home + [
        .push(Route(OfflineScreen.self, .init())),
        .dispatch(RouteAction(OfflineScreen.self, .paste(text))),
      ]
    case .unknown: return []  // Said above.
    }
  }

  /// What the program was started with, once.
  var followOffered: [Step] {
    mutating get {
      defer { world.offeredLink = nil }
      return world.offeredLink.map { [.follow($0, by: .deepLink)] } ?? []
    }
  }

  /// The texts of a picture: a code for the operation that is open, else whatever leads anywhere.
  mutating func followScanned(_ texts: [String]) -> [Step] {
    guard let operation = shownOperation else {
      return follow(ScannedText(firstOf: texts), by: .qrCode)
    }
    let isAsked = top.state(of: ProximityScreen.self) != nil
    return (isAsked ? [] : ProximityScreen.open(operation))
      + [.dispatch(RouteAction(ProximityScreen.self, .scanned(texts)))]
  }

  /// What came of a claim.
  mutating func claimed(_ id: String, _ outcome: AppEvent.Outcome<UserOperation>) -> [Step] {
    switch outcome {
    case .success(let operation): world.feed.insert(operation)
    case .failure(let failure):
      note(failure)
      if let steps = goToStanding(failure) { return steps }
    }
    // Another link may have been opened meanwhile.
    let wanted = routes.lazy.compactMap { $0.state(of: LinkedOperationScreen.self) }.last
    guard wanted?.link.operationID == id else { return [] }
    return [.dispatch(RouteAction(LinkedOperationScreen.self, .claimed(outcome)))]
  }

  /// What the bank says of an operation that somebody has named; nil where nobody waits for that.
  mutating func answered(
    _ outcome: AppEvent.Outcome<UserOperation>, forGiven id: String
  ) -> [Step]? {
    let page = routes.lazy.compactMap { $0.state(of: GivenOperationScreen.self) }.last
    guard let page, page.awaitedID == id else { return nil }
    switch outcome {
    case .success(let operation):
      // The bank's spelling of the identifier is the one of its lists.
      if operation.status == .pending, world.feed.operation(operation.id) == nil {
        world.unlisted.insert(operation.id)
      }
    case .failure(let failure):
      note(failure)
      if let steps = goToStanding(failure) { return steps }
    }
    return [.dispatch(RouteAction(GivenOperationScreen.self, .found(outcome)))]
  }

  /// Not activated yet: only a code for that leads anywhere.
  private mutating func activate(with text: ScannedText) -> [Step] {
    switch text {
    case .activation(let code):
      world.offeredCode = code
      return home + ActivationWay.code.steps(world)
    case .recovery(let code):
      guard world.context.variants.hasRecovery else {
        return [.say(.warning, say("links.no-recovery"))]
      }
      return home + [.push(Route(RecoveryEntryScreen.self, .init(code)))]
    case .operation, .offline, .unknown: return [.say(.warning, say("links.activate-first"))]
    }
  }

  private func open(_ link: OperationLink, by origin: ProximityCheck.Origin) -> [Step] {
    let check = link.proximityCheck(by: origin, received: world.now.serverTime)
    if shownOperation?.id == link.operationID {
      return check == nil
        ? [.say(.info, say("links.here-already"))] : OperationScreen.prove(check)
    }
    guard let operation = world.feed.operation(link.operationID) else {
      return home + LinkedOperationScreen.open(link, by: origin, world)
    }
    return home + OperationScreen.open(operation, world) + OperationScreen.prove(check)
  }

  /// The operation whose page is open, with whatever stands over it.
  private var shownOperation: UserOperation? {
    routes.lazy.compactMap { $0.state(of: OperationScreen.self)?.operation }.last
  }

  /// Closes what stands over the first page.
  private var home: [Step] { Array(repeating: .back, count: routes.count - 1) }
}

/// The code of the bank's page is not kept for whoever comes back.
extension AppState {
  /// Leads back to the operation's page where a step beyond it would send the code; only a request
  /// under way keeps what it has sent.
  mutating func leaveCodeSteps() {
    guard let page = routes.lastIndex(where: { $0.state(of: OperationScreen.self) != nil }),
      routes[page...].contains(where: \.holdsCode)
    else { return }
    let farewells = routes[(page + 1)...].flatMap(\.farewell)
    routes.removeLast(routes.count - 1 - page)
    // The record of a page that stood open says that it was left; such a step asks for nothing.
    _ = perform(farewells)
    settle()
  }
}

extension Route {
  /// A question whose answer sends a code of the bank's page, or leads to one.
  fileprivate var holdsCode: Bool {
    if case .approval(_, let evidence)? = state(of: PINScreen.self)?.purpose {
      return evidence.proximity != nil
    }
    if case .approval(_, let evidence)? = state(of: ConfirmationScreen.self)?.question {
      return evidence.proximity != nil
    }
    return state(of: PreApprovalScreenPage.self)?.hasCode ?? false
  }
}

extension OperationScreen {
  /// Hands a code of the bank's page to the operation that is open; nothing without one.
  static func prove(_ check: ProximityCheck?) -> [Step] {
    check.map {
      [
        .dispatch(RouteAction(OperationScreen.self, .prove($0))),
        .say(.success, say("links.taken")),
      ]
    } ?? []
  }
}
