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
    /// Something is signed that differs from what is shown, or is not shown at all.
    case difference(DataComparison)
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
    case .difference: "go on all the same"
    }
  }

  private static let consequence = "Going on signs what is signed, not what is shown."

  static func reduce(_ state: inout State, _ action: Action, _ world: World) -> [Step] {
    switch (action, state.question) {
    case (.accept, .approval(let operation)):
      let deciding = DecidingScreen.State(operation, .approve(withPIN: false), since: world.now)
      return [
        .replace(Route(DecidingScreen.self, deciding)), .run(.approve(operation, with: nil)),
      ]
    case (.accept, .difference):
      return [.back, .dispatch(RouteAction(OperationScreen.self, .acceptDifference))]
    }
  }

  static func view(_ state: State, _ world: World, _ canvas: inout Canvas) {
    var page = TextPage(width: DialogBox.textColumns(world.area))
    let title: String
    switch state.question {
    case .approval(let operation):
      title = "Approve"
      page.text(operation.deed, Style(.money, .bold))
      page.text("No PIN is needed: this device alone approves it.")
    case .difference(let comparison):
      let differs = comparison.verdict == .contradicts
      title = differs ? "Signed and shown data differ" : "Not all that is signed is shown"
      let style = Style(differs ? .danger : .warning, .bold)
      let isShort = page.width < 40
      for line in ComparisonWords.details(comparison, isShort: isShort) { page.text(line, style) }
      page.text(isShort ? "Going on signs what is signed." : Self.consequence)
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
