import PowerAuth
import PowerAuthCrypto
import TokenModel

/// Finds the key by which a request is opened, and refuses what came before.
enum EncryptionGate {
  /// The private key for a request: the temporary one that it names, else `lasting`.
  ///
  /// Nil when the temporary key is unknown, too old or made for somebody else.
  static func key(
    for request: EciesRequest, lasting: PrivateKey, registrationID: String?, in ledger: Ledger
  ) throws -> PrivateKey? {
    guard let id = request.temporaryKeyId else { return lasting }
    return try ledger.temporaryKey(id, for: registrationID)?.privateKey
  }

  /// Whether the request is new and its timestamp, if it has one, not of the future.
  static func isFresh(
    _ request: EciesRequest, registrationID: String?, in ledger: Ledger
  ) throws -> Bool {
    let latest = ledger.now + ServerRules.replayWindow
    guard request.timestamp.map({ $0 <= latest }) ?? true else { return false }
    let parts = ["ecies", registrationID, request.ephemeralPublicKey, request.nonce]
    return try ledger.isFirstUse(
      of: parts.map { $0 ?? "-" }.joined(separator: " "), until: latest)
  }
}
