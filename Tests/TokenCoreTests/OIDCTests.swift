import FoundationEssentials
import PowerAuth
import TestSupport
import Testing
import TokenCore
import TokenModel

@Suite struct OIDCTests {
  static let configuration = OIDCConfiguration(
    providerID: "bank-id", clientID: "counter sign", scopes: "openid profile",
    authorizeURI: "https://login.example/authorize",
    redirectURI: "http://127.0.0.1:8765/callback")

  /// The parameters of an address, decoded.
  static func parameters(_ address: String) throws -> [String: String] {
    let items = try #require(URLComponents(string: address)?.queryItems)
    return Dictionary(items.map { ($0.name, $0.value ?? "") }) { first, _ in first }
  }

  static func redirect(_ signIn: OIDCSignIn, code: String = "code-1") throws -> String {
    let state = try #require(try parameters(signIn.address)["state"])
    return "\(signIn.redirect)?code=\(code)&state=\(state)"
  }

  @Test(arguments: ProtocolVersion.allCases)
  func `a sign-in becomes an activation`(version: ProtocolVersion) async throws {
    let world = try TokenWorld(version: version)
    let configuration = try await world.token.oidcConfiguration(providerID: "bank-id")
    #expect(configuration.clientID == "countersign")
    let signIn = try OIDCSignIn(configuration)
    let asked = try Self.parameters(signIn.address)
    let grantOf = (nonce: try #require(asked["nonce"]), challenge: asked["code_challenge"] ?? "")
    await world.server.configure { $0.grants["code-1"] = grantOf }
    let grant = try signIn.grant(from: try Self.redirect(signIn))
    _ = try await world.token.activate(
      ActivationRequest(
        credential: .oidc(grant), deviceName: "x", pin: try world.pin("2580")))
    #expect(try await world.token.localActivation() != nil)
    let outer = try #require(await world.server.lastActivation).outer
    #expect(outer.type == .direct)
    #expect(outer.identityAttributes["method"] == "oidc")
    #expect(outer.identityAttributes["codeVerifier"]?.count == 43)
  }

  @Test func `a provider without a name is asked of nobody`() async throws {
    let world = try TokenWorld()
    await #expect(throws: TokenFailure.oidc(.notOffered)) {
      try await world.token.oidcConfiguration(providerID: "")
    }
    #expect(await world.server.received.isEmpty)
  }

