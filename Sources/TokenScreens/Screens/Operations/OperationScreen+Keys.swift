import TokenModel

extension OperationScreen {
  static func keys(_ state: State, _ world: World) -> [KeyBinding<Action>] {
    var keys: [KeyBinding<Action>] = [
      KeyBinding(
        "a", label: state.isApprovalClosed ? "" : say("operation-keys.approve"),
        help: say("operation-keys.approve-help"),
        action: .approve, whyNot: whyNotApprove(state, linesBelow: state.linesBelow(world))),
      KeyBinding(
        "x", label: state.fate == .pending ? say("operation-keys.reject") : "",
        help: say("operation-keys.reject-help"),
        action: .reject, whyNot: whyNotDecide(state)),
    ]
    keys += waysOn(state)
    keys += pictures(state, world)
    if state.fate == .pending, state.operation.hasDynamicRate {
      keys.append(
        KeyBinding(
          "r", label: say("attributes.refresh"), help: say("attributes.refresh-help"),
          action: .refresh))
    }
    keys += placeKeys(state, world)
    return keys + ScrollKeys.table { .move($0) } + [
      KeyBinding(
        " ", .enter, help: say("offline.read-on-help"), action: .move(.pageDown),
        kind: .movement)
    ]
  }

  /// Where room is short the footer keeps the first ones: what leads on stands before the data.
  private static func waysOn(_ state: State) -> [KeyBinding<Action>] {
    let data = KeyBinding(
      "d", label: say("offline.data-key"), help: say("operation-keys.data-help"),
      action: Action.showData)
    guard state.fate == .pending else {
      return [
        KeyBinding(
          "r", label: say("keys.ask-again"), help: say("keys.ask-bank-again-help"),
          action: .askAgain), data,
      ]
    }
    return state.lacksCode ? [state.codeKey, data] : [data, state.codeKey]
  }

  /// Only where there is something to see: most operations have no picture.
  private static func pictures(_ state: State, _ world: World) -> [KeyBinding<Action>] {
    guard !OperationPicture.all(of: state.operation).isEmpty else { return [] }
    return [
      KeyBinding(
        "i", label: say("pictures.key"), help: say("pictures.key-help"), action: .showPictures,
        whyNot: world.context.pictures == .never ? say("pictures.forbidden") : nil)
    ]
  }

  /// Why the approve key is closed; nil when it is open.
  static func whyNotApprove(_ state: State, linesBelow: Int) -> String? {
    if let why = whyNotDecide(state) { return why }
    if let obstacle = state.obstacle { return obstacle.happened }
    return state.whyNotRead(below: linesBelow)
  }

  private static func whyNotDecide(_ state: State) -> String? {
    switch state.fate {
    case .pending: nil
    case .vanished: say("page.vanished")
    case .doubt(let decision, _): PageWords.doubt(decision)
    case .gone(let words): words.happened
    }
  }
}

extension OperationScreen.State {
  /// Nothing that the user does here opens it.
  var isApprovalClosed: Bool { fate != .pending || obstacle != nil }

  /// Why this token cannot approve it, whatever the user does; nil when it can.
  var obstacle: FailureWords? {
    if operation.isUnseen, operation.data.isEmpty { return .noData }
    return operation.approvalObstacle(proximity: evidence.proximity).flatMap {
      .closed($0, operation, hasBiometry: hasBiometry)
    }
  }
}
