import TokenModel

/// What became of a decision, and the facts to keep.
enum ResultScreen: Screen {
  struct State: Equatable, Sendable {
    let outcome: Outcome
    let operation: UserOperation
    let moment: Moment
    /// How the bank has the operation after a decision that did not count.
    var standing = Standing.asked

    init(_ outcome: Outcome, _ operation: UserOperation, at moment: Moment) {
      self.outcome = outcome
      self.operation = operation
      self.moment = moment
    }
  }

  enum Outcome: Equatable, Sendable {
    case done(Decision)
    /// The answer was lost; the operation is finished, most likely by this decision.
    case probablyDone(Decision)
    case failed(Decision, OperationFault)
  }

  enum Standing: Equatable, Sendable {
    case asked
    case known(OperationStatus, reason: String?)
    case unknown
  }

  enum Action: Equatable, Sendable {
    case close, copyHash
    /// To what the bank shows after an approval.
    case goOn
    case found(AppEvent.Outcome<UserOperation>)
  }

  static func chrome(_ state: State) -> Chrome { .page(back: Tab.operations.name) }

  static func keys(_ state: State, _ world: World) -> [KeyBinding<Action>] {
    [
      state.postApproval == nil
        ? KeyBinding(
          .enter, label: Tab.operations.name.lowercased(), help: say("decision.list-help"),
          action: .close)
        : KeyBinding(
          .enter, label: say("postapproval.next-label"), help: say("postapproval.next-help"),
          action: .goOn),
      KeyBinding(
        "y", label: say("decision.copy-hash"), help: say("decision.copy-hash-help"),
        action: .copyHash,
        whyNot: world.digest(of: state.operation) == nil ? say("decision.no-hash") : nil),
    ]
  }

  static func reduce(_ state: inout State, _ action: Action, _ world: World) -> [Step] {
    switch action {
    case .close: return [.back]
    case .goOn:
      return state.postApproval.map { PostApprovalScreenPage.open($0, instead: true) } ?? []
    case .copyHash:
      return world.digest(of: state.operation).map {
        [.run(.copy($0)), .say(.success, say("decision.hash-copied"))]
      } ?? []
    case .found(.success(let operation)):
      state.standing = .known(operation.status, reason: HistoryWords.reason(operation))
    case .found(.failure): if state.standing == .asked { state.standing = .unknown }
    }
    return []
  }

  static func isPage(_ state: State) -> Bool { true }

  static func page(_ state: State, _ world: World, width: Int) -> TextPage {
    var page = TextPage(width: width)
    ResultWords.write(state, &page)
    page.blank()
    let facts = facts(state, world)
    let sha256 = world.digest(of: state.operation)
    let hashLabel = say("decision.hash")
    let names = facts.map(\.0) + (sha256 == nil ? [] : [hashLabel])
    let labels = TextPage.labelColumns(names, width: page.width)
    for (label, value) in facts { page.pair(label, value, labelColumns: labels) }
    if let sha256 {
      let digest = DigestWords.grouped(sha256, width: page.width - labels)
      page.pair(hashLabel, digest, labelColumns: labels)
    }
    afterwards(state, &page)
    return page
  }

  /// That the bank has more to show; after an approval only.
  private static func afterwards(_ state: State, _ page: inout TextPage) {
    guard case .done(.approve) = state.outcome else { return }
    page.blank()
    if state.postApproval != nil { page.text(say("postapproval.more"), Style(.info), sign: "i") }
    if state.operation.ui.hasUnreadablePostApproval {
      page.text(say("postapproval.unreadable"), Style(.muted))
    }
    page.trim()
  }

  private static func facts(_ state: State, _ world: World) -> [(String, String)] {
    var facts = [(say("decision.operation"), state.operation.shownTitle)]
    if let amount = state.operation.decidedAmount {
      facts.append((say("decision.amount"), amount))
    }
    if let account = state.operation.payee {
      facts.append((say("decision.account"), AccountNumber.grouped(account)))
    }
    facts.append((say("decision.when"), TimeWords.full(state.moment.serverTime, in: state.moment)))
    if case .failed = state.outcome { facts.append((say("decision.now"), state.standing.words)) }
    if case .done(let decision) = state.outcome {
      facts.append((say("decision.by"), decision.proof.factors))
      if case .approve = decision, DataComparison(state.operation).needsConsent {
        facts.append((say("decision.note"), say("decision.differed")))
      }
    }
    if case .done(.reject(let reason)) = state.outcome {
      facts.append((say("decision.why"), reason.words))
    }
    facts.append((say("decision.number"), state.operation.shownID))
    return facts
  }
}

extension ResultScreen.State {
  /// What the bank shows after an approval; nil after anything else.
  fileprivate var postApproval: PostApprovalScreen? {
    guard case .done(.approve) = outcome else { return nil }
    return operation.ui.postApproval
  }
}

extension ResultScreen.Standing {
  /// How the bank has the operation.
  fileprivate var words: String {
    switch self {
    case .asked: say("decision.asking")
    case .known(let status, let reason):
      [status.word, reason].compactMap { $0 }.joined(separator: " · ")
    case .unknown: say("decision.not-known")
    }
  }
}
