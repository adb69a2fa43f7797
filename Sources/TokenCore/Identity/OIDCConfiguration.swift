import PowerAuth
import TokenModel

/// How to sign in with an OpenID provider, as the bank's server tells it.
public struct OIDCConfiguration: Sendable, Equatable {
  /// By which name the bank's server knows the provider.
  public let providerID: String
  /// What this application is called at the provider.
  public let clientID: String
  /// Space separated, for instance `openid`.
  public let scopes: String
  /// Where the person signs in.
  public let authorizeURI: String
  /// Where the provider sends the person afterwards; the bank's server names it to the provider too.
  public let redirectURI: String

  public init(
    providerID: String, clientID: String, scopes: String, authorizeURI: String,
    redirectURI: String
  ) {
    self.providerID = providerID
    self.clientID = clientID
    self.scopes = scopes
    self.authorizeURI = authorizeURI
    self.redirectURI = redirectURI
  }
}

extension Token {
  /// Asks the server how to sign in with `providerID`; needs no activation.
  ///
  /// Throws `.serverCannot(.oidc, …)` where the server knows no such provider, or of none at all.
  public func oidcConfiguration(
    providerID: String
  ) async throws(TokenFailure) -> OIDCConfiguration {
    guard !providerID.isEmpty else { throw .oidc(.notOffered) }
    let call = EncryptedCall(.oidcConfiguration, of: profile.mobileTokenServer)
    let request = OIDCConfigurationRequest(providerId: providerID)
    guard let body = try? WireJSON.encode(request) else { throw .oidc(.notOffered) }
    switch try await exchangeEncrypted(call, body: body) {
    case .success(let plaintext):
      return try OIDCConfiguration(OpenedAnswer.enveloped(plaintext), asked: providerID)
    case .failure(.refusal(let refusal)) where refusal.isMissing:
      throw .serverCannot(.oidc, refusal)
    case .failure(let fault):
      throw ErrorMeaning.general(fault, lacking: .oidc)
    }
  }
}

extension OIDCConfiguration {
  fileprivate init(
    _ response: OIDCConfigurationResponse, asked providerID: String
  ) throws(TokenFailure) {
    guard response.providerId == providerID else {
      throw .untrustedAnswer(.missing(member: "providerId"))
    }
    self.init(
      providerID: response.providerId, clientID: response.clientId, scopes: response.scopes,
      authorizeURI: response.authorizeUri, redirectURI: response.redirectUri)
  }
}

extension ServerRefusal {
  /// There is no such provider, or no such endpoint.
  fileprivate var isMissing: Bool { status == 404 || code == "APPLICATION_CONFIGURATION_ERROR" }
}
