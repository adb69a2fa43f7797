import TokenModel

/// A question that only its own key answers with yes.
enum ConfirmationScreen: Screen {
  struct State: Equatable, Sendable {
    let question: Question
    init(_ question: Question) { self.question = question }
  }

  enum Question: Equatable, Sendable {
    /// One factor: nothing but this answer stands before the approval.
    case approval(UserOperation)
    /// Signed and shown data differ.
    case contradiction(DataComparison)
  }

  enum Action: Equatable, Sendable { case accept }

  static var isDecision: Bool { true }
  static func chrome(_ state: State) -> Chrome { .dialog }

  static func keys(_ state: State, _ world: World) -> [KeyBinding<Action>] {
    let label = label(state.question)
    return [
      KeyBinding(
        "y", label: label, help: "Says yes: \(label).", action: .accept, kind: .decisive)
    ]
  }

  private static func label(_ question: Question) -> String {
    switch question {
    case .approval: "approve"
    case .contradiction: "go on all the same"
    }
  }

  static func reduce(_ state: inout State, _ action: Action, _ world: World) -> [Step] {
    switch (action, state.question) {
    case (.accept, .approval(let operation)):
      let deciding = DecidingScreen.State(operation, .approve(withPIN: false), since: world.now)
      return [
        .replace(Route(DecidingScreen.self, deciding)), .run(.approve(operation, pin: nil)),
      ]
    case (.accept, .contradiction):
      return [.back, .dispatch(RouteAction(OperationScreen.self, .acceptContradiction))]
    }
  }

  static func view(_ state: State, _ world: World, _ canvas: inout Canvas) {
    var page = TextPage(width: DialogBox.textColumns(world.area))
    let title: String
    switch state.question {
    case .approval(let operation):
      title = "Approve"
      page.text(operation.shortName, Style(.money, .bold))
      page.text("No PIN is needed: this device alone approves it.")
    case .contradiction(let comparison):
      title = "Signed and shown data differ"
      for row in comparison.contradictions {
        page.text(
          "\(row.field.label): signed is \(DisplayText(row.field.content).singleLine).",
          Style(.danger, .bold), sign: "✗")
      }
      page.text("You would sign the first, not what the page shows.")
    }
    let (_, buttons) = DialogBox(title, page).draw(&canvas, world.area)
    DialogBox.buttons(
      &canvas, buttons, cancel: (.escape, "Cancel"),
      accept: ("y", state.question.isApproval ? "Approve" : "Go on"))
  }
}

extension ConfirmationScreen.Question {
  fileprivate var isApproval: Bool {
    if case .approval = self { true } else { false }
  }
}
