import PowerAuth
import TokenModel

/// What came of a turn.
enum SignedVerdict: Sendable {
  case answered(SignedReply)
  case failed(ExchangeFault)
  /// The signature was refused, and the status says why.
  case unauthorized(TokenFailure)

  /// The reply, or what its absence means.
  func reply(
    _ meaning: (ExchangeFault) -> TokenFailure
  ) throws(TokenFailure) -> SignedReply {
    switch self {
    case .answered(let reply): return reply
    case .failed(let fault): throw meaning(fault)
    case .unauthorized(let failure): throw failure
    }
  }
}

extension Token {
  /// One signature; a second one only where nothing but possession signs.
  ///
  /// It is made where the first was made with a counter that the server had left behind, or under a
  /// temporary key that it does not know any more. What the person gave is never used twice, since a
  /// wrong PIN would cost two attempts: the counters are brought together right before, and the
  /// temporary key is a fresh one. All of it is one turn, so that the status after a refusal tells of
  /// this signature and of no other. Only while this token signs alone.
  func takeTurn(
    _ call: SignedCall, _ content: SignedContent, _ presented: PresentedFactor,
    isUserWaiting: Bool = true
  ) async throws(TokenFailure) -> SignedVerdict {
    let isPersonal = presented.isPersonal
    if isPersonal { dropTemporaryKey(of: try requireActivation().id) }
    var mayRepeat = !isPersonal
    while true {
      if isPersonal { synchronizedActivation = nil }
      let before = try await requireGoodStanding(isUserWaiting: isUserWaiting)
      let fault: ExchangeFault
      switch try await exchangeSigned(call, content, presented) {
      case .success(let reply): return .answered(reply)
      case .failure(let failure): fault = failure
      }
      if mayRepeat, content.isRefusedUnopened(fault, in: profile.version) {
        mayRepeat = false
        continue
      }
      guard case .refusal(let refusal) = fault, refusal.isUnauthorized else {
        return await verdict(on: fault, isPersonal)
      }
      let after = try? await fetchStatus().status
      let isMoved = (try? requireActivation().record.counter) != counterAfterSigning
      guard mayRepeat, isMoved, after.flatMap(ErrorMeaning.standing) == nil else {
        return ErrorMeaning.unauthorized(
          refusal, before: before, after: after, proof: isMoved ? .possession : presented.proof
        ).map(SignedVerdict.unauthorized) ?? .failed(fault)
      }
      mayRepeat = false
    }
  }

  /// The wrong PIN that was the operation's last may have been the activation's last, too; then the
  /// server speaks of the operation only.
  private func verdict(on fault: ExchangeFault, _ isPersonal: Bool) async -> SignedVerdict {
    guard case .refusal(let refusal) = fault, isPersonal,
      ErrorMeaning.operation(refusal) == .operation(.alreadyFailed),
      let status = try? await fetchStatus().status, let failure = ErrorMeaning.standing(status)
    else { return .failed(fault) }
    return .unauthorized(failure)
  }

  private func exchangeSigned(
    _ call: SignedCall, _ content: SignedContent, _ presented: PresentedFactor
  ) async throws(TokenFailure) -> Result<SignedReply, ExchangeFault> {
    switch content {
    case .plain(let body):
      return try await sendSigned(call, body: body, presented).flatMap { answer, activation in
        Result { () throws(ExchangeFault) in
          try answer.requireOK()
          return SignedReply(answer: answer, plaintext: nil, activation: activation)
        }
      }
    case .encrypted(let plaintext, let purpose, let form):
      var sealed = try await seal(plaintext, purpose, of: try requireActivation().record)
      let result = try await sendSigned(
        call, body: sealed.body, signing: form == .plaintext ? plaintext : nil, presented)
      if case .failure(let fault) = result { distrustProtection(after: fault, sealed.activationID) }
      return result.flatMap { answer, activation in
        Result { () throws(ExchangeFault) in
          SignedReply(
            answer: answer, plaintext: try sealed.open(answer), activation: activation)
        }
      }
    }
  }

  /// Whatever it was, the key that was used may be why, or the time; servers do not always say so.
  private func distrustProtection(after fault: ExchangeFault, _ activationID: String?) {
    dropTemporaryKey(of: activationID)
    if case .refusal = fault, profile.version.encryptionAges { serverClock.distrust() }
  }
}

extension SignedContent {
  /// Whether the server may have refused key or time of the encryption; then nothing was carried out.
  fileprivate func isRefusedUnopened(_ fault: ExchangeFault, in version: ProtocolVersion) -> Bool {
    guard case .encrypted = self, version.encryptionAges, case .refusal(let refusal) = fault
    else { return false }
    return refusal.mayConcernTemporaryKey
  }
}
