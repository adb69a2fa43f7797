import TokenCore
import TokenModel
import TokenScreens

/// Effects about the activation as a whole, and about operations.
extension EffectRunner {
  func runActivation(_ effect: Effect) {
    switch effect {
    case .loadActivation:
      ask(AppEvent.activation) { token throws(TokenFailure) in try await token.localActivation() }
    case .activate(let request):
      ask(AppEvent.activated) { token throws(TokenFailure) in try await token.activate(request) }
    case .fetchStatus:
      fetchStatus(afterMilliseconds: 0)
    case .fetchStatusLater(let milliseconds):
      fetchStatus(afterMilliseconds: milliseconds)
    case .remove(let factor):
      ask(with: factor, AppEvent.removed) { token throws(TokenFailure) in
        try await token.remove(with: factor)
        return AppEvent.Done()
      }
    case .removeLocally:
      ask(AppEvent.removed) { token throws(TokenFailure) in
        try await token.removeLocally()
        return AppEvent.Done()
      }
    default: break  // Not about the activation: `run` sends it elsewhere.
    }
  }

  func runOperation(_ effect: Effect) {
    switch effect {
    case .fetchOperation(let id):
      ask({ .operation(id: id, $0) }) { token throws(TokenFailure) in
        try await token.operation(id: id)
      }
    case .fetchHistory(let factor):
      ask(with: factor, AppEvent.history) { token throws(TokenFailure) in
        try await token.history(with: factor)
      }
    case .digest(let id, let data):
      post(.digest(operationID: id, sha256: settings.sha256(data)))
    case .approve(let operation, let factor, let evidence):
      ask(with: factor, { .decided(operationID: operation.id, $0) }) { token throws(TokenFailure) in
        try await token.approve(operation, with: factor, evidence: evidence)
        return AppEvent.Done()
      }
    case .reject(let operation, let reason, let data):
      ask({ .decided(operationID: operation.id, $0) }) { token throws(TokenFailure) in
        try await token.reject(operation, reason: reason, mobileTokenData: data)
        return AppEvent.Done()
      }
    default: break  // Not about an operation: `run` sends it elsewhere.
    }
  }
}
