import TokenModel

/// What becomes of an operation while it is open.
extension OperationScreen {
  static func follow(_ state: inout State, _ action: Action, _ world: World) -> [Step] {
    switch action {
    case .askAgain:
      if case .doubt(let decision, _) = state.fate { state.fate = .doubt(decision, failure: nil) }
      return [.run(.refreshOperations), .run(.fetchOperation(id: state.operation.id))]
    case .changed(let fresh):
      state.show(fresh, changed: true)
    case .refreshed(let fresh):
      state.refresh(fresh)
    case .vanished:
      state.show(state.operation, changed: false)
      state.fate = .vanished
    case .doubted(let decision):
      state.show(state.operation, changed: false)
      state.fate = .doubt(decision, failure: nil)
      // List and detail are both asked before another try is allowed.
      return [.run(.refreshOperations), .run(.fetchOperation(id: state.operation.id))]
    case .found(let outcome):
      return found(&state, outcome, world)
    case .move, .approve, .reject, .showData, .showPictures, .takeCode, .prove, .acceptDifference,
      .notOnCall, .left, .place, .refresh:
      break  // The reader's own actions; they do not come this way.
    }
    return []
  }

  private static func found(
    _ state: inout State, _ outcome: AppEvent.Outcome<UserOperation>, _ world: World
  ) -> [Step] {
    switch (state.fate, outcome) {
    case (.gone, _), (.pending, .failure):
      // A late answer, unless it is one about the operation itself.
      guard case (.pending, .failure(.operation(let fault))) = (state.fate, outcome) else {
        return []
      }
      state.fate = .gone(.undecided(fault))
    case (.pending, .success(let fresh)) where fresh.status == .pending:
      let isSame = fresh.asksTheSame(as: state.operation)
      isSame ? state.refresh(fresh) : state.show(fresh, changed: true)
    case (.doubt, .success(let fresh)) where fresh.status == .pending:
      state.show(fresh, changed: false)
      state.fate = .pending
      return [.say(.warning, say("operations.undoubted"))]
    case (.doubt(let decision, _), .success(let fresh)) where fresh.status.confirms(decision):
      return [.replace(Route(ResultScreen.self, .init(.done(decision), fresh, at: world.now)))]
    case (.doubt(let decision, _), .failure(.operation(.alreadyFinished))):
      let result = ResultScreen.State(.probablyDone(decision), state.operation, at: world.now)
      return [.replace(Route(ResultScreen.self, result))]
    case (.doubt, .failure(let failure)) where state.operation.isUnseen && failure.showsNothing:
      state.show(state.operation, changed: false)
      state.fate = .pending
    case (.doubt, .failure(.operation(let fault))):
      state.fate = .gone(FailureWords(.operation(fault)))
    case (.vanished, .failure(.operation(let fault))):
      state.fate = .gone(.undecided(fault))
    case (.doubt(let decision, _), .failure(let failure)):
      state.fate = .doubt(decision, failure: failure)
    case (.vanished, .success(let fresh)) where fresh.status == .pending:
      state.show(fresh, changed: false)
      state.fate = .pending
    case (.pending, .success(let fresh)), (.doubt, .success(let fresh)),
      (.vanished, .success(let fresh)):
      state.fate = .gone(.ended(fresh))
    case (.vanished, .failure):
      // The list has spoken already, even if nobody can be asked why.
      state.fate = .gone(.undecided(.notAvailable))
    }
    return []
  }
}

extension OperationStatus {
  /// The status that `decision` leads to.
  fileprivate func confirms(_ decision: Decision) -> Bool {
    switch decision {
    case .approve: self == .approved
    case .reject: self == .rejected
    }
  }
}
