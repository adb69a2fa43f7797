import PowerAuth
import PowerAuthCrypto
import TokenModel

/// What the sandbox's OpenID providers are called, and how one signs in with them.
struct OpenIDProvider: Sendable, Equatable {
  let id: String
  /// Whether the activation must prove by a code verifier that it began the sign-in (PKCE).
  let usesPKCE: Bool

  static let clientID = "countersign-sandbox"
  static let scopes = "openid"
  /// Where the browser comes back to unless the bank sets another address.
  ///
  /// Any port and path of this machine is accepted besides (RFC 8252, section 7.3).
  static let redirectURI = "http://127.0.0.1:8765/oidc/callback"
  static let all = [
    OpenIDProvider(id: "sandbox", usesPKCE: true),
    OpenIDProvider(id: "sandbox-plain", usesPKCE: false),
  ]

  static func named(_ id: String?) -> OpenIDProvider? { all.first { $0.id == id } }

  /// `http://127.0.0.1` or `localhost`, with any port and path.
  static func isRedirectURI(_ text: String) -> Bool {
    guard let match = text.wholeMatch(of: /http:\/\/([^\/?#:@]+)(:\d{1,5})?([\/?][^#]*)?/) else {
      return false
    }
    return ["127.0.0.1", "localhost"].contains(String(match.output.1))
  }

  /// Where a person signs in; `host` is the one by which the client reached us.
  func authorizeURI(host: String) -> String { "http://\(host)/\(SignInEndpoints.path(of: id))" }

  /// The person who signed in; nil when the code is not good for `verifier` and `nonce`.
  func userID(code: String, nonce: String, verifier: String?, in ledger: Ledger) throws -> String? {
    guard let grant = try ledger.takeGrant(code), grant.providerID == id, grant.nonce == nonce
    else { return nil }
    let challenge = verifier.map(Self.challenge)
    // A sign-in that began with a challenge ends with its verifier, whatever the provider asks for.
    guard grant.codeChallenge == challenge || (grant.codeChallenge == nil && !usesPKCE) else {
      return nil
    }
    return grant.userID
  }

  /// S256 of RFC 7636.
  static func challenge(_ verifier: String) -> String {
    Base64.encodeURLSafe(SHA256.hash(Array(verifier.utf8)))
  }
}
