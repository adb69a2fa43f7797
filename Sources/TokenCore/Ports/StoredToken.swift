import PowerAuth
import TokenModel

/// An access token as it is remembered.
public struct StoredToken: Sendable, Equatable {
  /// The name that this device gave it.
  public let name: String
  public let token: AccessToken
  /// What was proven when it was made.
  public let factors: Factors

  public init(name: String, token: AccessToken, factors: Factors) {
    self.name = name
    self.token = token
    self.factors = factors
  }

  /// What may be shown.
  public var description: TokenDescription {
    TokenDescription(name: name, id: token.id, factors: factors.rawValue)
  }
}
