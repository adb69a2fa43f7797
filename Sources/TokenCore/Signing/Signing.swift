import PowerAuth
import TokenModel

extension Token {
  /// Signs and sends in its own turn, and finds out why a signature was refused.
  ///
  /// What the person adds is asked for before the turn comes. The answer's envelope says OK.
  @discardableResult
  func perform(
    _ call: SignedCall, body: [UInt8], _ meaning: (ExchangeFault) -> TokenFailure
  ) async throws(TokenFailure) -> Answer {
    try await perform(call, .plain(body)).reply(meaning).answer
  }

  /// Encrypts for this activation, signs what is sent unless told otherwise, and opens the answer.
  func performEncrypted(
    _ call: SignedCall, _ plaintext: [UInt8], _ purpose: EciesPurpose,
    signing form: SignedContent.SignedForm = .cryptogram,
    _ meaning: (ExchangeFault) -> TokenFailure
  ) async throws(TokenFailure) -> (plaintext: Secret, activation: StoredActivation) {
    let reply = try await perform(call, .encrypted(plaintext, purpose, signing: form))
      .reply(meaning)
    guard let plaintext = reply.plaintext else { throw meaning(.answer(.protection)) }
    return (plaintext, reply.activation)
  }

  private func perform(
    _ call: SignedCall, _ content: SignedContent
  ) async throws(TokenFailure) -> SignedVerdict {
    let presented = try await present(call)
    return try await alone { (token) async throws(TokenFailure) in
      try await token.takeTurn(call, content, presented)
    }
  }

  /// Signs `body` as it is, or what is given in its place, and sends it; only while signing alone.
  ///
  /// The advanced counter is durable before the signature exists. A failure means that nothing was
  /// sent; what came of sending is the result.
  func sendSigned(
    _ call: SignedCall, body: [UInt8], signing signed: [UInt8]? = nil,
    _ presented: PresentedFactor = .possession
  ) async throws(TokenFailure) -> Result<(Answer, StoredActivation), ExchangeFault> {
    let (header, activation) = try sign(call, signed ?? body, presented)
    do throws(ExchangeFault) {
      let answer = try await exchange(call.url, [header], body: body)
      syncPause = nil
      // The server stands where this signature was made: it has left all codes before it behind.
      see(0, of: activation)
      return .success((answer, activation))
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

  /// Computes the signature of one request; only while signing alone.
  func sign(
    _ call: SignedCall, _ body: [UInt8], _ presented: PresentedFactor
  ) throws(TokenFailure) -> (header: HeaderField, activation: StoredActivation) {
    let nonce = Nonce.bytes(SignedRequestData.nonceSize)
    let base = SignedRequestData(
      method: call.method, uriId: call.uriID, nonce: nonce, body: body,
      applicationSecret: profile.credentials.applicationSecret)
    return try signOnce(presented) { activation, keys in
      let text = try OnlineSignature.compute(
        base: base, keys: keys, factors: call.factors, counter: activation.record.counter,
        version: profile.version)
      let header = SignatureHeader(
        version: profile.version, activationID: activation.id,
        applicationKey: profile.credentials.applicationKey, nonce: nonce,
        factors: call.factors, signature: text)
      return (HeaderField(SignatureHeader.name, header.value), activation)
    }
  }

  /// Computes with one counter, which is used up durably before; only while signing alone.
  ///
  /// The keys are unlocked first, so that what cannot be signed moves no counter.
  func signOnce<Signed>(
    _ presented: PresentedFactor, isForCode: Bool = false,
    _ compute: (StoredActivation, FactorKeys) throws -> Signed
  ) throws(TokenFailure) -> Signed {
    let current = try requireActivation()
    guard presented.activationID ?? current.id == current.id else { throw .noActivation }
    let keys = try factorKeys(presented, current.record)
    let activation = try claimCounter(of: current.id, isForCode: isForCode)
    do {
      return try compute(activation, keys)
    } catch {
      throw failure(ofUnlocking: error)
    }
  }

  /// The activation with the counter that is now this caller's alone to use.
  private func claimCounter(
    of activationID: String, isForCode: Bool
  ) throws(TokenFailure) -> StoredActivation {
    while true {
      let activation = try requireActivation()
      guard activation.id == activationID else { throw .noActivation }
      let counter = activation.record.counter
      let next = counter.stepped()
      let isMine = try stored { () throws(StorageFault) in
        try store.moveCounter(of: activation.id, from: counter, to: next, isForCode: isForCode)
      }
      // Else somebody moved it between the two calls, or removed the activation: look again.
      guard isMine else { continue }
      counterAfterSigning = next
      return activation
    }
  }

  /// Everything that is remembered of the activation; throws `noActivation`.
  func requireActivation() throws(TokenFailure) -> StoredActivation {
    let activation = try stored { () throws(StorageFault) in try store.activation() }
    guard let activation else { throw .noActivation }
    return activation
  }
}
