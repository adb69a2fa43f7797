import PowerAuth
import TokenModel

extension Token {
  /// The recovery code that came with this activation, and its PUK; the server opens the vault for it.
  ///
  /// Throws `noRecoveryCode` before anything is asked when the server gave none.
  public func recoveryCodes(with factor: SecondFactor) async throws(TokenFailure) -> RecoveryCodes {
    guard try requireActivation().record.wrappedRecovery != nil else { throw .noRecoveryCode }
    let vault = try await unlockVault(for: .recoveryCode, with: factor)
    guard let codes = try Self.opened({ try vault.recovery() }) else { throw .noRecoveryCode }
    return codes
  }

  /// Tells the server that the person holds the recovery card with this code.
  ///
  /// Only the code is sent; a PUK that is given is checked for its form alone, ten digits. Servers
  /// take the PIN here, and no biometry. Throws `recoveryRefused` for a code that is not this user's.
  public func confirmRecovery(
    code: ActivationCode, puk: String? = nil, with factor: SecondFactor
  ) async throws(TokenFailure) -> RecoveryConfirmation {
    guard puk.map(RecoveryCode.isPUK) != false else { throw .pukFormat }
    let answer = try await performEncrypted(
      SignedCall(.recoveryConfirm, of: profile.server, with: factor),
      JSONValue.object(["recoveryCode": .string(code.text)]).bytes(), .recoveryConfirm,
      ErrorMeaning.recovery)
    guard
      let response: RecoveryConfirmResponse = try? WireJSON.decode(from: answer.plaintext)
    else { throw .untrustedAnswer(.protection) }
    return RecoveryConfirmation(alreadyConfirmed: response.alreadyConfirmed)
  }
}
