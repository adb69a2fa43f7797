import PowerAuth
import TokenModel

extension Token {
  /// The token of that name, made on demand by `call`; parallel calls for one name share one request.
  ///
  /// `isUserWaiting` as for `requireGoodStanding`.
  func token(
    named name: String, _ call: SignedCall, isUserWaiting: Bool = true
  ) async throws(TokenFailure) -> StoredToken {
    if let token = try storedToken(named: name) { return token }
    return try await tokenFetches.value(for: name) { () async throws(TokenFailure) in
      try await self.makeToken(named: name, call, isUserWaiting)
    }
  }

  private func makeToken(
    named name: String, _ call: SignedCall, _ isUserWaiting: Bool
  ) async throws(TokenFailure) -> StoredToken {
    let presented = try await present(call)
    return try await alone { (token) async throws(TokenFailure) in
      // Another process may have made it while this one waited for its turn.
      if let made = try token.storedToken(named: name) { return made }
      let verdict = try await token.takeTurn(
        call, .encrypted(WireJSON.emptyObject, .tokenCreate), presented,
        isUserWaiting: isUserWaiting)
      let reply = try verdict.reply(ErrorMeaning.general)
      let made = StoredToken(
        name: name, token: try Self.token(in: reply), factors: call.factors)
      try token.stored { () throws(StorageFault) in
        try token.store.save(made, of: reply.activation.id)
      }
      return made
    }
  }

  private static func token(in reply: SignedReply) throws(TokenFailure) -> AccessToken {
    guard let plaintext = reply.plaintext,
      let token = try OpenedAnswer.bare(plaintext, TokenCreateResponse.self).token
    else { throw .untrustedAnswer(.protection) }
    return token
  }

  func storedToken(named name: String) throws(TokenFailure) -> StoredToken? {
    let activation = try requireActivation()
    return try stored { () throws(StorageFault) in
      try store.token(named: name, of: activation.id)
    }
  }
}
