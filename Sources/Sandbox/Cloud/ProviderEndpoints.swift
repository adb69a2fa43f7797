import TokenModel

/// `/v2/openid-providers`: where the browser comes back to after a sign-in.
enum ProviderEndpoints {
  static let routes = [
    Route("GET", "v2/openid-providers/*") { .bare(try document(try find($0), $0)) },
    Route("PUT", "v2/openid-providers/*", change),
  ]

  private static func change(_ call: Call) throws -> SandboxResponse {
    let provider = try find(call)
    let uri = try CloudForm(call).required("redirectUri")
    guard OpenIDProvider.isRedirectURI(uri) else {
      throw CloudFault.invalid("redirectUri", .string(uri), "must be an address of this machine")
    }
    try call.ledger.set(RedirectAddress(providerID: provider.id, uri: uri))
    return .bare(try document(provider, call))
  }

  private static func find(_ call: Call) throws(Refusal) -> OpenIDProvider {
    guard let provider = OpenIDProvider.named(call.pathValues[0]) else {
      throw CloudFault.providerNotFound
    }
    return provider
  }

  private static func document(
    _ provider: OpenIDProvider, _ call: Call
  ) throws -> JSONValue {
    [
      "providerId": .string(provider.id), "pkceEnabled": .bool(provider.usesPKCE),
      "redirectUri": .string(try call.ledger.redirectURI(of: provider)),
    ]
  }
}
