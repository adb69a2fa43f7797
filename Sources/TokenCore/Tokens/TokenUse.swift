import PowerAuth
import TokenModel

extension Token {
  /// The one token that all token requests of the Mobile Token API take.
  private static let universalToken = "possession_universal"

  /// How long a server that refuses even new tokens is asked for no other one.
  private static let renewalPause: Int64 = 300_000

  /// A request proven by the token, which is made on demand and made anew once after a 401; `meaning`
  /// is what its endpoint's refusals say.
  func exchangeWithToken(
    _ path: String, body: JSONValue,
    meaning: (ServerRefusal) -> TokenFailure = ErrorMeaning.operation
  ) async throws(TokenFailure) -> Answer {
    let bytes = body.bytes()
    var (result, token) = try await tryWithToken(path, bytes)
    if Self.refusal(in: result) != nil {
      // The token is unknown to the server, or our idea of its time is wrong.
      serverClock.distrust()
      synchronizedActivation = nil
      if mayRenew(token, for: path) {
        try drop(token)
        (result, token) = try await tryWithToken(path, bytes)
        refusedNewTokens[path] = (token.id, clock.monotonicMilliseconds())
      }
    }
    guard let refusal = Self.refusal(in: result) else {
      refusedNewTokens[path] = nil
      if case .success = result { acceptedToken = token.id }
      return try Self.answer(of: result, meaning)
    }
    if let failure = ErrorMeaning.standing(try await status()) { throw failure }
    throw .refused(refusal)
  }

  /// Else each tick of a polling would leave one more token behind on the server, and so would each
  /// registration at an endpoint that refuses what all others take.
  private func mayRenew(_ token: AccessToken, for path: String) -> Bool {
    guard let refused = refusedNewTokens[path], refused.id == token.id else { return true }
    return acceptedToken != token.id
      && clock.monotonicMilliseconds() - refused.at >= Self.renewalPause
  }

  private static func refusal(in result: Result<Answer, ExchangeFault>) -> ServerRefusal? {
    guard case .failure(.refusal(let refusal)) = result, refusal.isUnauthorized else { return nil }
    return refusal
  }

  private func tryWithToken(
    _ path: String, _ body: [UInt8]
  ) async throws(TokenFailure) -> (Result<Answer, ExchangeFault>, AccessToken) {
    let call = SignedCall(.tokenCreate, of: profile.server)
    let token = try await token(named: Self.universalToken, call, isUserWaiting: false).token
    let header = header(of: token, at: try await serverTime())
    do throws(ExchangeFault) {
      let sent = clock.monotonicMilliseconds()
      let answer = try await exchange(
        profile.mobileTokenServer.url(path), [header], body: body)
      try answer.requireOK()
      compareClocks(with: answer, since: sent)
      return (.success(answer), token)
    } catch {
      return (.failure(error), token)
    }
  }

  private static func answer(
    of result: Result<Answer, ExchangeFault>, _ meaning: (ServerRefusal) -> TokenFailure
  ) throws(TokenFailure) -> Answer {
    switch result {
    case .success(let answer): return answer
    case .failure(.refusal(let refusal)): throw meaning(refusal)
    case .failure(let fault): throw ErrorMeaning.general(fault)
    }
  }

  /// The header that a token makes at the server's time; each has a nonce of its own.
  func header(of token: AccessToken, at time: Int64) -> HeaderField {
    let header = TokenHeader(token, version: profile.version, timestamp: time)
    return HeaderField(TokenHeader.name, header.value)
  }

  /// Forgets a token that the server does not know any more.
  func drop(_ token: AccessToken) throws(TokenFailure) {
    try stored { () throws(StorageFault) in try store.dropToken(id: token.id) }
  }
}
