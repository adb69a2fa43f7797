import FoundationEssentials
import TokenModel

/// What effects answer.
public enum AppEvent: Equatable, Sendable {
  case activation(Outcome<LocalActivation?>)
  case activated(Outcome<LocalActivation>)
  case status(Outcome<ActivationStatus>)
  case polling(Polling)
  case operation(id: String, Outcome<UserOperation>)
  /// Lower-case hexadecimal SHA-256 of the operation's `data`.
  case digest(operationID: String, sha256: String)
  case decided(operationID: String, Outcome<Done>)
  case removed(Outcome<Done>)

  /// An answer of the token, comparable in tests.
  public enum Outcome<Value: Equatable & Sendable>: Equatable, Sendable {
    case success(Value)
    case failure(TokenFailure)
  }

  /// Success without a value.
  public struct Done: Equatable, Sendable {
    public init() {}
  }

  /// What the polling of operations tells.
  public enum Polling: Equatable, Sendable {
    case loading
    case list(OperationList, at: Date)
    case failed(TokenFailure, retryInSeconds: Int)
  }
}
