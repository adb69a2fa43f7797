import PowerAuth
import TokenModel

extension Token {
  /// Signs and sends in its own turn, and finds out why a signature was refused.
  func perform(
    _ call: SignedCall, body: [UInt8], _ meaning: (ServerRefusal) -> TokenFailure
  ) async throws(TokenFailure) {
    var mayRepeat = true
    while true {
      let result = try await alone { (token) async throws(TokenFailure) in
        try await token.requireGoodStanding()
        return Self.confirmed(try await token.sendSigned(call, body: body))
      }
      guard case .failure(let fault) = result else { return }
      guard case .refusal(let refusal) = fault, refusal.isUnauthorized else {
        throw ErrorMeaning.decisive(fault, meaning)
      }
      let report = try? await statusReport()
      // The signature was made with a counter that the server had left behind: it counts for nothing.
      guard mayRepeat, report?.counterMoved == true else {
        throw ErrorMeaning.unauthorized(refusal, report?.status, usedPIN: call.pin != nil)
      }
      mayRepeat = false
    }
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
      return .success(try await exchange(call.url, [field], body: body))
    } catch {
      // Whatever happened, the server's counter and the standing are to be looked at again.
      synchronizedActivation = nil
      return .failure(error)
    }
  }

  /// The activation with the counter that is now this caller's alone to use.
  private func claimCounter() throws(TokenFailure) -> StoredActivation {
    while true {
      let activation = try requireActivation()
      let counter = activation.record.counter
      let isMine = try stored { () throws(StorageFault) in
        try store.moveCounter(of: activation.id, from: counter, to: counter.stepped())
      }
      // Else somebody moved it between the two calls, or removed the activation: look again.
      if isMine { return activation }
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
      throw .storage(.damaged(path: profile.name, reason: "a stored key is unusable"))
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
