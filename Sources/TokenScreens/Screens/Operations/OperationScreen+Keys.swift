import TokenModel

extension OperationScreen {
  static func keys(_ state: State, _ world: World) -> [KeyBinding<Action>] {
    var keys: [KeyBinding<Action>] = [
      KeyBinding(
        "a", label: state.isApprovalClosed ? "" : "approve",
        help: "Approves, after the PIN or a confirmation.",
        action: .approve, whyNot: whyNotApprove(state, linesBelow: state.linesBelow(world))),
      KeyBinding(
        "x", label: state.fate == .pending ? "reject" : "",
        help: "Rejects, after a reason and a confirmation.",
        action: .reject, whyNot: whyNotDecide(state)),
      KeyBinding(
        "d", label: "signed data", help: "Shows exactly what is signed, and its SHA-256.",
        action: .showData),
    ]
    if state.fate == .pending { keys.append(state.codeKey) }
    if state.fate != .pending {
      keys.append(
        KeyBinding("r", label: "ask again", help: "Asks the bank again.", action: .askAgain))
    } else if state.operation.hasDynamicRate {
      keys.append(
        KeyBinding(
          "r", label: say("attributes.refresh"), help: say("attributes.refresh-help"),
          action: .refresh))
    }
    keys += placeKeys(state, world)
    return keys + ScrollKeys.table { .move($0) } + [
      KeyBinding(
        " ", .enter, help: "Reads on, a page down; approves nothing.", action: .move(.pageDown),
        kind: .movement)
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
    operation.approvalObstacle(proximity: evidence.proximity).flatMap {
      .closed($0, operation, hasBiometry: hasBiometry)
    }
  }
}
