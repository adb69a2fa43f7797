import FoundationEssentials
import PowerAuth
import PowerAuthCrypto
import TokenModel

/// Sign-in with OpenID: how to begin it, and the provider's page, which asks nothing.
enum SignInEndpoints {
  static let routes =
    [Route(.oidcConfiguration, configuration)]
    + OpenIDProvider.all.map { provider in
      Route("GET", path(of: provider.id)) { try authorize(provider, $0) }
    }

  /// Below the server's root.
  static func path(of providerID: String) -> String { "oidc/\(providerID)/authorize" }

  private static func configuration(_ call: Call) throws -> SandboxResponse {
    guard let (opened, _) = try EncryptionGate.open(call, .oidcConfiguration),
      let message: OIDCConfigurationRequest = opened.message()
    else { throw MobileFault.encryption }
    guard let provider = OpenIDProvider.named(message.providerId) else {
      throw MobileFault.configuration
    }
    let response = OIDCConfigurationResponse(
      providerId: provider.id, clientId: OpenIDProvider.clientID, scopes: OpenIDProvider.scopes,
      authorizeUri: provider.authorizeURI(host: call.request.header("Host") ?? "127.0.0.1"),
      redirectUri: try call.ledger.redirectURI(of: provider), pkceEnabled: provider.usesPKCE)
    return try opened.answer(ResponseEnvelope(response), at: call.ledger.now)
  }

  /// Signs in whom `login_hint` names, else the demonstration's user, and goes back at once.
  ///
  /// Nobody is sent to an address that is not this machine's; all other mistakes go back there.
  private static func authorize(
    _ provider: OpenIDProvider, _ call: Call
  ) throws -> SandboxResponse {
    let request = call.request
    guard request.queryValue("client_id") == OpenIDProvider.clientID,
      let target = request.queryValue("redirect_uri"), OpenIDProvider.isRedirectURI(target)
    else { throw SignInFault.invalidRequest }
    let state = request.queryValue("state")
    if let error = call.faults.signInError ?? fault(of: request, provider) {
      return .redirect(to: address(target, ["error": error, "state": state]))
    }
    let grant = SignInGrant(
      code: Base64.encodeURLSafe(SecureRandom.bytes(24)), providerID: provider.id,
      userID: request.queryValue("login_hint") ?? DemoRules.userID,
      nonce: request.queryValue("nonce"), codeChallenge: request.queryValue("code_challenge"),
      expiresAt: call.ledger.now + ServerRules.signInLife)
    try call.ledger.insert(grant)
    return .redirect(to: address(target, ["code": grant.code, "state": state]))
  }

  /// The error of RFC 6749, section 4.1.2.1; nil when the request is in order.
  private static func fault(of request: SandboxRequest, _ provider: OpenIDProvider) -> String? {
    guard request.queryValue("response_type") == "code" else { return "unsupported_response_type" }
    let scopes = (request.queryValue("scope") ?? "").split(separator: " ")
    guard scopes.contains("openid") else { return "invalid_scope" }
    let challenge = request.queryValue("code_challenge")
    if challenge == nil { return provider.usesPKCE ? "invalid_request" : nil }
    return request.queryValue("code_challenge_method") == "S256" ? nil : "invalid_request"
  }

  private static func address(_ target: String, _ values: [String: String?]) -> String {
    let pairs = values.compactMap { name, value in value.map { "\(name)=\(encoded($0))" } }
    return target + (target.contains("?") ? "&" : "?") + pairs.sorted().joined(separator: "&")
  }

  private static func encoded(_ text: String) -> String {
    let unreserved = Set(
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~".utf8)
    return text.utf8.map { byte in
      if unreserved.contains(byte) { return String(UnicodeScalar(byte)) }
      let digits = String(byte, radix: 16, uppercase: true)
      return byte < 16 ? "%0\(digits)" : "%\(digits)"
    }.joined()
  }
}

/// What the provider's page says itself, since there is no trusted address to go back to.
enum SignInFault {
  static let invalidRequest = Refusal(
    status: 400, code: "invalid_request",
    message: "client_id is unknown, or redirect_uri is not an address of this machine.")
}
