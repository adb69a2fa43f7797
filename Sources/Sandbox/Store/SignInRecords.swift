import GRDB

/// A sign-in with the sandbox's OpenID provider, waiting for its code to be redeemed.
struct SignInGrant: Sendable {
  /// The authorization code.
  let code: String
  let providerID: String
  let userID: String
  /// What the ID token would repeat; nil when the request had none.
  let nonce: String?
  /// SHA-256 of the code verifier, URL-safe Base64 (PKCE, RFC 7636, method S256).
  let codeChallenge: String?
  let expiresAt: Milliseconds
}

extension SignInGrant: FetchableRecord, PersistableRecord {
  static let databaseTableName = "signInGrant"

  init(row: Row) {
    code = row["code"]
    providerID = row["providerID"]
    userID = row["userID"]
    nonce = row["nonce"]
    codeChallenge = row["codeChallenge"]
    expiresAt = row["expiresAt"]
  }

  func encode(to container: inout PersistenceContainer) {
    container["code"] = code
    container["providerID"] = providerID
    container["userID"] = userID
    container["nonce"] = nonce
    container["codeChallenge"] = codeChallenge
    container["expiresAt"] = expiresAt
  }
}

/// Where the browser comes back to after a sign-in, as the bank has told the provider.
struct RedirectAddress: Sendable {
  let providerID: String
  let uri: String
}

extension RedirectAddress: FetchableRecord, PersistableRecord {
  static let databaseTableName = "redirectAddress"

  init(row: Row) {
    providerID = row["providerID"]
    uri = row["uri"]
  }

  func encode(to container: inout PersistenceContainer) {
    container["providerID"] = providerID
    container["uri"] = uri
  }
}

extension Ledger {
  /// The address that was set last, else that of all providers.
  func redirectURI(of provider: OpenIDProvider) throws -> String {
    try RedirectAddress.fetchOne(database, key: provider.id)?.uri ?? OpenIDProvider.redirectURI
  }

  func set(_ address: RedirectAddress) throws { try address.save(database) }

  /// The code's sign-in, which it gives out once; nil when unknown or too old.
  func takeGrant(_ code: String) throws -> SignInGrant? {
    try SignInGrant.filter(Column("expiresAt") < now).deleteAll(database)
    guard let grant = try SignInGrant.fetchOne(database, key: code) else { return nil }
    try grant.delete(database)
    return grant
  }
}
