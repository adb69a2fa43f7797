import PowerAuth
import TokenModel

/// What the bank's own side of a reference server knows and allows.
public struct ReferenceBank: Sendable {
  /// What the person says of themselves at an activation of the bank's own kind.
  public var credentials = ["username": "jana", "password": "secret"]
  /// A recovery code with its PUKs in order; the next one that is good.
  public var recovery: (code: String, puks: [String], next: Int)?
  /// What a new activation is given.
  public var newRecovery: ActivationRecovery?
  /// Sent with each new activation.
  public var customAttributes: [String: JSONValue]?
  /// Sent with each new activation and on demand; nil where the bank has no such service.
  public var userInfo: JSONValue? = ["sub": "user-1", "given_name": "Jana"]
  /// Authorization codes with the nonce and the challenge that they belong to.
  public var grants: [String: (nonce: String, challenge: String)] = [:]
  public var offersUpgrade = true
  /// Released servers cannot.
  public var canRename = true
  /// What is said instead of the usual after a rename that was done.
  public var renameAnswer: JSONValue?

  /// How the provider `bank-id` is reached.
  public static let oidc: JSONValue = [
    "providerId": "bank-id", "clientId": "countersign", "scopes": "openid profile",
    "authorizeUri": "https://login.example/authorize",
    "redirectUri": "http://127.0.0.1:8765/callback", "pkceEnabled": true,
  ]
}
