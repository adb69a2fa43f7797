import TokenModel

/// What was asked for, where the same failure means different things to the user.
public enum FailureContext: Equatable, Sendable {
  case activation(ActivationCredential)
  /// A recovery code was typed.
  case recoveryCode
  /// A recovery code was to be confirmed; no PUK goes with it.
  case recoveryConfirmation
  /// A signature was checked by the bank's master key.
  case masterSignature
  /// An approval or a rejection, whose fate is seen at the operation.
  case decision
}

/// The same failure in the words of what was asked for.
extension FailureWords {
  public init(_ failure: TokenFailure, in context: FailureContext) {
    self =
      switch (context, failure) {
      case (.activation(let credential), .activationRefused):
        Self.refused(credential) ?? FailureWords(failure)
      case (.recoveryCode, .activationCode(let fault)): Self.code(fault, isRecovery: true)
      case (.recoveryConfirmation, .recoveryRefused): Self.confirmationRefused
      case (.masterSignature, .forgedData): Self.forgedForMaster
      case (.decision, .outcomeUnknown(let fault)): Self.decisionOutcomeUnknown(fault)
      case (.activation, _), (.recoveryCode, _), (.recoveryConfirmation, _),
        (.masterSignature, _), (.decision, _):
        FailureWords(failure)
      }
  }

  /// Nil for a code, of which the usual words speak.
  private static func refused(_ credential: ActivationCredential) -> FailureWords? {
    let happened = "The bank refused the activation."
    return switch credential {
    case .code: nil
    case .custom:
      FailureWords(
        happened,
        "What you entered is wrong, or does not allow it. Several wrong tries may lock you out.",
        "Compare what you entered, then ask your bank.")
    case .recovery:
      FailureWords(
        happened, "The recovery code may have been used or withdrawn, or its PUK is wrong.",
        "Compare both with your recovery card, then ask your bank.")
    case .oidc:
      FailureWords(
        happened, "The sign-in is too old or was used before, or the bank knows nobody by it.",
        "Sign in again, then ask your bank.")
    }
  }

  private static let confirmationRefused = FailureWords(
    "The recovery code was not accepted.",
    "It may have been withdrawn, or is not yours. The PUK has no part in this.",
    "Compare it with your recovery card, then ask your bank.")

  private static let forgedForMaster = FailureWords(
    forgedData.happened, forgedData.means,
    forgedData.next + " If it was signed for this activation alone, add: --by personal")
}
