import TokenModel

/// Asks whether somebody on the phone wants this approved; a terminal cannot know of calls itself.
enum CallQuestionScreen: Screen {
  struct State: Equatable, Sendable {
    let operation: UserOperation
    /// What the user did on the pages before, for a rejection from here.
    let mobileTokenData: JSONValue?
    var phase = Phase.asking

    init(_ operation: UserOperation, mobileTokenData: JSONValue?) {
      self.operation = operation
      self.mobileTokenData = mobileTokenData
    }
  }

  enum Phase: Equatable, Sendable {
    case asking
    /// Somebody is on the phone: this is where it ends.
    case stopped
  }

  enum Action: Equatable, Sendable { case yes, no, reject }

  static var isDecision: Bool { true }
  static func chrome(_ state: State) -> Chrome { .dialog }
  static func revision(_ state: State) -> Int { state.phase == .asking ? 0 : 1 }

  static func keys(_ state: State, _ world: World) -> [KeyBinding<Action>] {
    switch state.phase {
    case .asking:
      [
        KeyBinding(
          "n", label: say("preapproval.call-no-label"), help: say("preapproval.call-no-help"),
          action: .no, kind: .decisive),
        KeyBinding(
          "y", label: say("preapproval.call-yes-label"), help: say("preapproval.call-yes-help"),
          action: .yes),
      ]
    case .stopped:
      [
        KeyBinding(
          "x", label: say("preapproval.reject-label"), help: say("preapproval.reject-help"),
          action: .reject)
      ]
    }
  }

  static func reduce(_ state: inout State, _ action: Action, _ world: World) -> [Step] {
    switch (action, state.phase) {
    case (.no, .asking):
      return [.back, .dispatch(RouteAction(OperationScreen.self, .notOnCall))]
    case (.yes, .asking):
      state.phase = .stopped
      return []
    case (.reject, .stopped):
      let rejection = RejectionScreen.State(
        state.operation, mobileTokenData: state.mobileTokenData)
      return [.replace(Route(RejectionScreen.self, rejection))]
    case (.no, .stopped), (.yes, .stopped), (.reject, .asking):
      return []  // A key of the other phase.
    }
  }

  static func view(_ state: State, _ world: World, _ canvas: inout Canvas) {
    var page = TextPage(width: DialogBox.textColumns(world.area))
    switch state.phase {
    case .asking:
      page.text(say("preapproval.call-question"), Style(.warning, .bold), sign: "!")
      page.text(say("preapproval.call-why"), Style(.muted))
      let box = DialogBox(say("preapproval.call-title"), page)
      let (_, buttons) = box.draw(&canvas, world.area)
      DialogBox.buttons(
        &canvas, buttons, cancel: ("y", say("preapproval.call-yes")),
        accept: ("n", say("preapproval.call-no")))
    case .stopped:
      page.text(say("preapproval.call-stop"), Style(.danger, .bold), sign: "✗")
      page.text(say("preapproval.call-advice"))
      let box = DialogBox(say("preapproval.call-stop-title"), page)
      let (_, buttons) = box.draw(&canvas, world.area)
      DialogBox.buttons(
        &canvas, buttons, cancel: (.escape, say("preapproval.cancel")),
        accept: ("x", say("preapproval.reject")))
    }
  }
}
