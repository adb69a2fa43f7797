import PowerAuth
import TokenModel

extension Token {
  /// Signs and sends in its own turn, and finds out why a signature was refused.
  func perform(
    _ call: SignedCall, body: [UInt8], _ meaning: (ServerRefusal) -> TokenFailure
  ) async throws(TokenFailure) {
    let verdict = try await alone { (token) async throws(TokenFailure) in
      try await token.takeTurn(call, body)
    }
    switch verdict {
    case .confirmed: return
    case .failed(let fault): throw ErrorMeaning.decisive(fault, meaning)
    case .unauthorized(let failure): throw failure
    }
  }

  /// What came of a turn.
  private enum Verdict: Sendable {
    case confirmed
    case failed(ExchangeFault)
    /// The signature was refused, and the status says why.
    case unauthorized(TokenFailure)
  }

  /// One signature; a second one only where the first was made with a counter that the server had
  /// left behind, and only by possession.
  ///
  /// A PIN is never used twice, since a wrong one would cost two attempts: the counters are brought
  /// together right before it is used. All of it is one turn, so that the status after a refusal tells
  /// of this signature and of no other.
  private func takeTurn(
    _ call: SignedCall, _ body: [UInt8]
  ) async throws(TokenFailure) -> Verdict {
    var mayRepeat = call.pin == nil
    while true {
      if call.pin != nil { synchronizedActivation = nil }
      let before = try await requireGoodStanding()
      let result = Self.confirmed(try await sendSigned(call, body: body))
      guard case .failure(let fault) = result else { return .confirmed }
      guard case .refusal(let refusal) = fault, refusal.isUnauthorized else {
        return await verdict(on: fault, of: call)
      }
      let after = try? await fetchStatus().status
      let isMoved = (try? requireActivation().record.counter) != counterAfterSigning
      guard mayRepeat, isMoved, after.flatMap(ErrorMeaning.standing) == nil else {
        return .unauthorized(
          ErrorMeaning.unauthorized(
            refusal, before: before, after: after, usedPIN: call.pin != nil && !isMoved))
      }
      mayRepeat = false
    }
  }

  /// The wrong PIN that was the operation's last may have been the activation's last, too; then the
  /// server speaks of the operation only.
  private func verdict(on fault: ExchangeFault, of call: SignedCall) async -> Verdict {
    guard case .refusal(let refusal) = fault, call.pin != nil,
      ErrorMeaning.operation(refusal) == .operation(.alreadyFailed),
      let status = try? await fetchStatus().status, let failure = ErrorMeaning.standing(status)
    else { return .failed(fault) }
    return .unauthorized(failure)
  }

  /// Signs `body` as it is and sends it; only while this token signs alone.
  ///
  /// The advanced counter is durable before the signature exists. A failure means that nothing was
  /// sent; what came of sending is the result.
  func sendSigned(
    _ call: SignedCall, body: [UInt8]
  ) async throws(TokenFailure) -> Result<Answer, ExchangeFault> {
    let activation = try claimCounter()
    let header = try signature(call, body, activation)
    do throws(ExchangeFault) {
      let field = HeaderField(SignatureHeader.name, header.value)
      let answer = try await exchange(call.url, [field], body: body)
      syncPause = nil
      return .success(answer)
    } catch {
      // Whatever happened, the server's counter and the standing are to be looked at again.
      synchronizedActivation = nil
      if isFarAhead {
        syncPause = SyncPause(
          after: ErrorMeaning.general(error), at: clock.monotonicMilliseconds(),
          longerThan: syncPause)
      }
      return .failure(error)
    }
  }

  /// The activation with the counter that is now this caller's alone to use.
  private func claimCounter() throws(TokenFailure) -> StoredActivation {
    while true {
      let activation = try requireActivation()
      let counter = activation.record.counter
      let next = counter.stepped()
      let isMine = try stored { () throws(StorageFault) in
        try store.moveCounter(of: activation.id, from: counter, to: next)
      }
      // Else somebody moved it between the two calls, or removed the activation: look again.
      guard isMine else { continue }
      counterAfterSigning = next
      return activation
    }
  }

  private func signature(
    _ call: SignedCall, _ body: [UInt8], _ activation: StoredActivation
  ) throws(TokenFailure) -> SignatureHeader {
    let nonce = Nonce.bytes(SignedRequestData.nonceSize)
    do {
      let text = try OnlineSignature.compute(
        base: SignedRequestData(
          method: "POST", uriId: call.uriID, nonce: nonce, body: body,
          applicationSecret: profile.credentials.applicationSecret),
        keys: try activation.record.factorKeys(pin: call.pin?.secret), factors: call.factors,
        counter: activation.record.counter, version: profile.version)
      return SignatureHeader(
        version: profile.version, activationID: activation.id,
        applicationKey: profile.credentials.applicationKey, nonce: nonce,
        factors: call.factors, signature: text)
    } catch {
      // The PIN is long enough by its type, so what is left are keys of a wrong length.
      throw .storage(.damaged(path: store.location, reason: "a stored key is unusable"))
    }
  }

  /// Only an answer that says OK is a success.
  private static func confirmed(
    _ result: Result<Answer, ExchangeFault>
  ) -> Result<Answer, ExchangeFault> {
    result.flatMap { answer in
      Result { () throws(ExchangeFault) in
        try answer.requireOK()
        return answer
      }
    }
  }

  /// Everything that is remembered of the activation; throws `noActivation`.
  func requireActivation() throws(TokenFailure) -> StoredActivation {
    let activation = try stored { () throws(StorageFault) in try store.activation() }
    guard let activation else { throw .noActivation }
    return activation
  }
}
