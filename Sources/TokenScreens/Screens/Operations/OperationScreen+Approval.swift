import TokenModel

/// From the wish to approve to the approval: one question after the other.
extension OperationScreen {
  /// The next question, or the factor that approves.
  static func approve(_ state: inout State, _ world: World) -> [Step] {
    let operation = state.operation
    // The answer holds for this approval alone, whether it comes to it or not.
    let isOffPhone = state.isOffPhone
    state.isOffPhone = false
    // A key may come between the scrolling and the picture: nothing unseen is ever approved.
    guard whyNotApprove(state, linesBelow: 0) == nil else { return [] }
    if !state.acceptsDifference, let question = state.consent {
      return [.push(Route(ConfirmationScreen.self, .init(question)))]
    }
    if state.acknowledged < operation.ui.preApprovalScreens.count {
      return open(page: state.acknowledged, &state, world)
    }
    if operation.ui.blocksApprovalOnCall, !isOffPhone {
      let question = CallQuestionScreen.State(
        operation, mobileTokenData: state.evidence(at: world.now).mobileTokenData)
      return [.push(Route(CallQuestionScreen.self, question))]
    }
    return [.push(factor(for: operation, state.evidence(at: world.now)))]
  }

  private static func factor(
    for operation: UserOperation, _ evidence: ApprovalEvidence
  ) -> Route {
    switch operation.allowedSignature.approval {
    case .confirmation: Route(ConfirmationScreen.self, .init(.approval(operation, evidence)))
    case .pin, .unavailable:
      // Without a PIN there is biometry, else the approval would be closed above.
      Route(PINScreen.self, .init(.approval(operation, evidence)))
    }
  }

  private static func open(page: Int, _ state: inout State, _ world: World) -> [Step] {
    let screen = state.operation.ui.preApprovalScreens[page]
    state.visits.begin(screen.id, at: world.now.serverTime)
    let next = PreApprovalScreenPage.State(
      state.operation, page, hasCode: state.evidence.proximity != nil)
    return [.push(Route(PreApprovalScreenPage.self, next))]
  }

  /// A page before the approval has gone from the screen.
  static func left(
    _ state: inout State, _ page: Int, _ action: ScreenVisits.Action, _ world: World
  ) -> [Step] {
    let screens = state.operation.ui.preApprovalScreens
    // The operation may have changed meanwhile.
    guard screens.indices.contains(page) else { return [] }
    state.visits.end(screens[page].id, action, at: world.now.serverTime)
    switch action {
    case .proceed, .scan:
      state.acknowledged = page + 1
      return approve(&state, world)
    case .back:
      state.acknowledged = max(0, page - 1)
      return page > 0 ? open(page: page - 1, &state, world) : []
    case .reject: return [.push(rejection(state, reason: .preApproval, world))]
    case .close: return []
    }
  }

  static func rejection(
    _ state: State, reason: RejectionReason? = nil, _ world: World
  ) -> Route {
    let data = state.evidence(at: world.now).mobileTokenData
    return Route(
      RejectionScreen.self, .init(state.operation, reason: reason, mobileTokenData: data))
  }
}

extension OperationScreen.State {
  /// What has to be agreed to in so many words; nil where nothing has.
  fileprivate var consent: ConfirmationScreen.Question? {
    if operation.isUnseen { return .unseen(operation) }
    return comparison.needsConsent ? .difference(comparison) : nil
  }

  /// What goes to the bank beside a decision that is made now.
  fileprivate func evidence(at now: Moment) -> ApprovalEvidence {
    ApprovalEvidence(
      proximity: evidence.proximity, mobileTokenData: visits.mobileTokenData(at: now.serverTime))
  }
}
