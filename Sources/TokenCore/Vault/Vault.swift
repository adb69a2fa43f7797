import PowerAuth
import TokenModel

extension Token {
  /// A key of the application's own, 16 B, derived by its index from the key of the vault.
  ///
  /// The server gives the same key each time, and nothing of it is stored here.
  public func encryptionKey(
    index: UInt64, with factor: SecondFactor
  ) async throws(TokenFailure) -> Secret {
    let vault = try await unlockVault(for: .fetchEncryptionKey, with: factor)
    return try Self.opened { try vault.encryptionKey(index: index) }
  }

  /// Lets the server give the key of the vault; to be dropped as soon as it has served.
  ///
  /// It is checked against the device's private key, the server's key and what is derived from both:
  /// a foreign one is an answer whose protection does not hold.
  func unlockVault(
    for reason: VaultUnlockReason, with factor: SecondFactor
  ) async throws(TokenFailure) -> UnlockedVault {
    let answer = try await performEncrypted(
      SignedCall(.vaultUnlock, of: profile.server, with: factor),
      JSONValue.object(["reason": .string(reason.rawValue)]).bytes(), .vaultUnlock,
      ErrorMeaning.vault)
    do {
      let vault = try UnlockedVault(
        try WireJSON.decode(from: answer.plaintext), record: answer.activation.record)
      try vault.check()
      return vault
    } catch is UnlockedVault.KeyMismatch where reason == .addBiometry {
      throw .biometry(.keyMismatch)
    } catch {
      throw .untrustedAnswer(.protection)
    }
  }

  /// Whatever cannot be opened was not meant for us.
  static func opened<Value>(_ body: () throws -> Value) throws(TokenFailure) -> Value {
    do { return try body() } catch { throw .untrustedAnswer(.protection) }
  }
}
