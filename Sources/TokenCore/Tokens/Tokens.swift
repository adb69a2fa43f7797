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
    let result = try await alone {
      (token) async throws(TokenFailure) -> Result<AccessToken, ExchangeFault> in
      // Another process may have made it while this one waited for its turn.
      if let made = try token.storedToken() { return .success(made) }
      try await token.requireGoodStanding(isUserWaiting: false)
      return try await token.requestToken()
    }
    switch result {
    case .success(let token): return token
    case .failure(.refusal(let refusal)) where refusal.isUnauthorized:
      let report = try? await statusReport()
      throw ErrorMeaning.unauthorized(refusal, after: report?.status, usedPIN: false)
    case .failure(let fault): throw ErrorMeaning.general(fault)
    }
  }

  /// Asks for the token and keeps it; once more when only the temporary key was refused.
  private func requestToken() async throws(TokenFailure) -> Result<AccessToken, ExchangeFault> {
    let activation = try requireActivation()
    let endpoint = Endpoint.tokenCreate
    let call = SignedCall(
      profile.server.url(endpoint.path), uriID: endpoint.uriId ?? "", factors: .possession)
    var mayRepeat = true
    while true {
      let (result, encryptor) = try await sendSignedEncrypted(call, activation)
      switch result {
      case .failure(let fault):
        // Whatever it was, the key that was used may be why.
        dropTemporaryKey(of: activation.id)
        guard mayRepeat, profile.version.usesTemporaryKeys, case .refusal(let refusal) = fault,
          refusal.mayConcernTemporaryKey
        else { return .failure(fault) }
        mayRepeat = false
      case .success(let answer):
        let token = try Self.token(in: answer, encryptor)
        try stored { () throws(StorageFault) in
          try store.save(
            StoredToken(name: Self.tokenName, token: token, factors: call.factors),
            of: activation.id)
        }
        return .success(token)
      }
    }
  }

  private func sendSignedEncrypted(
    _ call: SignedCall, _ activation: StoredActivation
  ) async throws(TokenFailure) -> (Result<Answer, ExchangeFault>, EciesEncryptor) {
    do {
      let record = activation.record
      let key = try await temporaryKey(of: record)
      let context = try EciesContext(
        version: profile.version, credentials: profile.credentials, scope: record.scope,
        purpose: .tokenCreate, temporaryKeyID: key?.id)
      var encryptor = EciesEncryptor(
        context, serverKey: key?.publicKey ?? record.serverPublicKey)
      let request = try encryptor.encrypt(Array("{}".utf8), timestamp: try await serverTime())
      let answer = try await sendSigned(call, body: try WireJSON.encode(request))
      return (answer, encryptor)
    } catch {
      throw Self.failure(ofProtecting: error)
    }
  }

  private static func token(
    in answer: Answer, _ encryptor: EciesEncryptor
  ) throws(TokenFailure) -> AccessToken {
    do {
      var encryptor = encryptor
      let plaintext = try encryptor.decrypt(try answer.cryptogram())
      guard let token = try WireJSON.decode(TokenCreateResponse.self, from: plaintext).token
      else { throw TokenFailure.untrustedAnswer(.protection) }
      return token
    } catch {
      throw failure(ofProtecting: error)
    }
  }
}
