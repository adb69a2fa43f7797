import PowerAuth
import TokenModel

extension Token {
  /// Lets the server check the PIN; a wrong one costs an attempt.
  public func validatePIN(_ pin: PIN) async throws(TokenFailure) {
    try await perform(validation(of: pin), body: Self.validationBody, ErrorMeaning.general)
  }

  /// Checks the old PIN with the server, then locks the knowledge key under the new one.
  ///
  /// The new salt is random. Whatever goes wrong, a lost answer included, the old PIN goes on working;
  /// the server does not learn of the change. Throws `pinUnchanged` for equal ones, before anybody is
  /// asked: two locks of one key under one PIN would let whoever has both try PINs without the server.
  public func changePIN(from old: PIN, to new: PIN) async throws(TokenFailure) {
    guard old != new else { throw .pinUnchanged }
    try await validated(old) { (token, activation) throws(TokenFailure) in
      try token.rewrap(activation, from: old, to: new)
    }
  }

  /// Does `work` with an activation whose PIN the server has just accepted, in the same turn.
  func validated<Value: Sendable>(
    _ pin: PIN,
    _ work: @escaping @Sendable (isolated Token, StoredActivation) throws(TokenFailure) -> Value
  ) async throws(TokenFailure) -> Value {
    let call = validation(of: pin)
    let presented = try await present(call)
    return try await alone { (token) async throws(TokenFailure) in
      let verdict = try await token.takeTurn(call, .plain(Self.validationBody), presented)
      let signed = try verdict.reply(ErrorMeaning.general).activation
      let activation = try token.requireActivation()
      guard activation.id == signed.id else { throw .noActivation }
      return try work(token, activation)
    }
  }

  private static let validationBody =
    RequestBody.bytes(["reason": "VALIDATE_PASSWORD"])

  private func validation(of pin: PIN) -> SignedCall {
    SignedCall(.signatureValidate, of: profile.server, with: .pin(pin))
  }

  private func rewrap(
    _ activation: StoredActivation, from old: PIN, to new: PIN
  ) throws(TokenFailure) {
    let record = activation.record
    let wrap: KnowledgeWrap
    do {
      wrap = try record.knowledge.rewrapped(
        from: old.secret, to: new.secret, externalKey: externalKey)
    } catch {
      throw failure(ofUnlocking: error)
    }
    try change(activation.id) { $0.record.knowledge = wrap }
  }
}
