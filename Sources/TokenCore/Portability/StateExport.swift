import PowerAuth
import TokenModel

extension Token {
  /// This activation as the reference client serializes it, version 6, locked to `possessionKey`.
  ///
  /// The knowledge key is wrapped as that client does it (PBKDF2-HMAC-SHA1), which a wrong PIN would
  /// spoil unnoticed: the server is asked first, and a wrong one costs an attempt. Biometry stays
  /// behind. The bytes hold secrets; the caller wipes them. `possessionKey` is 16 B.
  public func exportState(
    pin: PIN, possessionKey: Secret
  ) async throws(TokenFailure) -> [UInt8] {
    guard possessionKey.count == FactorKeyWrap.size else { throw .portableState(.damagedKeys) }
    return try await validated(pin) { (token, activation) throws(TokenFailure) in
      do {
        let knowledge = try token.portableKnowledge(of: activation, pin)
        return try SessionState(
          activation.record, knowledge: knowledge, possessionUnlockKey: possessionKey
        ).bytes
      } catch is FactorKeyWrap.ZeroUnlockKey {
        throw TokenFailure.portableState(.damagedKeys)
      } catch {
        throw token.failure(ofUnlocking: error)
      }
    }
  }

  /// The knowledge key as the reference client wraps it, and from now on wrapped so here, too.
  ///
  /// Two wraps of one key under one PIN would be a check value: only the right PIN opens both alike,
  /// and whoever has both needs no server to guess it. So there is never a second one.
  private func portableKnowledge(
    of activation: StoredActivation, _ pin: PIN
  ) throws -> KnowledgeWrap {
    let knowledge = activation.record.knowledge
    guard !knowledge.isPortable else { return knowledge }
    let portable = try knowledge.portable(pin: pin.secret, externalKey: externalKey)
    try change(activation.id) { $0.record.knowledge = portable }
    return portable
  }
}
