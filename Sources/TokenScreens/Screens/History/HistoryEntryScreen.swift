import TokenModel

/// One entry of the history in full; nothing can be decided here.
enum HistoryEntryScreen: Screen {
  struct State: Equatable, Sendable {
    /// Nil after the user has left the program with the page open.
    fileprivate(set) var operation: UserOperation?

    init(_ operation: UserOperation) { self.operation = operation }
  }

  enum Action: Equatable, Sendable { case close, showData }

  static func open(_ operation: UserOperation) -> [Step] {
    [
      .push(Route(self, State(operation))),
      .run(.digest(operationID: operation.id, data: operation.data)),
    ]
  }

  static func chrome(_ state: State) -> Chrome { .page(back: Tab.history.name) }

  static func keys(_ state: State, _ world: World) -> [KeyBinding<Action>] {
    [
      KeyBinding(
        .enter, label: say("history.back"), help: say("history.back-help"), action: .close),
      KeyBinding(
        "d", label: state.operation == nil ? "" : say("history.data"),
        help: say("history.data-help"), action: .showData,
        whyNot: state.operation == nil ? say("history.cleared") : nil),
    ]
  }

  static func reduce(_ state: inout State, _ action: Action, _ world: World) -> [Step] {
    switch action {
    case .close: [.back]
    case .showData:
      state.operation.map { [.push(Route(SignedDataScreen.self, .init($0)))] } ?? []
    }
  }

  static func clearSecrets(_ state: inout State) { state.operation = nil }

  static func isPage(_ state: State) -> Bool { true }

  static func page(_ state: State, _ world: World, width: Int) -> TextPage {
    var page = TextPage(width: width)
    guard let operation = state.operation else {
      page.text(say("history.cleared"), Style(.title, .bold))
      page.text(say("history.cleared-means"), Style(.muted))
      return page
    }
    let mark = HistoryWords.mark(of: operation.status)
    page.text(operation.status.word.sentence, Style(mark.role, .bold), sign: mark.sign)
    if let reason = HistoryWords.reason(operation) {
      page.text(say("history.reason", ["reason": reason]), indent: 2)
    }
    page.blank()
    if OperationText.isSuspicious(operation) { OperationPage.suspicion(&page) }
    let form = operation.form
    OperationPage.foreign(form.title, form.message, OperationText.rows(operation), &page)
    page.bankWords(HistoryWords.resultText(operation))
    page.blank()
    let facts = facts(operation, world.now)
    let labels = TextPage.labelColumns(facts.map(\.0), width: page.width)
    for (label, value) in facts { page.pair(label, value, labelColumns: labels) }
    return page
  }

  private static func facts(_ operation: UserOperation, _ now: Moment) -> [(String, String)] {
    var facts: [(String, String)] = []
    if let created = operation.created {
      facts.append((say("history.asked"), TimeWords.full(created, in: now)))
    }
    if let expires = operation.expires {
      facts.append((say("history.until"), TimeWords.full(expires, in: now)))
    }
    return facts + [(say("history.number"), DisplayText(operation.id).singleLine)]
  }
}
