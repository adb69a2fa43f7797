/// By what right an activation is asked for.
public enum ActivationCredential: Sendable, Equatable {
  /// A code, typed or scanned.
  case code(ActivationCode)
  /// Credentials of the bank's own, by the names that its server expects; not empty.
  case custom([String: String])
  /// The recovery code of a lost device with one of its PUKs, which is ten digits.
  case recovery(code: ActivationCode, puk: String)
  /// A sign-in with an OpenID provider.
  case oidc(OIDCGrant)
}

/// What an OpenID provider gave for a sign-in, and what proves that it was ours.
public struct OIDCGrant: Sendable, Equatable {
  /// The bank's name for the provider.
  public let providerID: String
  /// The authorization code of the redirect.
  public let code: String
  /// The nonce of our request.
  public let nonce: String
  /// What the challenge of our request was made from (PKCE); nil where the provider has none.
  public let codeVerifier: String?

  public init(providerID: String, code: String, nonce: String, codeVerifier: String? = nil) {
    self.providerID = providerID
    self.code = code
    self.nonce = nonce
    self.codeVerifier = codeVerifier
  }
}

/// Where a person signs in with an OpenID provider.
public struct OIDCAddress: Sendable, Equatable {
  /// For the browser.
  public let url: String
  /// Where the provider sends the browser afterwards.
  public let redirect: String
  /// The address for a camera; nil when it is too long for one.
  public let qr: ModuleMatrix?

  public init(url: String, redirect: String, qr: ModuleMatrix? = nil) {
    self.url = url
    self.redirect = redirect
    self.qr = qr
  }
}
