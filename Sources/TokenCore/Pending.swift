import FoundationEssentials
import TokenModel

extension Token {
  public func activate(_ request: ActivationRequest) async throws(TokenFailure) -> LocalActivation {
    throw .noActivation
  }
  public func status() async throws(TokenFailure) -> ActivationStatus { throw .noActivation }
  public func operations() async throws(TokenFailure) -> OperationList { throw .noActivation }
  public func operation(id: String) async throws(TokenFailure) -> UserOperation {
    throw .noActivation
  }
  public func approve(_ operation: UserOperation, pin: PIN?) async throws(TokenFailure) {
    throw .noActivation
  }
  public func reject(
    _ operation: UserOperation, reason: RejectionReason
  ) async throws(TokenFailure) { throw .noActivation }
  public func remove(pin: PIN) async throws(TokenFailure) { throw .noActivation }
  public func removeLocally() throws(TokenFailure) { throw .noActivation }
  public func serverNow() -> Date { clock.now() }
}
