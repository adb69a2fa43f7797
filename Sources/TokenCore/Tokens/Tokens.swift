import PowerAuth
import TokenModel

extension Token {
  /// The one token that all token requests of the Mobile Token API take.
  private static let tokenName = "possession_universal"

  /// How long a server that refuses even new tokens is asked for no other one.
  private static let renewalPause: Int64 = 300_000

  /// A request proven by the token, which is made on demand and made anew once after a 401.
  func exchangeWithToken(
    _ path: String, body: JSONValue
  ) async throws(TokenFailure) -> Answer {
    let bytes = body.bytes()
    var (result, token) = try await tryWithToken(path, bytes)
    if Self.refusal(in: result) != nil {
      // The token is unknown to the server, or our idea of its time is wrong.
      serverClock.distrust()
      synchronizedActivation = nil
      if mayRenew(token) {
        try stored { () throws(StorageFault) in try store.dropToken(id: token.id) }
        (result, token) = try await tryWithToken(path, bytes)
        refusedNewToken = (token.id, clock.monotonicMilliseconds())
      }
    }
    guard let refusal = Self.refusal(in: result) else {
      refusedNewToken = nil
      return try Self.meaning(of: result)
    }
    if let failure = ErrorMeaning.standing(try await status()) { throw failure }
    throw .refused(refusal)
  }

  /// Else each tick of a polling would leave one more token behind on the server.
  private func mayRenew(_ token: AccessToken) -> Bool {
    guard let refusedNewToken, refusedNewToken.id == token.id else { return true }
    return clock.monotonicMilliseconds() - refusedNewToken.at >= Self.renewalPause
  }

  private static func refusal(in result: Result<Answer, ExchangeFault>) -> ServerRefusal? {
    guard case .failure(.refusal(let refusal)) = result, refusal.isUnauthorized else { return nil }
    return refusal
  }

  private func tryWithToken(
    _ path: String, _ body: [UInt8]
  ) async throws(TokenFailure) -> (Result<Answer, ExchangeFault>, AccessToken) {
    let token = try await possessionToken()
    let header = TokenHeader(
      token, version: profile.version, timestamp: try await serverTime())
    do throws(ExchangeFault) {
      let answer = try await exchange(
        profile.mobileTokenServer.url(path), [HeaderField(TokenHeader.name, header.value)],
        body: body)
      try answer.requireOK()
      return (.success(answer), token)
    } catch {
      return (.failure(error), token)
    }
  }

  private static func meaning(
    of result: Result<Answer, ExchangeFault>
  ) throws(TokenFailure) -> Answer {
    switch result {
    case .success(let answer): return answer
    case .failure(.refusal(let refusal)): throw ErrorMeaning.operation(refusal)
    case .failure(let fault): throw ErrorMeaning.general(fault)
    }
  }

  private func possessionToken() async throws(TokenFailure) -> AccessToken {
    if let token = try storedToken() { return token }
    return try await tokenFetches.value(for: Self.tokenName) { () async throws(TokenFailure) in
      try await self.createToken()
    }
  }

  private func storedToken() throws(TokenFailure) -> AccessToken? {
    let activation = try requireActivation()
    return try stored { () throws(StorageFault) in
      try store.token(named: Self.tokenName, of: activation.id)?.token
    }
  }

  private func createToken() async throws(TokenFailure) -> AccessToken {
    try await alone { (token) async throws(TokenFailure) in
      // Another process may have made it while this one waited for its turn.
      if let made = try token.storedToken() { return made }
      let call = SignedCall(.tokenCreate, of: token.profile.server)
      let verdict = try await token.takeTurn(
        call, .encrypted(WireJSON.emptyObject, .tokenCreate), .possession, isUserWaiting: false)
      return try token.keepToken(in: verdict.reply(ErrorMeaning.general), call.factors)
    }
  }

  private func keepToken(
    in reply: SignedReply, _ factors: Factors
  ) throws(TokenFailure) -> AccessToken {
    guard let plaintext = reply.plaintext,
      let response = try? WireJSON.decode(TokenCreateResponse.self, from: plaintext),
      let token = response.token
    else { throw .untrustedAnswer(.protection) }
    try stored { () throws(StorageFault) in
      try store.save(
        StoredToken(name: Self.tokenName, token: token, factors: factors),
        of: reply.activation.id)
    }
    return token
  }
}
