/// The protocol's own endpoints: where they are and what their signatures cover.
public struct Endpoint: Sendable, Equatable {
  /// Below the base URL, from `/pa` on.
  public let path: String
  /// The uriId of the signature; nil where nothing is signed.
  public let uriId: String?
  /// The first shared info of the encrypted body; nil where the body is plain.
  public let purpose: EciesPurpose?

  /// An endpoint of the bank's own, or one of the constants below.
  public init(path: String, uriId: String? = nil, purpose: EciesPurpose? = nil) {
    self.path = path
    self.uriId = uriId
    self.purpose = purpose
  }

  /// The server's time.
  public static let serverStatus = Endpoint(path: "/pa/v3/status")
  /// A temporary key (3.3).
  public static let keystoreCreate = Endpoint(path: "/pa/v3/keystore/create")
  /// A signature for its own sake.
  public static let signatureValidate = Endpoint(
    path: "/pa/v3/signature/validate", uriId: "/pa/signature/validate")
}

// The life of an activation
extension Endpoint {
  /// Both layers of an activation; the purpose is that of the outer one.
  public static let activationCreate = Endpoint(
    path: "/pa/v3/activation/create", purpose: .application)
  /// The status blob.
  public static let activationStatus = Endpoint(path: "/pa/v3/activation/status")
  /// What the server calls this activation; a token made with two factors stands for a signature.
  public static let activationDetail = Endpoint(
    path: "/pa/v3/activation/detail", purpose: .activation)
  /// A new name; the signature covers the text before its encryption.
  public static let activationRename = Endpoint(
    path: "/pa/v3/activation/rename", uriId: "/pa/activation/rename", purpose: .activation)
  /// Removal of the activation; body `{}`.
  public static let activationRemove = Endpoint(
    path: "/pa/v3/activation/remove", uriId: "/pa/activation/remove")
  /// The claims of the person behind the activation; not signed, plaintext `{}`.
  public static let userInfo = Endpoint(path: "/pa/v3/user/info", purpose: .activation)
  /// First step of the upgrade from protocol 2; not signed, plaintext `{}`.
  public static let upgradeStart = Endpoint(path: "/pa/v3/upgrade/start", purpose: .upgrade)
  /// Last step of that upgrade, signed by possession; body `{}`.
  public static let upgradeCommit = Endpoint(
    path: "/pa/v3/upgrade/commit", uriId: "/pa/upgrade/commit")
  /// How to sign in with an OpenID provider; application scope, below the base URL but not `/pa`.
  public static let oidcConfiguration = Endpoint(
    path: "/api/config/oidc", purpose: .application)
}

// Tokens, vault and recovery
extension Endpoint {
  /// A new token.
  public static let tokenCreate = Endpoint(
    path: "/pa/v3/token/create", uriId: "/pa/token/create", purpose: .tokenCreate)
  /// The end of a token.
  public static let tokenRemove = Endpoint(
    path: "/pa/v3/token/remove", uriId: "/pa/token/remove")
  /// The vault key.
  public static let vaultUnlock = Endpoint(
    path: "/pa/v3/vault/unlock", uriId: "/pa/vault/unlock", purpose: .vaultUnlock)
  /// The receipt of a recovery postcard; possession and knowledge sign.
  public static let recoveryConfirm = Endpoint(
    path: "/pa/v3/recovery/confirm", uriId: "/pa/recovery/confirm", purpose: .recoveryConfirm)
}
