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
  /// A link or a code was followed to its operation.
  case link
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
      case (.link, .operation(let fault)): Self.linked(fault)
      case (.link, _), (.activation, _), (.recoveryCode, _), (.recoveryConfirmation, _),
        (.masterSignature, _), (.decision, _):
        FailureWords(failure)
      }
  }

  /// Nil for a code, of which the usual words speak.
  private static func refused(_ credential: ActivationCredential) -> FailureWords? {
    let happened = say("failures-context.refused")
    return switch credential {
    case .code: nil
    case .custom:
      FailureWords(
        happened,
        say("failures-context.custom"),
        say("failures-context.custom-next"))
    case .recovery:
      FailureWords(
        happened, say("failures-context.recovery"),
        say("failures-context.recovery-next"))
    case .oidc:
      FailureWords(
        happened, say("failures-context.oidc"),
        say("failures-context.oidc-next"))
    }
  }

  private static var confirmationRefused: FailureWords {
    FailureWords(
      say("failures-context.confirmation"),
      say("failures-context.confirmation-means"),
      say("failures-context.confirmation-next"))
  }

  private static var forgedForMaster: FailureWords {
    FailureWords(
      forgedData.happened, forgedData.means,
      say("failures-context.master-next"))
  }
}
