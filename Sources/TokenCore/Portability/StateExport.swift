import PowerAuth
import TokenModel

extension Token {
  /// This activation as the reference client serializes it, version 6, locked to `possessionKey`.
  ///
  /// The knowledge key is wrapped anew as that client does it (PBKDF2-HMAC-SHA1, 10,000 rounds), which
  /// a wrong PIN would spoil unnoticed: the server is asked first, and a wrong one costs an attempt.
  /// Biometry stays behind. The bytes hold secrets; the caller wipes them. `possessionKey` is 16 B.
  public func exportState(
    pin: PIN, possessionKey: Secret
  ) async throws(TokenFailure) -> [UInt8] {
    guard possessionKey.count == FactorKeyWrap.size else { throw .portableState(.damagedKeys) }
    return try await validated(pin) { (token, activation) throws(TokenFailure) in
      do {
        let knowledge = try activation.record.knowledge.portable(
          pin: pin.secret, externalKey: token.externalKey)
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
}
