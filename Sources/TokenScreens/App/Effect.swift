import TokenModel

/// Something that the screens want done; exactly one place does it.
///
/// Each effect that asks something is answered by exactly one `AppEvent`.
public enum Effect: Equatable, Sendable {
  /// Answered by `activation`: what this device remembers.
  case loadActivation
  /// Answered by `activated`.
  case activate(code: ActivationCode, deviceName: String, otp: String?, pin: PIN)
  /// Answered by `status`.
  case fetchStatus
  /// The same after a pause, while the bank has not committed yet; answered by `status`.
  case fetchStatusLater(milliseconds: Int64)
  /// Answered by `polling`, again and again, until `stopPolling`.
  case startPolling
  case stopPolling
  case refreshOperations
  /// Answered by `operation`.
  case fetchOperation(id: String)
  /// Answered by `digest`: SHA-256 of the operation's `data`.
  case digest(operationID: String, data: String)
  /// Answered by `decided`.
  case approve(UserOperation, pin: PIN?)
  /// Answered by `decided`.
  case reject(UserOperation, reason: RejectionReason)
  /// Answered by `removed`.
  case remove(pin: PIN)
  /// Answered by `removed`.
  case removeLocally
  case copy(String)
  case setTitle(String)
  /// Tells a user who looks elsewhere; the text is generic, for other people may read it.
  case notify(String)
  case redraw
  case suspend
  case quit
}
