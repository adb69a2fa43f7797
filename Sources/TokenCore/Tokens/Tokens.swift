import PowerAuth
import TokenModel

extension Token {
  /// The tokens that are kept here, by name, without their secrets; asks no server.
  public func tokens() throws(TokenFailure) -> [TokenDescription] {
    let activation = try requireActivation()
    let tokens = try stored { () throws(StorageFault) in try store.tokens(of: activation.id) }
    return tokens.map(\.description).sorted { $0.name < $1.name }
  }

  /// Makes a token that stands for `factors` from then on, and keeps it under `name`.
  ///
  /// One of that name that was made with the same factors is given back as it is; one made with others
  /// is removed first. `factor` is what they need beside possession. Names have 1 to 255 characters.
  public func createToken(
    named name: String, factors: Factors, with factor: SecondFactor?
  ) async throws(TokenFailure) -> TokenDescription {
    guard !name.isEmpty else { throw .emptyAttribute(name: "name") }
    try ServerLimit.check(name, .tokenName)
    let call = SignedCall(.tokenCreate, of: profile.server, factors: factors, with: factor)
    let found = try await token(named: name, call)
    guard found.factors != factors else { return found.description }
    // It was here before, or somebody else has just asked for it with other factors.
    try await removeToken(named: name)
    return try await token(named: name, call).description
  }

  /// The header by which one request to the bank is proven; a second request takes a second header.
  ///
  /// The server's time is asked for where it is not known. A backend that answers 401 does not know
  /// the token any more: remove it and create it again.
  public func tokenHeader(named name: String) async throws(TokenFailure) -> HeaderField {
    guard let token = try storedToken(named: name) else { throw .noToken(named: name) }
    return header(of: token.token, at: try await serverTime())
  }

  /// Removes a token on the server, by possession, and here only after the server's OK.
  public func removeToken(named name: String) async throws(TokenFailure) {
    guard let token = try storedToken(named: name) else { throw .noToken(named: name) }
    try await perform(
      SignedCall(.tokenRemove, of: profile.server),
      body: RequestBody.bytes(["tokenId": .string(token.token.id)])
    ) { ErrorMeaning.decisive($0, TokenFailure.refused) }
    try drop(token.token)
  }
}
