/// Request of `/api/config/oidc`, before encryption in application scope.
public struct OIDCConfigurationRequest: Codable, Sendable, Equatable {
  /// By which name the bank's configuration knows the provider.
  public let providerId: String

  /// Asks for one provider.
  public init(providerId: String) { self.providerId = providerId }
}

/// Response of `/api/config/oidc`, inside a `ResponseEnvelope`, encrypted in application scope.
public struct OIDCConfigurationResponse: Codable, Sendable, Equatable {
  /// The name that was asked for.
  public let providerId: String
  /// What the application is called at the provider.
  public let clientId: String
  /// Space separated, for instance `openid`.
  public let scopes: String
  /// Where the person signs in.
  public let authorizeUri: String
  /// Where the provider sends the person afterwards.
  public let redirectUri: String
  /// Whether the activation must carry a `codeVerifier` (PKCE); nil reads as no.
  public let pkceEnabled: Bool?

  /// The server's side.
  public init(
    providerId: String, clientId: String, scopes: String, authorizeUri: String,
    redirectUri: String, pkceEnabled: Bool
  ) {
    self.providerId = providerId
    self.clientId = clientId
    self.scopes = scopes
    self.authorizeUri = authorizeUri
    self.redirectUri = redirectUri
    self.pkceEnabled = pkceEnabled
  }
}
