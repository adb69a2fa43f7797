import PowerAuth
import TokenModel

extension Token {
  /// The token that the detail takes: made with two factors, and kept.
  private static let detailToken = "activation_detail"

  /// What the server remembers of this activation.
  ///
  /// It is proven by a token of two factors, for whose making alone `factor` is used: nil is enough
  /// while that token is kept. Throws `noToken` when it is not, or when the server has forgotten it;
  /// then it wants a factor.
  public func activationDetail(
    with factor: SecondFactor?
  ) async throws(TokenFailure) -> ActivationDetail {
    let activation = try requireActivation()
    let plaintext = try await fetch(.activationDetail) { () async throws(TokenFailure) in
      let (result, token) = try await self.askForDetail(activation.record, factor)
      guard case .failure(.refusal(let refusal)) = result, refusal.isUnauthorized else {
        return result
      }
      // The token is unknown to the server, or our idea of its time is wrong.
      try self.drop(token)
      self.serverClock.distrust()
      return try await self.askForDetail(activation.record, factor).0
    }
    return ActivationDetail(try OpenedAnswer.enveloped(plaintext, JSONValue.self))
  }

  private func askForDetail(
    _ record: ActivationRecord, _ factor: SecondFactor?
  ) async throws(TokenFailure) -> (Result<Secret, ExchangeFault>, AccessToken) {
    let token = try await detailToken(factor)
    let call = EncryptedCall(.activationDetail, of: profile.server, for: record, by: token)
    return (try await exchangeEncrypted(call, body: WireJSON.emptyObject), token)
  }

  private func detailToken(_ factor: SecondFactor?) async throws(TokenFailure) -> AccessToken {
    if let factor {
      let making = SignedCall(.tokenCreate, of: profile.server, with: factor)
      return try await token(named: Self.detailToken, making).token
    }
    let activation = try requireActivation()
    let kept = try stored { () throws(StorageFault) in
      try store.token(named: Self.detailToken, of: activation.id)
    }
    guard let kept else { throw .noToken(named: Self.detailToken) }
    return kept.token
  }

  /// Gives this device another name, on the server and then here; 1 to 255 characters.
  ///
  /// Released servers are broken here and refuse: `.serverCannot(.rename, …)`, and nothing changed.
  public func rename(
    _ name: String, with factor: SecondFactor
  ) async throws(TokenFailure) -> LocalActivation {
    guard !name.isEmpty else { throw .emptyAttribute(name: "name") }
    try ServerLimit.check(name, .deviceName)
    guard
      let body = (try? ActivationRenameRequest(activationName: name))
        .flatMap({ try? WireJSON.encode($0) })
    else { throw .emptyAttribute(name: "name") }
    let reply = try await performEncrypted(
      SignedCall(.activationRename, of: profile.server, with: factor), body, .activation,
      signing: .plaintext
    ) { fault in
      ErrorMeaning.decisive(fault) { .serverCannot(.rename, $0) }
    }
    let answer: ActivationDetailResponse
    do throws(TokenFailure) {
      answer = try OpenedAnswer.enveloped(reply.plaintext)
    } catch .untrustedAnswer(let fault) {
      // The server has answered, and may have renamed before.
      throw .outcomeUnknown(.unusableAnswer(fault))
    }
    // As the server wrote it down, should it have changed anything about it.
    let kept = answer.activationName.flatMap { $0.isEmpty ? nil : $0 } ?? name
    try change(reply.activation.id) { $0.deviceName = kept }
    return try requireActivation().local
  }
}
