/// The protocol's own endpoints: where they are and what their signatures cover.
public struct Endpoint: Sendable, Equatable {
  /// Below the base URL, from `/pa` on.
  public let path: String
  /// The uriId of the signature; nil where nothing is signed.
  public let uriId: String?

  /// Both layers of an activation.
  public static let activationCreate = Endpoint(path: "/pa/v3/activation/create", uriId: nil)
  /// The status blob.
  public static let activationStatus = Endpoint(path: "/pa/v3/activation/status", uriId: nil)
  /// Removal of the activation; body `{}`.
  public static let activationRemove = Endpoint(
    path: "/pa/v3/activation/remove", uriId: "/pa/activation/remove")
  /// A new token.
  public static let tokenCreate = Endpoint(
    path: "/pa/v3/token/create", uriId: "/pa/token/create")
  /// The end of a token.
  public static let tokenRemove = Endpoint(
    path: "/pa/v3/token/remove", uriId: "/pa/token/remove")
  /// The vault key.
  public static let vaultUnlock = Endpoint(
    path: "/pa/v3/vault/unlock", uriId: "/pa/vault/unlock")
  /// A signature for its own sake.
  public static let signatureValidate = Endpoint(
    path: "/pa/v3/signature/validate", uriId: "/pa/signature/validate")
  /// A temporary key (3.3).
  public static let keystoreCreate = Endpoint(path: "/pa/v3/keystore/create", uriId: nil)
  /// The server's time.
  public static let serverStatus = Endpoint(path: "/pa/v3/status", uriId: nil)
}
