import FoundationEssentials
import TokenModel

/// What the polling of operations brings.
extension AppState {
  mutating func received(_ polling: AppEvent.Polling) -> [Step] {
    // Late news of a polling that was stopped.
    guard routes[0].state(of: OperationsScreen.self) != nil else { return [] }
    switch polling {
    case .loading:
      world.feed.startLoading(at: world.now)
      return []
    case .list(let list, let date): return received(list, at: date)
    case .expired(let ids): return expired(ids)
    case .failed(let failure, let seconds):
      world.feed.fail(failure, retryInSeconds: seconds, at: world.now)
      if let steps = goToStanding(failure) { return steps }
      // A refused token can mean many things; the status tells which.
      guard case .refused(let refusal) = failure, refusal.status == 401 else { return [] }
      return world.statusRequests == 0 ? [.run(.fetchStatus)] : []
    }
  }

  private mutating func received(_ list: OperationList, at date: Date) -> [Step] {
    let change = world.feed.receive(list, at: date)
    if let id = open?.operation.id { world.feed.saw(id) }
    let closed = closeDoubts(without: change.removed)
    return announce(change) + closed + followOpenOperation + countWhenDue
  }

  private func announce(_ change: OperationRegister.Change) -> [Step] {
    guard !change.added.isEmpty else { return [] }
    let words = say("news.operations", count: change.added.count)
    return [.say(.info, words + "."), .run(.notify(words))]
  }

  /// The polling asks for the list by itself; the page that is open asks for its own operation, too.
  ///
  /// The local clock decides nothing: whatever the bank answers counts.
  private func expired(_ ids: [String]) -> [Step] {
    guard let open, open.fate == .pending, ids.contains(open.operation.id), deciding == nil else {
      return []
    }
    return [.run(.fetchOperation(id: open.operation.id))]
  }
}

/// Decisions whose answer was lost.
extension AppState {
  /// What has left the list cannot be decided from it any more; for the rest half the question is
  /// answered.
  private mutating func closeDoubts(without removed: [String]) -> [Step] {
    for id in removed { world.doubts[id] = nil }
    var steps: [Step] = []
    for (id, doubt) in world.doubts {
      world.doubts[id]?.hasList = true
      guard let detail = doubt.detail else { continue }
      world.doubts[id] = nil
      steps += tell(.success(detail), of: id)
    }
    return steps
  }

  /// Notes what the detail says; true while the list has not come yet.
  private mutating func isStillDoubtful(
    _ outcome: AppEvent.Outcome<UserOperation>, of id: String
  ) -> Bool {
    switch outcome {
    case .success(let fresh) where fresh.status == .pending && world.doubts[id]?.hasList == false:
      world.doubts[id]?.detail = fresh
      return true
    case .success, .failure(.operation):
      world.doubts[id] = nil
      return false
    case .failure(let failure)
    where failure.showsNothing && open?.operation.id == id && open?.operation.isUnseen == true:
      world.doubts[id] = nil
      return false
    case .failure: return false  // Nothing has been found out; the page says so.
    }
  }
}

/// The operation that is open, and what becomes of it.
extension AppState {
  /// The open operation was replaced or has gone from the list.
  private var followOpenOperation: [Step] {
    guard let index = openOperation, let open, deciding == nil else { return [] }
    let id = open.operation.id
    // The bank has said that it waits although its lists do not have it, or has shown it nowhere.
    guard
      !world.unlisted.contains(id) && !open.operation.isUnseen
        || world.feed.operation(id) != nil
    else { return [] }
    if let fresh = world.feed.operation(id) {
      guard fresh != open.operation else { return [] }
      if fresh.asksTheSame(as: open.operation) {
        return [.dispatch(RouteAction(OperationScreen.self, .refreshed(fresh)))]
      }
      return backTo(index) + [
        .dispatch(RouteAction(OperationScreen.self, .changed(fresh))),
        .run(.digest(operationID: id, data: fresh.data)),
      ]
    }
    // The server is asked why; until it answers nothing can be decided.
    return open.fate == .pending
      ? backTo(index) + [
        .dispatch(RouteAction(OperationScreen.self, .vanished)), .run(.fetchOperation(id: id)),
      ] : []
  }

  mutating func received(
    _ outcome: AppEvent.Outcome<UserOperation>, of id: String
  ) -> [Step] {
    if let steps = answered(outcome, forGiven: id) { return steps }
    if isStillDoubtful(outcome, of: id) { return [] }
    if routes.contains(where: { $0.state(of: ResultScreen.self)?.operation.id == id }) {
      return [.dispatch(RouteAction(ResultScreen.self, .found(outcome)))]
    }
    return tell(outcome, of: id)
  }

  /// What the bank says about the operation that is open; nothing where it was closed meanwhile.
  private mutating func tell(
    _ outcome: AppEvent.Outcome<UserOperation>, of id: String
  ) -> [Step] {
    if case .success(let fresh) = outcome, fresh.status == .pending,
      world.feed.operation(id) == nil
    {
      world.unlisted.insert(id)
    }
    guard let index = openOperation, let open, open.operation.id == id, deciding == nil else {
      return []
    }
    let found = Step.dispatch(RouteAction(OperationScreen.self, .found(outcome)))
    guard open.fate == .pending else { return [found] }
    switch outcome {
    case .success(let fresh) where fresh.status == .pending:
      guard !fresh.asksTheSame(as: open.operation) else { return [found] }
      return backTo(index) + [found, .run(.digest(operationID: id, data: fresh.data))]
    // It was opened because of that very answer.
    case .failure(let failure) where failure.showsNothing && open.operation.isUnseen: return []
    // Nothing may be decided about what is over, whatever stands above it.
    case .success, .failure(.operation): return backTo(index) + [found]
    case .failure: return []
    }
  }

  mutating func decided(_ id: String, _ outcome: AppEvent.Outcome<AppEvent.Done>) -> [Step] {
    switch outcome {
    case .success: world.feed.remove(id)
    case .failure(.outcomeUnknown):
      world.doubts[id] = deciding.map { World.Doubt($0.decision) }
    case .failure(let failure): note(failure)
    }
    let lost = deciding.map {
      StandingScreen.Lost(operation: $0.operation, decision: $0.decision)
    }
    if case .failure(let failure) = outcome, let steps = goToStanding(failure, lost) {
      return steps
    }
    return [.dispatch(RouteAction(DecidingScreen.self, .decided(outcome)))]
      + recount(after: outcome)
  }

  private var deciding: DecidingScreen.State? {
    routes.lazy.compactMap { $0.state(of: DecidingScreen.self) }.last
  }

  private var openOperation: Int? {
    routes.lastIndex { $0.state(of: OperationScreen.self) != nil }
  }

  private var open: OperationScreen.State? {
    openOperation.flatMap { routes[$0].state(of: OperationScreen.self) }
  }

  /// Closes what stands over the screen at `index`.
  private func backTo(_ index: Int) -> [Step] {
    Array(repeating: .back, count: routes.count - 1 - index)
  }
}