  @Test func `a provider that the bank does not know is the server's refusal`() async throws {
    let world = try TokenWorld()
    let failure = await #expect(throws: TokenFailure.self) {
      try await world.token.oidcConfiguration(providerID: "unknown")
    }
    guard case .serverCannot(.oidc, _) = failure else {
      Issue.record("not the server's refusal: \(String(describing: failure))")
      return
    }
  }

  @Test func `the address says all that a provider needs, and no secret`() throws {
    let signIn = try OIDCSignIn(Self.configuration)
    #expect(signIn.address.hasPrefix("https://login.example/authorize?response_type=code&"))
    let asked = try Self.parameters(signIn.address)
    #expect(asked["client_id"] == "counter sign")
    #expect(asked["redirect_uri"] == "http://127.0.0.1:8765/callback")
    #expect(asked["scope"] == "openid profile")
    #expect(asked["code_challenge_method"] == "S256")
    #expect(asked["state"]?.count == 43)
    #expect(asked["nonce"]?.count == 43)
    #expect(!signIn.address.contains(" "))
    let grant = try signIn.grant(from: try Self.redirect(signIn))
    let verifier = try #require(grant.codeVerifier)
    #expect(!signIn.address.contains(verifier))
    #expect(grant.nonce == asked["nonce"])
    #expect(signIn.loopbackPort == 8765)
  }

  @Test func `each sign-in has a state, a nonce and a proof of its own`() throws {
    let one = try Self.parameters(try OIDCSignIn(Self.configuration).address)
    let two = try Self.parameters(try OIDCSignIn(Self.configuration).address)
    for name in ["state", "nonce", "code_challenge"] { #expect(one[name] != two[name]) }
  }

  @Test func `an address that has parameters already is added to`() throws {
    let signIn = try OIDCSignIn(
      OIDCConfiguration(
        providerID: "p", clientID: "c", scopes: "openid",
        authorizeURI: "https://login.example/a?tenant=1", redirectURI: "app://done/here"))
    #expect(signIn.address.hasPrefix("https://login.example/a?tenant=1&response_type=code&"))
    #expect(signIn.loopbackPort == nil)
  }

  @Test(arguments: [
    "http://login.example/authorize", "ftp://login.example", "login.example", "",
    "https://user@login.example/a", "javascript:alert(1)", "https://login.example/\u{1B}[2J",
    "https://login.example/a b",
  ])
  func `a provider that cannot be reached safely is not asked`(address: String) {
    #expect(throws: TokenFailure.untrustedAnswer(.missing(member: "authorizeUri"))) {
      try OIDCSignIn(
        OIDCConfiguration(
          providerID: "p", clientID: "c", scopes: "openid", authorizeURI: address,
          redirectURI: "http://127.0.0.1:1/c"))
    }
  }

  @Test(arguments: ["", "no address", "http://127.0.0.1:1/c?x=1"])
  func `a redirect that is none is the server's fault`(redirect: String) {
    #expect(throws: TokenFailure.untrustedAnswer(.missing(member: "redirectUri"))) {
      try OIDCSignIn(
        OIDCConfiguration(
          providerID: "p", clientID: "c", scopes: "openid",
          authorizeURI: "https://login.example/a", redirectURI: redirect))
    }
  }

  @Test func `the redirect may come whole, from its path on, or pasted with line breaks`() throws {
    let signIn = try OIDCSignIn(Self.configuration)
    let whole = try Self.redirect(signIn)
    let path = String(whole.dropFirst("http://127.0.0.1:8765".count))
    for text in [whole, path, "  \(whole)\n", whole + "#_=_", whole + "&session_state=x"] {
      #expect(try signIn.grant(from: text).code == "code-1")
    }
    let encoded = try Self.redirect(signIn, code: "a%2Fb%2Bc+d")
    #expect(try signIn.grant(from: encoded).code == "a/b+c d")
  }

  /// `S` stands for the right state.
  @Test(arguments: [
    ("http://127.0.0.1:8765/callback?code=c", OIDCFault.stateMismatch),
    ("http://127.0.0.1:8765/callback?code=c&state=", .stateMismatch),
    ("http://127.0.0.1:8765/callback?code=c&state=xS", .stateMismatch),
    ("http://127.0.0.1:8765/callback?error=access_denied", .stateMismatch),
    ("http://127.0.0.1:8765/callback?error=access_denied&state=S", .denied("access_denied")),
    ("http://127.0.0.1:8765/callback?error=x&code=c&state=S", .denied("x")),
    ("http://127.0.0.1:8765/callback?state=S", .invalidRedirect),
    ("http://127.0.0.1:8765/callback?code=&state=S", .invalidRedirect),
    ("http://127.0.0.1:8765/callback?code=a&code=b&state=S", .invalidRedirect),
    ("http://127.0.0.1:8765/callback?code=a&state=S&state=S", .invalidRedirect),
    ("http://127.0.0.1:8765/callback?code=%zz&state=S", .invalidRedirect),
    ("http://127.0.0.1:8765/callback?code=%ff&state=S", .invalidRedirect),
    ("http://127.0.0.1:8765/callback#code=c&state=S", .invalidRedirect),
    ("http://127.0.0.1:8765/callback", .invalidRedirect),
    ("http://127.0.0.1:8765/other?code=c&state=S", .invalidRedirect),
    ("http://127.0.0.1:8766/callback?code=c&state=S", .invalidRedirect),
    ("https://127.0.0.1:8765/callback?code=c&state=S", .invalidRedirect),
    ("http://evil@127.0.0.1:8765/callback?code=c&state=S", .invalidRedirect),
    ("code=c&state=S", .invalidRedirect), ("", .invalidRedirect), ("?", .invalidRedirect),
  ])
  func `a redirect that is not the answer to this sign-in is refused`(
    text: String, fault: OIDCFault
  ) throws {
    let signIn = try OIDCSignIn(Self.configuration)
    let state = try #require(try Self.parameters(signIn.address)["state"])
    let redirect = text.split(separator: "S", omittingEmptySubsequences: false)
      .joined(separator: state)
    #expect(throws: TokenFailure.oidc(fault)) { try signIn.grant(from: redirect) }
  }

  @Test func `the answer to another sign-in is refused`() throws {
    let mine = try OIDCSignIn(Self.configuration)
    let other = try OIDCSignIn(Self.configuration)
    #expect(throws: TokenFailure.oidc(.stateMismatch)) {
      try mine.grant(from: try Self.redirect(other))
    }
  }
}
