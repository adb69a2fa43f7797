import TokenModel

/// A question that only its own key answers with yes.
enum ConfirmationScreen: Screen {
  struct State: Equatable, Sendable {
    let question: Question
    init(_ question: Question) { self.question = question }
  }

  enum Question: Equatable, Sendable {
    /// One factor: nothing but this answer stands before the approval.
    case approval(UserOperation, ApprovalEvidence)
    /// Something is signed that differs from what is shown, or is not shown at all.
    case difference(DataComparison)
    /// Nobody has shown what is signed.
    case unseen(UserOperation)
    /// The bank has flagged an offline operation; the code comes only after this.
    case offlineRisk(OfflineFlags)
    /// Biometry is forgotten here; the PIN alone unlocks from then on.
    case biometryRemoval(provider: String)
    case tokenRemoval(name: String)
  }

  enum Action: Equatable, Sendable { case accept }

  static var isDecision: Bool { true }
  static func chrome(_ state: State) -> Chrome { .dialog }

  static func keys(_ state: State, _ world: World) -> [KeyBinding<Action>] {
    let label = label(state.question)
    return [
      KeyBinding(
        "y", label: label, help: say("preapproval.confirm-help", ["label": label]), action: .accept,
        kind: .decisive)
    ]
  }

  private static func label(_ question: Question) -> String {
    switch question {
    case .approval: say("preapproval.confirm-approve")
    case .difference, .unseen, .offlineRisk: say("preapproval.confirm-go-on")
    case .biometryRemoval, .tokenRemoval: say("preapproval.confirm-remove")
    }
  }

  static func reduce(_ state: inout State, _ action: Action, _ world: World) -> [Step] {
    switch (action, state.question) {
    case (.accept, .approval(let operation, let evidence)):
      let deciding = DecidingScreen.State(
        operation, .approve(.device), evidence, since: world.now)
      return [
        .replace(Route(DecidingScreen.self, deciding)),
        .run(.approve(operation, with: nil, evidence: evidence)),
      ]
    case (.accept, .difference), (.accept, .unseen):
      return [.back, .dispatch(RouteAction(OperationScreen.self, .acceptDifference))]
    case (.accept, .offlineRisk):
      return [.back, .dispatch(RouteAction(OfflineOperationScreen.self, .acknowledge))]
    case (.accept, .biometryRemoval):
      return [.back, .dispatch(RouteAction(BiometryScreen.self, .remove))]
    case (.accept, .tokenRemoval(let name)):
      return [.back, .dispatch(RouteAction(TokensScreen.self, .remove(name)))]
    }
  }

  static func view(_ state: State, _ world: World, _ canvas: inout Canvas) {
    var page = TextPage(width: DialogBox.textColumns(world.area))
    let title = write(state.question, &page)
    let (_, buttons) = DialogBox(title, page).draw(&canvas, world.area)
    DialogBox.buttons(
      &canvas, buttons, cancel: (.escape, say("preapproval.cancel")),
      accept: ("y", state.question.button))
  }

  /// Returns what stands in the border.
  private static func write(_ question: Question, _ page: inout TextPage) -> String {
    switch question {
    case .approval(let operation, _):
      page.text(operation.deed, Style(.money, .bold))
      page.text(say("preapproval.confirm-device"))
      return say("preapproval.confirm-title")
    case .difference(let comparison):
      let differs = comparison.verdict == .contradicts
      let style = Style(differs ? .danger : .warning, .bold)
      let isShort = page.width < 40
      for line in ComparisonWords.details(comparison, isShort: isShort) { page.text(line, style) }
      page.text(
        isShort
          ? say("preapproval.confirm-consequence-short") : say("preapproval.confirm-consequence"))
      return differs ? say("preapproval.confirm-differs") : say("preapproval.confirm-missing")
    case .unseen(let operation):
      page.text(operation.deed, Style(.money, .bold))
      page.text(say("given.confirm"), Style(.warning, .bold), sign: "!")
      return say("given.confirm-title")
    case .offlineRisk(let flags):
      for risk in OfflineWords.risks(flags, isShort: page.width < 40) {
        page.text(risk, Style(.warning, .bold), sign: "!")
      }
      return say("preapproval.confirm-think")
    case .biometryRemoval(let provider):
      page.text(say("preapproval.confirm-biometry-text"))
      return say("preapproval.confirm-biometry", ["provider": ProviderWords(provider).name])
    case .tokenRemoval(let name):
      page.text(say("preapproval.confirm-token-text"))
      return say("preapproval.confirm-token", ["name": DisplayText(name).singleLine])
    }
  }
}

extension ConfirmationScreen.Question {
  fileprivate var button: String {
    switch self {
    case .approval: say("preapproval.button-approve")
    case .difference, .unseen, .offlineRisk: say("preapproval.button-go-on")
    case .biometryRemoval, .tokenRemoval: say("preapproval.button-remove")
    }
  }
}
